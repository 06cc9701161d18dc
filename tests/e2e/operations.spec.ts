import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_BADGES, DEMO_PINS } from '../../gateway/index.ts';
import { openRaw } from '../../queue/store/database/connection.ts';
import { runQueueCommand } from '../../scripts/queue/run.ts';
import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import { answerQuestions, attest, begin, layCard, submit } from '../../scripts/demo/visit.ts';
import { Readable } from 'node:stream';
import { auditOf } from './support/audit.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

const member = MEMBERS[0] as Member;
/** What only this invented person has, as it was read and typed. */
const CANARIES = ['CHAN', 'TAI MAN', '陳', '61234567', 'A123456'];

/** A supervisor comes to the terminal, from wherever it stands, to the machine's own pages. */
async function toOperations(terminal: RunningTerminal): Promise<void> {
  const screen = terminal.screen();
  // Right after a start the page stands before the scanner does.
  await expect(async () => {
    await terminal.tools.simulate({ device: 'badge', action: 'scan', text: DEMO_BADGES['supervisor-01'] });
    await expect(screen.page.locator('[data-overlay="staff-pin"]')).toBeAttached({ timeout: 1_000 });
  }).toPass();
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

async function called(terminal: RunningTerminal): Promise<void> {
  const screen = terminal.screen();
  await screen.waitFor({ screen: 'attract' });
  await screen.tap('ask-staff');
  await screen.waitFor({ overlay: 'help-called' });
}

/** Counts on the terminal's disk, as text. */
function countsOf({ environment }: RunningTerminal): string {
  const database = openRaw(join(environment.terminalData, 'terminal.db'), { readonly: true });
  try {
    return JSON.stringify(database.prepare('SELECT * FROM usability').all());
  } finally {
    database.close();
  }
}

test('a visit and a tap at its end are counted; a supervisor reads the figures and takes them away; nobody is in them', async ({
  terminal,
}) => {
  const { tools } = terminal;
  const screen = terminal.screen();
  await begin(tools, member);
  await layCard(tools, member);
  await answerQuestions(tools, member);
  await attest(tools);
  await submit(tools);
  await screen.tap('done');
  await screen.waitFor({ screen: 'ended' });
  await screen.choose('good');
  await screen.page.locator('[data-feedback="good"]').waitFor();
  await screen.waitFor({ screen: 'attract' });

  await called(terminal);
  await toOperations(terminal);
  await screen.tap('operate-usability');
  await screen.waitFor({ overlay: 'usability' });
  const funnel = screen.page.locator('[data-funnel="member-registration"]');
  await expect(funnel.locator('[data-figures="question.mobile"]')).toContainText('1–4');
  await expect(funnel.locator('[data-figures="receipt"]')).toContainText('1–4');

  await screen.tap('save-usability');
  await screen.page.locator('[data-saved="no-drive"]').waitFor();
  const drive = join(terminal.environment.drives, 'KINGSTON');
  mkdirSync(drive);
  await screen.tap('save-usability');
  await screen.page.locator('[data-saved="yes"]').waitFor();
  const [name = ''] = readdirSync(drive);
  expect(name).toMatch(/^empf-usability-K\d{4}-\d{8}\.csv$/);

  let shown = '';
  const io = { out: (text: string) => (shown += text), err: () => undefined, input: Readable.from('') };
  expect(await runQueueCommand(['usability', '--csv', '--data', terminal.environment.terminalData], io)).toBe(
    0,
  );
  const file = readFileSync(join(drive, name), 'utf8');
  expect(file).toContain('member-registration,receipt');
  expect(file).toContain('face:good,1,yes');
  for (const text of [file, shown, countsOf(terminal)])
    expect(CANARIES.filter((canary) => text.includes(canary))).toEqual([]);
  expect(auditOf(terminal).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['operations.opened', 'usability.saved']),
  );
});

test('a supervisor tests the machine and takes it out of service; it stays so through a restart, until put back', async ({
  terminal,
}) => {
  const screen = terminal.screen();
  await called(terminal);
  await toOperations(terminal);
  await screen.choose('part-versions');
  await expect(screen.page.locator('[data-row="version"]')).toContainText(/\d+\.\d+\.\d+/);
  await expect(screen.page.locator('[data-row="schema"]')).toContainText(/\d+$/);
  await terminal.tools.album.take();
  await screen.tap('operate-test');
  await screen.page.locator('[data-test="ended"]').waitFor();
  const states: string[] = [];
  for (const row of await screen.page.locator('[data-check]').all())
    states.push(
      `${(await row.getAttribute('data-check')) ?? ''} ${(await row.getAttribute('data-state')) ?? ''}`,
    );
  expect(states).toEqual([
    'id-reader passed',
    'badge-reader passed',
    'light passed',
    'disk passed',
    'clock passed',
    'platform passed',
    'printer passed',
  ]);
  await screen.tap('staff-cancel');
  await screen.waitFor({ overlay: 'operations' });

  await screen.tap('operate-restart');
  await screen.waitFor({ overlay: 'operations-restart' });
  await screen.tap('staff-cancel');
  await screen.waitFor({ overlay: 'operations' });

  await screen.tap('operate-take-out');
  await screen.waitFor({ overlay: 'operations-take-out' });
  await screen.choose('repair');
  await screen.page.locator('[data-taken-out="repair"]').waitFor();
  await terminal.close();
  await terminal.start('not-today');
  const { page } = terminal.screen();
  await expect(page.locator('section[lang^="zh"]').first()).toContainText('這部機正在維修。');
  await expect(page.locator('section[lang^="en"]').first()).toContainText('This machine is being repaired.');
  await expect(page.locator('[data-action^="start"]')).toHaveCount(0);

  await toOperations(terminal);
  await terminal.screen().tap('put-back');
  await page.locator('[data-root] [data-taken-out]').waitFor({ state: 'detached' });
  await terminal.close();
  await terminal.start();
  const acts = auditOf(terminal).map(({ event }) => event);
  for (const act of ['terminal.tested', 'terminal.taken-out', 'terminal.put-back'])
    expect(acts).toContain(act);
});

test('restart, asked for and confirmed, ends the program cleanly and says so in the audit log', async ({
  terminal,
}) => {
  const screen = terminal.screen();
  await called(terminal);
  await toOperations(terminal);
  await screen.tap('operate-restart');
  await screen.waitFor({ overlay: 'operations-restart' });
  const ended = terminal.application().waitForEvent('close');
  // The program may be gone before it has answered the tap; what it did is looked at below.
  await Promise.all([ended, screen.tap('restart-confirm').catch(() => undefined)]);
  expect(terminal.output()).toContain('"event":"restart"');
  expect(terminal.output()).toContain('"event":"stopping"');
  await terminal.start();
  expect(auditOf(terminal).map(({ event }) => event)).toContain('terminal.restarted');
});
