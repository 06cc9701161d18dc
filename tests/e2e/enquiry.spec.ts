import { formatReference } from '../../domain/reference.ts';
import { readGatewayLedger } from '../../gateway/index.ts';
import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import { answerQuestions, attest, begin, finish, layCard, submit } from '../../scripts/demo/visit.ts';
import { auditOf } from './support/audit.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

// What is processed at once can no longer be withdrawn.
test.use({ gatewayArguments: ['--process-after', '3600'] });
// Two visits and two enquiries take half a minute, and longer where the machine does something else as well.
test.describe.configure({ timeout: 120_000 });

interface Left {
  readonly reference: string;
  readonly code: string;
}

/** A whole visit; what the member takes home. */
async function leaveSomething(
  terminal: RunningTerminal,
  member: Member,
  expected: 'received' | 'kept' = 'received',
): Promise<Left> {
  const { tools } = terminal;
  await begin(tools, member);
  await layCard(tools, member);
  await answerQuestions(tools, member);
  await attest(tools);
  const { reference, state } = await submit(tools);
  expect(state).toBe(expected);
  const code = (await tools.screen().text('[data-enquiry-code]')).replaceAll(/\s/g, '');
  await finish(tools);
  return { reference, code };
}

/** Another day: reference and code are typed as they stand on what was taken home. */
async function ask(terminal: RunningTerminal, { locale }: Member, { reference, code }: Left): Promise<void> {
  const screen = terminal.screen();
  await screen.tap(`enquire-${locale}`);
  await screen.waitFor({ screen: 'enquiry-choice' });
  await screen.tap('enquire-by-code');
  await screen.waitFor({ screen: 'enquiry-reference' });
  await screen.key(reference.replaceAll('-', ''));
  await screen.tap('continue');
  await screen.waitFor({ screen: 'enquiry-code' });
  await screen.key(code);
  await screen.tap('continue');
}

const statusShown = (terminal: RunningTerminal, status: string): Promise<void> =>
  terminal.screen().page.locator(`[data-screen="enquiry-result"] [data-status="${status}"]`).waitFor();

async function endEnquiry(terminal: RunningTerminal): Promise<void> {
  await terminal.screen().tap('done');
  await terminal.screen().waitFor({ screen: 'attract' });
}

const WORDS = {
  'zh-Hant': { received: '已收到', withdrawn: '已取消' },
  en: { received: 'has received', withdrawn: 'withdrawn' },
} as const;

for (const [number, language] of [
  [0, 'in Chinese'],
  [1, 'in English'],
] as const) {
  const member = MEMBERS[number] as Member;

  test(`${language}: asked with reference and code, withdrawn with the card, and withdrawn it stays`, async ({
    terminal,
  }) => {
    const screen = terminal.screen();
    const left = await leaveSomething(terminal, member);
    const words = WORDS[member.locale];

    await ask(terminal, member, left);
    await statusShown(terminal, 'received');
    expect(await screen.text('main')).toContain(words.received);

    await screen.tap('withdraw');
    await screen.waitFor({ screen: 'withdraw-notice' });
    await screen.tap('continue');
    await screen.waitFor({ screen: 'identify' });
    await layCard(terminal.tools, member);
    await attest(terminal.tools, 'withdraw-confirm');
    await screen.tap('submit');
    await screen.page.locator('[data-screen="receipt"] [data-state="accepted"]').waitFor();
    const withdrawal = (await screen.text('[data-reference]')).trim();
    await finish(terminal.tools);
    const ledger = readGatewayLedger(terminal.environment.gatewayData).references;
    expect(ledger.map(({ reference }) => reference).sort()).toEqual([left.reference, withdrawal].sort());

    await ask(terminal, member, left);
    await statusShown(terminal, 'cancelled');
    expect(await screen.text('main')).toContain(words.withdrawn);
    await expect(screen.page.locator('[data-action="withdraw"]')).toHaveCount(0);
    await endEnquiry(terminal);

    // Every entry of these visits is one that the log takes as it was written.
    const audited = auditOf(terminal);
    expect(audited.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['enquiry.made', 'staff.attested', 'submission.received', 'session.wiped']),
    );
    expect(audited.filter(({ entry }) => entry.includes('entry-refused'))).toEqual([]);
  });
}

