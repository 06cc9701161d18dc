import { SECURITY_FEATURES } from '../../../domain/identity/staff.ts';
import { DEMO_BADGES, DEMO_PINS } from '../../../gateway/index.ts';
import { expect, type RunningTerminal } from './terminal.ts';

/** `configuration.json` of a van's machine as it is delivered: 1280 × 800 on 13.3 inches, in the sun. */
export const VAN = {
  profile: 'van',
  defaultContrast: 'glare',
  display: { diagonalInches: 13.3 },
  window: { kiosk: false, width: 1280, height: 800 },
} as const;

interface Credentials {
  readonly badge: string;
  readonly pin: string;
}

export function badgeOf(who: keyof typeof DEMO_PINS): Credentials {
  return { badge: DEMO_BADGES[who], pin: DEMO_PINS[who] };
}

/** Badge and PIN at a van nobody is signed in to; `overlay` is what opens. */
export async function signInAtVan(terminal: RunningTerminal, who: Credentials, overlay = ''): Promise<void> {
  const screen = terminal.screen();
  // Right after a start the page stands before the scanner does.
  await expect(async () => {
    await terminal.tools.simulate({ device: 'badge', action: 'scan', text: who.badge });
    await expect(screen.page.locator('[data-overlay="staff-pin"]')).toBeAttached({ timeout: 1_000 });
  }).toPass();
  await screen.key(who.pin);
  await screen.tap('staff-sign-in');
  await screen.waitFor({ overlay });
}

/** From *staff are needed* to the review, by whoever holds it. */
export async function attestAtVan(terminal: RunningTerminal): Promise<void> {
  const screen = terminal.screen();
  await screen.waitFor({ screen: 'staff-needed' });
  // While staff hold it nothing is declared or submitted.
  await expect(screen.page.locator('[data-action="submit"]')).toHaveCount(0);
  await screen.tap('attest-here');
  await screen.waitFor({ screen: 'attest' });
  for (const feature of SECURITY_FEATURES) await screen.choose(feature);
  await screen.tap('continue');
  await screen.tap('face-same');
  await screen.tap('attest-sign');
  await screen.waitFor({ screen: 'review' });
}

/** From the review to the receipt: handed over, confirmed, declared and kept by the worker. */
export async function confirmAtVan(terminal: RunningTerminal): Promise<void> {
  const screen = terminal.screen();
  await screen.tap('hand-back');
  await screen.waitFor({ overlay: 'staff-work' });
  await screen.tap('confirm-touched');
  await screen.waitFor({ screen: 'review', overlay: '' });
  await screen.tap('continue');
  await screen.waitFor({ screen: 'declare' });
  await screen.tap('submit');
  await screen.page.locator('[data-screen="receipt"] [data-state]').first().waitFor();
}
