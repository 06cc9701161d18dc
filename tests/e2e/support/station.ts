import { existsSync } from 'node:fs';
import type { ElectronApplication, Page } from 'playwright';
import { type Screen, screenOn } from '../../../scripts/demo/screen.ts';
import { socketsOf } from '../../../scripts/dev/environment.ts';
import { expect, type RunningTerminal } from './terminal.ts';

/** Both sides of a counter. */
export interface Sides {
  readonly staff: Screen;
  readonly member: Screen;
}

/** `configuration.json` of a station whose two windows stand side by side on the test's display. */
export const STATION = {
  profile: 'station',
  counter: '3',
  window: { kiosk: false, width: 540, height: 960 },
} as const;

/** The two windows, told apart by what they say they are. */
export async function sidesOf(application: ElectronApplication): Promise<Sides> {
  while (application.windows().length < 2) await application.waitForEvent('window');
  const found = new Map<string, Page>();
  for (const page of application.windows()) {
    const root = page.locator('[data-surface]').first();
    await root.waitFor({ state: 'attached' });
    found.set((await root.getAttribute('data-surface')) ?? '', page);
  }
  const staff = found.get('staff');
  const member = found.get('member');
  if (staff === undefined || member === undefined) throw new Error('A station without its two windows');
  return { staff: screenOn(staff), member: screenOn(member) };
}

/** Badge and PIN on staff's side: the officer of the demo, unless it is somebody else. */
export async function signIn(
  { environment, tools }: RunningTerminal,
  { staff }: Sides,
  who: { readonly badge: string; readonly pin: string } = tools.officer,
): Promise<void> {
  // Devices begin after the first page is painted.
  await expect.poll(() => existsSync(socketsOf(environment.runFolder).devices)).toBe(true);
  await tools.simulate({ device: 'badge', action: 'scan', text: who.badge });
  await staff.waitFor({ overlay: 'staff-pin' });
  await staff.key(who.pin);
  await staff.tap('staff-sign-in');
  await staff.waitFor({ screen: 'station-ready', overlay: '' });
}
