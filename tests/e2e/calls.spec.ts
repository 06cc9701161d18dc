import { existsSync } from 'node:fs';
import { createAlbum } from '../../scripts/demo/album.ts';
import { socketsOf } from '../../scripts/dev/environment.ts';
import { auditOf } from './support/audit.ts';
import { type Neighbour, startNeighbour } from './support/neighbour.ts';
import { type Sides, sidesOf, STATION } from './support/station.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

// Two programs with three windows on a busy machine.
test.describe.configure({ timeout: 240_000 });

const PLACE = 'station-kwun-tong';
const BEATS = { callBeat: 500, callsAsk: 500 };
test.use({ placeId: PLACE, delays: { session: BEATS } });

async function counterBeside(terminal: RunningTerminal): Promise<{ counter: Neighbour; sides: Sides }> {
  const counter = await startNeighbour(terminal, {
    ...{ terminalId: 'K0200', placeId: PLACE, configuration: STATION, sessionDelays: BEATS },
  });
  return { counter, sides: await sidesOf(counter.application) };
}

async function sitDown(
  { tools: { officer } }: RunningTerminal,
  { runFolder, simulate }: Neighbour,
  { staff }: Sides,
): Promise<void> {
  // Devices begin after the first page is painted.
  await expect.poll(() => existsSync(socketsOf(runFolder).devices)).toBe(true);
  await simulate({ device: 'badge', action: 'scan', text: officer.badge });
  await staff.waitFor({ overlay: 'staff-pin' });
  await staff.key(officer.pin);
  await staff.tap('staff-sign-in');
  await staff.waitFor({ screen: 'station-ready', overlay: '' });
}

test('a member calls at a kiosk: the counter beside it sees it, somebody says that they go, and a badge ends it', async ({
  terminal,
}, testInfo) => {
  const kiosk = terminal.screen();
  const { counter, sides } = await counterBeside(terminal);
  const { staff, member } = sides;
  const album = createAlbum(testInfo.outputPath('counter'), () => staff);
  try {
    await kiosk.page.locator('[data-online]').first().waitFor({ state: 'attached' });
    await kiosk.tap('start-zh-Hant');
    await kiosk.tap('continue');
    await kiosk.waitFor({ screen: 'identify' });
    await kiosk.tap('ask-staff');
    await kiosk.waitFor({ overlay: 'help-called' });
    // Nobody sits at the counter: no more is said than is known.
    await expect(kiosk.page.locator('[data-layer="front"] h1')).toHaveText('已呼叫職員');
    await expect(kiosk.page.locator('[data-seen]')).toHaveCount(0);

    await sitDown(terminal, counter, sides);
    const call = staff.page.locator('[data-call="K0127"]');
    await expect(call).toBeVisible();
    await expect(call).toContainText('閱讀中文');
    await expect(call).toContainText('正在讀卡');
    await expect(kiosk.page.locator('[data-seen]')).toBeVisible();
    await album.take();
    await terminal.tools.album.take();
    await expect(member.page.locator('[data-call]')).toHaveCount(0);

    await staff.tap('go-K0127');
    await expect(staff.page.locator('[data-call="K0127"][data-going="here"]')).toBeVisible();
    await expect(kiosk.page.locator('[data-layer="front"] h1')).toHaveText('職員正在過來');
    await album.take();
    await terminal.tools.album.take();

    const { officer } = terminal.tools;
    await terminal.tools.simulate({ device: 'badge', action: 'scan', text: officer.badge });
    await kiosk.waitFor({ overlay: 'staff-pin' });
    await kiosk.key(officer.pin);
    await kiosk.tap('staff-sign-in');
    await kiosk.waitFor({ screen: 'identify', overlay: '' });
    await expect(call).toHaveCount(0);

    expect(auditOf(terminal).map(({ event }) => event)).toContain('help.going');
    const beside = {
      ...terminal,
      environment: { ...terminal.environment, terminalData: counter.terminalData },
    };
    const answered = auditOf(beside).filter(({ event }) => event === 'call.answered');
    expect(answered.map(({ entry }) => JSON.parse(entry) as unknown)).toMatchObject([
      { actor: 'staff', staffId: 'S2041', detail: { terminal: 'K0127', result: 'first' } },
    ]);
  } finally {
    await counter.close();
  }
});

test('the wire is cut while a member waits: nothing is promised, and the counter is told when it is back', async ({
  terminal,
}) => {
  const kiosk = terminal.screen();
  const { counter, sides } = await counterBeside(terminal);
  try {
    await sitDown(terminal, counter, sides);
    await terminal.environment.proxy.cut();
    await kiosk.tap('start-en');
    await kiosk.tap('ask-staff');
    await kiosk.waitFor({ overlay: 'help-called' });
    await expect(kiosk.page.locator('[data-layer="front"] h1')).toHaveText('Staff have been called');
    await expect(kiosk.page.locator('[data-seen]')).toHaveCount(0);
    await terminal.environment.proxy.restore();
    await expect(sides.staff.page.locator('[data-call="K0127"]')).toBeVisible({ timeout: 30_000 });
    await expect(kiosk.page.locator('[data-seen]')).toBeVisible({ timeout: 30_000 });

    await kiosk.tap('cancel-help');
    await expect(sides.staff.page.locator('[data-call]')).toHaveCount(0);
  } finally {
    await counter.close();
  }
});