test('the slip is lost: the card finds what was left, and it is withdrawn without laying the card again', async ({
  terminal,
}) => {
  const member = MEMBERS[0] as Member;
  const screen = terminal.screen();
  const left = await leaveSomething(terminal, member);

  await screen.tap(`enquire-${member.locale}`);
  await screen.waitFor({ screen: 'enquiry-choice' });
  await screen.tap('enquire-by-document');
  await screen.waitFor({ screen: 'enquiry-notice' });
  await terminal.tools.album.take();
  await screen.tap('continue');
  await screen.waitFor({ screen: 'identify' });
  await layCard(terminal.tools, member);
  await statusShown(terminal, 'received');
  expect(await screen.text('main')).toContain(left.reference);

  await screen.tap('withdraw');
  await screen.waitFor({ screen: 'withdraw-notice' });
  await screen.tap('continue');
  await attest(terminal.tools, 'withdraw-confirm');
  await screen.tap('submit');
  await screen.page.locator('[data-screen="receipt"] [data-state="accepted"]').waitFor();
  await finish(terminal.tools);

  const audited = auditOf(terminal);
  expect(audited.filter(({ entry }) => entry.includes('entry-refused'))).toEqual([]);
});

test('without a network: what is kept here is found with its slip and taken back, and never leaves', async ({
  terminal,
}) => {
  const member = MEMBERS[1] as Member;
  const screen = terminal.screen();
  await terminal.environment.proxy.cut();
  await screen.page
    .locator('[data-screen="attract"]:not(:has([data-online]))')
    .waitFor({ state: 'attached' });
  const left = await leaveSomething(terminal, member, 'kept');

  await ask(terminal, member, left);
  await statusShown(terminal, 'kept');
  expect(await screen.text('main')).toContain('eMPF has not received it yet');
  await terminal.tools.album.take();
  await screen.tap('withdraw');
  await screen.waitFor({ screen: 'withdraw-notice' });
  await screen.tap('continue');
  await screen.waitFor({ screen: 'identify' });
  await layCard(terminal.tools, member);
  await attest(terminal.tools, 'withdraw-confirm');
  await screen.tap('submit');
  await screen.page.locator('[data-screen="receipt"] [data-state="kept"]').waitFor();
  const withdrawal = (await screen.text('[data-reference]')).trim();
  await finish(terminal.tools);

  await terminal.environment.proxy.restore();
  const arrived = (): readonly string[] =>
    readGatewayLedger(terminal.environment.gatewayData).references.map(({ reference }) => reference);
  await expect.poll(arrived).toEqual([withdrawal]);
});

test('a wrong code finds nothing, and says no more than a reference that nobody has', async ({
  terminal,
}) => {
  const member = MEMBERS[1] as Member;
  const screen = terminal.screen();
  const left = await leaveSomething(terminal, member);
  const wrong = (left.code.startsWith('A') ? 'B' : 'A') + left.code.slice(1);
  const nobodys = formatReference({ terminalId: 'K0127', epoch: 1, counter: 999 });
  const said: string[] = [];
  for (const reference of [left.reference, nobodys]) {
    await ask(terminal, member, { reference, code: wrong });
    await screen.page.locator('[data-screen="enquiry-trouble"] [data-fault="not-found"]').waitFor();
    said.push(await screen.text('main'));
    await screen.tap('leave');
    await screen.tap('leave-confirm');
    await screen.waitFor({ screen: 'attract' });
  }
  expect(said[0]).toBe(said[1]);
  expect(said[0]).not.toContain(left.reference);
});
