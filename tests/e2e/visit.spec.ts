import { readGatewayLedger } from '../../gateway/index.ts';
import { SIMULATED_DOCUMENTS } from '../../hardware/index.ts';
import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import { answerQuestions, attest, begin, finish, layCard, submit } from '../../scripts/demo/visit.ts';
import { findPersonalData } from '../support/personal-data.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

const [first, second] = MEMBERS as [Member, Member];

async function register(
  terminal: RunningTerminal,
  member: Member,
): Promise<{ reference: string; state: string }> {
  await begin(terminal.tools, member);
  await layCard(terminal.tools, member);
  await answerQuestions(terminal.tools, member);
  await attest(terminal.tools);
  return submit(terminal.tools);
}

function held(terminal: RunningTerminal): readonly string[] {
  return readGatewayLedger(terminal.environment.gatewayData).references.map((item) => item.reference);
}

test('a member registers, the platform receives it, nothing of the member is on any disk', async ({
  terminal,
}) => {
  const told = await register(terminal, first);
  expect(['received', 'accepted']).toContain(told.state);
  expect(held(terminal)).toEqual([told.reference]);
  await finish(terminal.tools);
  await terminal.close();

  const card = Object.entries(SIMULATED_DOCUMENTS).find(([name]) => name === first.document)?.[1];
  if (card?.reads !== 'document' || card.document.kind !== 'hkid' || first.contact.channel !== 'mobile') {
    throw new Error('the fixture changed');
  }
  const { number, surname, givenNames, nameChinese } = card.document;
  const personal = [
    number,
    number.slice(0, -1),
    `${surname} ${givenNames}`,
    givenNames,
    ...(nameChinese === null ? [] : [nameChinese]),
    first.contact.mobile,
  ];
  expect(findPersonalData(terminal.environment.runFolder, personal)).toEqual([]);
  expect(personal.filter((text) => terminal.output().includes(text))).toEqual([]);
});

test('the same member a second time is told that the platform did not accept it', async ({ terminal }) => {
  await register(terminal, first);
  await finish(terminal.tools);
  const again = await register(terminal, { ...second, document: first.document });
  expect(again.state).toBe('rejected');
});

test('network down, killed while the receipt is shown: kept, sent once after the restart', async ({
  terminal,
}) => {
  await terminal.environment.proxy.cut();
  await terminal
    .screen()
    .page.locator('[data-screen="attract"]:not(:has([data-online]))')
    .waitFor({ state: 'attached' });
  const told = await register(terminal, first);
  expect(told.state).toBe('kept');
  await terminal.kill();
  await terminal.start();
  await expect(terminal.screen().page.locator('[data-reference]')).toHaveCount(0);
  expect(held(terminal)).toEqual([]);
  await terminal.environment.proxy.restore();
  await expect.poll(() => held(terminal)).toEqual([told.reference]);
  const ledger = readGatewayLedger(terminal.environment.gatewayData).references;
  expect(ledger.map((item) => item.count)).toEqual([1]);
});
