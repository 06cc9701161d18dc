import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import { answerQuestions, attest, begin, finish, layCard, submit } from '../../scripts/demo/visit.ts';
import { auditOf } from './support/audit.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

// Two visits and a start take half a minute, and longer where the machine does something else as well.
test.describe.configure({ timeout: 180_000 });

/** A mobile number but for its last digit. */
function half({ contact }: Member): string {
  if (contact.channel !== 'mobile') throw new Error('a member with a mobile number');
  return contact.mobile.slice(0, -1);
}

/** Until most of the mobile number is typed. */
async function beginToType(terminal: RunningTerminal, member: Member): Promise<void> {
  const screen = terminal.screen();
  await begin(terminal.tools, member);
  await layCard(terminal.tools, member);
  await screen.waitFor({ step: 'question.contact-channel' });
  await screen.choose('mobile');
  await screen.tap('continue');
  await screen.waitFor({ step: 'question.mobile' });
  await screen.key(half(member));
  await expect(screen.page.locator('[data-action="finish-later"]')).toBeVisible();
}

async function putAside(terminal: RunningTerminal): Promise<readonly string[]> {
  const screen = terminal.screen();
  const { album } = terminal.tools;
  await screen.tap('finish-later');
  await screen.waitFor({ overlay: 'park-asking' });
  await album.take();
  await screen.tap('finish-later-confirm');
  await screen.waitFor({ screen: 'resume-slip' });
  await album.take();
  const rows = await screen.page.locator('[data-resume-row]').allTextContents();
  expect(await screen.page.locator('[data-elsewhere]').getAttribute('data-elsewhere')).toBe('true');
  await screen.tap('done');
  await screen.waitFor({ screen: 'ended' });
  await screen.waitFor({ screen: 'attract' });
  // The number of the row stands before it.
  return rows.map((row) => row.replaceAll(/\s/g, '').slice(1));
}

async function typeSlip(
  terminal: RunningTerminal,
  { locale }: Member,
  rows: readonly string[],
): Promise<void> {
  const screen = terminal.screen();
  await screen.tap(`resume-${locale}`);
  for (const [at, row] of rows.entries()) {
    await screen.waitFor({ step: `resume-row.${at + 1}` });
    await screen.key(row);
    await terminal.tools.album.take();
    await screen.tap('continue');
  }
  await screen.waitFor({ screen: 'identify' });
}

function filesUnder(folder: string): readonly Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isFile())
    .map((path) => readFileSync(path));
}

for (const [number, language] of [
  [0, 'in Chinese'],
  [3, 'in English'],
] as const) {
  test(`a registration is put aside, the machine is switched off and on, and it is finished ${language}`, async ({
    terminal,
  }) => {
    const member = MEMBERS[number] as Member;
    await beginToType(terminal, member);
    const rows = await putAside(terminal);
    expect(rows.join('')).toMatch(/^[2-9A-HJ-NP-Z]{32}$/);
    await terminal.kill();
    const files = [
      ...filesUnder(terminal.environment.terminalData),
      ...filesUnder(terminal.environment.gatewayData),
    ];
    const traces = [half(member), 'contactChannel', ...rows];
    expect(traces.filter((trace) => files.some((file) => file.includes(trace)))).toEqual([]);

    await terminal.start();
    const screen = terminal.screen();
    await typeSlip(terminal, member, rows);
    await layCard(terminal.tools, member);
    await screen.waitFor({ step: 'question.mobile' });
    expect((await screen.text('[data-field]')).replaceAll(/\D/g, '')).toContain(half(member));
    await screen.page.locator('[data-key="clear"]').click();
    await answerQuestions(terminal.tools, member);
    await attest(terminal.tools);
    await submit(terminal.tools);
    await finish(terminal.tools);
    const events = auditOf(terminal).map(({ event }) => event);
    expect(events).toEqual(expect.arrayContaining(['draft.parked', 'draft.taken-up', 'submission.kept']));

    // It is over: the slip opens nothing any more, here or anywhere.
    await typeSlip(terminal, member, rows);
    await layCard(terminal.tools, member);
    await screen.waitFor({ screen: 'resume-trouble' });
    await terminal.tools.album.take();
    await expect(screen.page.locator('[data-fault="not-found"]')).toBeVisible();
  });
}

test('the slip before the scanner goes on from the attract page, and is no badge', async ({ terminal }) => {
  const member = MEMBERS[5] as Member;
  await beginToType(terminal, member);
  const rows = await putAside(terminal);
  const screen = terminal.screen();
  await terminal.tools.simulate({ device: 'badge', action: 'scan', text: `EMPF-RESUME:1:${rows.join('')}` });
  await screen.waitFor({ screen: 'identify', overlay: '' });
  await layCard(terminal.tools, member);
  await screen.waitFor({ step: 'question.mobile' });
});
