import { SAMPLE_FILE } from '../../domain/catalogue/testing/sample-file.ts';
import type { FileListing } from '../../domain/terminal/ports/remittance-files.ts';
import { type FakeFiles, fakeFiles } from './files.ts';
import { inService, type TestTerminal } from './harness.ts';
import { adult01 } from './people.ts';

export const ACCOUNT = '3777463656273';
const BEFORE = ['yes', 'file', 'no', 'Lantern Street Bakery Ltd', ACCOUNT, 'bea-value', 'read', 'none'];
export const FACTS = { ...SAMPLE_FILE, employerAccountNo: ACCOUNT };
export const listing: FileListing = {
  places: [{ id: 'e1', kind: 'drive', name: 'KINGSTON' }],
  at: {
    place: { id: 'e1', kind: 'drive', name: 'KINGSTON' },
    folders: [],
    entries: [
      { id: 'e2', kind: 'file', name: '十月供款.csv', changedAt: '2026-11-20T03:20:00.000Z', bytes: 812 },
    ],
    others: 0,
    more: 0,
    readable: true,
  },
};
export const nothingWrong = { rows: 3, held: 0, warnings: 0, accounts: [], groups: [] };

/**
 * An employer's clerk, identified, who has given these answers to a remittance.
 * @param prepare what the ports say meanwhile
 */
export async function clerkAfter(
  answers: readonly string[],
  prepare: (ports: TestTerminal['ports']) => void = () => undefined,
): Promise<TestTerminal> {
  const test = await inService();
  prepare(test.ports);
  test.network(true);
  test.press(
    { type: 'MENU', locale: 'en' },
    { type: 'CHOOSE_GROUP', group: 'contributions' },
    { type: 'CHOOSE_KIND', kind: 'employer-remittance' },
    { type: 'CONTINUE' },
  );
  test.layCard();
  test.read(adult01);
  test.press({ type: 'CONTINUE' });
  for (const value of answers) test.press({ type: 'ANSWER', value });
  return test;
}

/** One who came with a file: before the page that asks for it. */
export async function clerk(): Promise<{ test: TestTerminal; files: FakeFiles }> {
  const files = fakeFiles();
  return { test: await clerkAfter(BEFORE, (ports) => Object.assign(ports, { files })), files };
}

export function checked({ test, files }: { test: TestTerminal; files: FakeFiles }): void {
  files.list(listing);
  test.press({ type: 'FILE_OPEN', entry: 'e2' });
  files.tell({ type: 'CHECKED', findings: nothingWrong, facts: FACTS });
}

/** From a clean file to the receipt. */
export async function leftByFile(at: { test: TestTerminal; files: FakeFiles }): Promise<void> {
  const { test } = at;
  checked(at);
  test.press({ type: 'CONTINUE' });
  for (let page = test.view(); page.screen.id === 'ask'; page = test.view()) {
    test.press({ type: 'ANSWER', value: page.screen.ask.type === 'statement' ? 'read' : 'cheque' });
  }
  await test.signIn();
  test.attest();
  test.press({ type: 'HAND_BACK' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
  await test.settle();
}
