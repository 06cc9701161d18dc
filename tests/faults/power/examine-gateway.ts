import { join } from 'node:path';
import { databasePath } from '../../../gateway/store/database.ts';
import { startGateway } from '../../../gateway/index.ts';
import { openSqliteStore } from '../../../gateway/store/sqlite-store.ts';
import { digestOf } from '../../support/digest.ts';
import type { FindingsBook } from '../runner/findings.ts';
import { readArrived } from '../terminal/platform.ts';
import { checkIntegrity } from './examine-queue.ts';
import type { Mark } from './marks.ts';

/** The terminal of the gateway workload. */
const TERMINAL = 'K0127';

/**
 * Opens the gateway's store on what a fault left behind: everything that was answered 201 is there once, and asking
 * again gives the same bytes as before.
 */
export async function examineGateway(
  folder: string,
  marks: readonly Mark[],
  found: FindingsBook,
): Promise<void> {
  const dataDir = join(folder, 'gateway');
  const answers = marks.filter((mark) => mark.told === 'answered' && mark.status === 201);
  found.confirm(answers.length);
  const started = await startGateway({ dataDir, logLevel: 'silent' });
  if (!started.ok) {
    found.fault(
      'corrupt',
      `the gateway does not start: ${started.code} ${JSON.stringify(started.params ?? {})}`,
    );
    return;
  }
  await started.value.stop();
  const opened = openSqliteStore(dataDir);
  if (!opened.ok) {
    found.fault('corrupt', `the gateway's store does not open: ${opened.code}`);
    return;
  }
  const store = opened.value;
  for (const mark of answers) {
    if (mark.told !== 'answered') continue;
    const again = await store.findAnswer(TERMINAL, mark.id);
    if (again === null) found.fault('lost', `${mark.id} was answered 201 and is not there`);
    else if (digestOf(again.response) !== mark.answer) {
      found.fault('corrupt', `${mark.id} gets another answer than before`);
    }
  }
  store.close();
  const arrived = readArrived(dataDir, TERMINAL);
  const references = new Set(arrived.map(({ reference }) => reference));
  if (references.size !== arrived.length) found.fault('duplicated', 'a reference is there twice');
  for (const row of arrived) {
    if (row.bytes !== row.digest) found.fault('corrupt', `${row.reference} has other bytes`);
  }
  checkIntegrity(databasePath(dataDir), found);
}
