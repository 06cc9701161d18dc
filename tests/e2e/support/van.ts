/// <reference lib="dom" />
import { SECURITY_FEATURES } from '../../../domain/identity/staff.ts';
import { DEMO_BADGES, DEMO_PINS } from '../../../gateway/index.ts';
import { MEMBERS, type Member } from '../../../scripts/demo/people.ts';
import { expect, type RunningTerminal } from './terminal.ts';

/** `configuration.json` of a van's machine as it is delivered: 1280 × 800 on 13.3 inches, in the sun. */
export const VAN = {
  profile: 'van',
  defaultContrast: 'glare',
  display: { diagonalInches: 13.3 },
  window: { kiosk: false, width: 1280, height: 800 },
} as const;

/** Two who leave a mobile. */
export const WORKERS = MEMBERS.filter(({ contact }) => contact.channel === 'mobile').slice(0, 2);

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

/** Everything that a finger in a glove has to hit is 20 mm or more, each way. */
export async function expectGloves(terminal: RunningTerminal): Promise<void> {
  const small = await terminal.screen().page.evaluate(() => {
    const millimetre = Number.parseFloat(document.documentElement.style.getPropertyValue('--px-per-mm'));
    return [...document.querySelectorAll('[data-root] button')]
      .filter((button) => button.closest('[inert]') === null && button.checkVisibility())
      .map((button) => [button.outerHTML.slice(0, 80), button.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => Math.min(width, height) < 20 * millimetre - 0.5)
      .map(([html]) => html);
  });
  expect(small).toEqual([]);
}

/** One worker as far as the receipt: the operator prepares and attests, the worker confirms. */
export async function serve(terminal: RunningTerminal, worker: Member): Promise<void> {
  const screen = terminal.screen();
  const { simulate } = terminal.tools;
  if (worker.contact.channel !== 'mobile') throw new Error('no mobile');
  await screen.waitFor({ screen: 'van-ready' });
  await screen.tap(`start-${worker.locale}`);
  await screen.waitFor({ screen: 'notice' });
  await expect(screen.page.locator('html')).toHaveAttribute('data-contrast', 'glare');
  await expectGloves(terminal);
  await screen.tap('continue');
  await screen.waitFor({ screen: 'identify' });
  await simulate({ device: 'id-reader', action: 'insert', document: worker.document });
  await screen.waitFor({ screen: 'read-result' });
  await simulate({ device: 'id-reader', action: 'remove' });
  await screen.tap('continue');
  for (const step of ['mobile', 'mobile-again']) {
    await screen.waitFor({ step: `question.${step}` });
    await expectGloves(terminal);
    await screen.key(worker.contact.mobile);
    await screen.tap('continue');
  }
  await screen.waitFor({ step: 'question.communication-language' });
  await screen.choose(worker.locale);
  await screen.tap('continue');
  await screen.waitFor({ step: 'question.optional-uses' });
  await screen.tap('continue');
  await attestAtVan(terminal);
  await confirmAtVan(terminal);
  await screen.page.locator('[data-screen="receipt"] [data-state="kept"]').waitFor();
  await screen.tap('done');
}

/** A stop that is not in the plan, typed by hand, in lane B. */
export async function openStop(terminal: RunningTerminal): Promise<void> {
  const screen = terminal.screen();
  await screen.waitFor({ screen: 'van-plan' });
  await expectGloves(terminal);
  await screen.choose('other-site');
  await screen.waitFor({ screen: 'van-stop' });
  await expectGloves(terminal);
  await screen.key('SITE ');
  await screen.page.locator('[data-key="other-page"]').click();
  await screen.key('7');
  await screen.choose('lane-B');
  await screen.tap('open-stop');
}
