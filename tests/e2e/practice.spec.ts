import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, LOCALES } from '../../domain/locale.ts';
import { cellsOf, csvLine } from '../../domain/remittance/row/write-row.ts';
import { DEMO_BADGES, DEMO_PINS, readGatewayLedger } from '../../gateway/index.ts';
import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import { answerQuestions, attest, begin, layCard, submit } from '../../scripts/demo/visit.ts';
import { inventedRow } from '../../scripts/remittance/generate/rows.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

const ALBUM = 'artifacts/practice';
const member = MEMBERS[0] as Member;

async function toOperations(terminal: RunningTerminal): Promise<void> {
  const screen = terminal.screen();
  await screen.tap('ask-staff');
  await screen.waitFor({ overlay: 'help-called' });
  await terminal.tools.simulate({ device: 'badge', action: 'scan', text: DEMO_BADGES['supervisor-01'] });
  await screen.waitFor({ overlay: 'staff-pin' });
  await screen.key(DEMO_PINS['supervisor-01']);
  await screen.tap('staff-sign-in');
  await screen.page.locator('[data-root]:not([data-overlay="staff-pin"])').waitFor({ state: 'attached' });
  if ((await screen.shown()).overlay !== 'staff-status') {
    await screen.tap('staff-more');
    await screen.waitFor({ overlay: 'staff-more' });
    await screen.tap('staff-status');
    await screen.waitFor({ overlay: 'staff-status' });
  }
  await screen.tap('operations');
  await screen.waitFor({ overlay: 'operations' });
}

async function choose({ screen }: RunningTerminal['tools'], locale: Locale): Promise<void> {
  await screen().tap(`menu-${locale}`);
  await screen().waitFor({ screen: 'menu' });
}

/** The program ends by itself; whoever looks after it starts it again. */
async function restarted(terminal: RunningTerminal, act: () => Promise<void>): Promise<void> {
  const ended = terminal.application().waitForEvent('close');
  // The page may be gone before the tap is answered; that the program ended is what counts.
  await act().catch(() => undefined);
  await ended;
  await terminal.start();
}

for (const locale of LOCALES) {
  test(`an employer checks a file in ${locale} and nothing is sent`, async ({ terminal }) => {
    const screen = terminal.screen();
    const { drives, gatewayData } = terminal.environment;
    const row = inventedRow(1);
    const drive = join(drives, 'KINGSTON');
    mkdirSync(drive, { recursive: true });
    writeFileSync(join(drive, 'wrong.csv'), `${csvLine(cellsOf({ ...row, total: '1.00' }))}\r\n`);
    await choose(terminal.tools, locale);
    await screen.choose('contributions');
    await screen.choose('mock-run');
    await screen.tap('continue');
    await screen.waitFor({ step: 'ask.employer-remittance.employer-account' });
    await screen.key('3777463656273');
    await screen.tap('continue');
    await screen.waitFor({ step: 'ask.employer-remittance.rules' });
    await screen.choose('none');
    await screen.tap('continue');
    await screen.waitFor({ screen: 'file-choose' });
    await screen.choose('wrong.csv');
    await screen.waitFor({ screen: 'file-result' });
    expect(await screen.page.locator('[data-action="continue"]').count()).toBe(0);
    await screen.tap('save-problems');
    await screen.page.locator('[data-saved]').waitFor();
    await screen.page.screenshot({ path: `${ALBUM}/${locale}-mock-run.png` });
    const list = readdirSync(drive).find((name) => name.startsWith('mock-run-remittance-problems')) ?? '';
    expect(readFileSync(join(drive, list), 'utf8')).toMatch(/試行核對 MOCK RUN.*Nothing was sent/);
    await screen.tap('finish-check');
    await screen.waitFor({ screen: 'ended' });
    expect(readGatewayLedger(gatewayData).references).toEqual([]);
  });
}

test('practice on, an exercise done, back to work: what waited is still there and is sent', async ({
  terminal,
}) => {
  test.setTimeout(240_000);
  const { environment, tools } = terminal;
  await environment.proxy.cut();
  await terminal
    .screen()
    .page.locator('[data-screen="attract"]:not(:has([data-online]))')
    .waitFor({ state: 'attached' });
  await begin(tools, member);
  await layCard(tools, member);
  await answerQuestions(tools, member);
  await attest(tools);
  const left = await submit(tools);
  expect(left.state).toBe('kept');
  await terminal.screen().tap('done');
  await terminal.screen().waitFor({ screen: 'attract' });

  await toOperations(terminal);
  await terminal.screen().tap('operate-restart');
  await terminal.screen().waitFor({ overlay: 'operations-restart' });
  await restarted(terminal, () => terminal.screen().tap('start-practice'));

  const screen = terminal.screen();
  await expect(screen.page.locator('[data-watermark]')).toBeAttached();
  // Only now: while the terminal still works for real, it sends what waits as soon as the wire is back.
  await environment.proxy.restore();
  await screen.tap('practice-panel');
  await screen.page.locator('[data-practice-panel]').waitFor();
  await screen.page.screenshot({ path: `${ALBUM}/panel.png` });
  await screen.choose('hand-over');
  await screen.tap('start');
  await screen.page.locator('[data-screen]:not([data-screen="attract"])').first().waitFor();
  for (const [role, pin] of [
    ['officer', '2580'],
    ['supervisor', '3690'],
  ] as const) {
    await screen.tap('practice-panel');
    await screen.choose(role);
    await screen.waitFor({ overlay: 'staff-pin' });
    await screen.key(pin);
    await screen.tap('staff-sign-in');
    await screen.page.locator('[data-root]:not([data-overlay="staff-pin"])').waitFor({ state: 'attached' });
  }
  await expect(screen.page.locator('[data-practice]')).toContainText(/練習題完成|You have finished/);
  await screen.page.screenshot({ path: `${ALBUM}/done.png` });
  // The platform can be reached, and nothing was sent to it.
  expect(readGatewayLedger(environment.gatewayData).references).toEqual([]);

  await screen.tap('practice-panel');
  await restarted(terminal, () => screen.tap('practice-end'));
  await expect(terminal.screen().page.locator('[data-watermark]')).toHaveCount(0);
  expect(existsSync(join(environment.terminalData, 'practice'))).toBe(false);
  await expect
    .poll(() => readGatewayLedger(environment.gatewayData).references.map(({ reference }) => reference), {
      timeout: 30_000,
    })
    .toEqual([left.reference]);
});
