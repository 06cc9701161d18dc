import { existsSync } from 'node:fs';
import type { KeyDocument } from '../../../domain/wire/contract.ts';
import { verifyReceipt } from '../../../domain/wire/signing.ts';
import { examineContents } from '../../../queue/rescue/examine-contents.ts';
import { openRaw } from '../../../queue/store/database/connection.ts';
import { sqliteCode } from '../../../queue/store/database/storage-faults.ts';
import { describeAudit, readAudit } from '../../audit/read-audit.ts';
import { facts, type Report } from '../print.ts';
import { readingQueue } from '../reader.ts';
import { orRefuse, Refusal } from '../refusal.ts';
import { openKeys, type TerminalPlaces } from '../terminal.ts';

const PAGE = 500;

/** Reads all of it: the structure, every stored byte against its digest, every receipt, the audit log. */
export async function verify(places: TerminalPlaces): Promise<Report> {
  if (!existsSync(places.database)) throw new Refusal('database-missing');
  const structure = structureOf(places.database);
  const contents = structure === 'sound' ? contentsOf(places.database) : 'not looked at';
  const audit = describeAudit(readAudit(places.database));
  const document = existsSync(places.keys) ? (await openKeys(places)).keys.document() : null;
  const receipts =
    structure === 'sound' && document !== null ? await receiptsOf(places.database, document) : null;
  const bad = receipts?.bad ?? [];
  const lines = facts([
    ['structure', structure],
    ['contents', contents],
    [
      'receipts',
      receipts === null ? 'not looked at' : `${String(receipts.good)} verified, ${String(bad.length)} not`,
    ],
    ['audit log', audit.sentence],
  ]);
  const whole = structure === 'sound' && contents === 'sound' && audit.exitCode === 0 && bad.length === 0;
  const json = { structure, contents, receipts, audit: audit.json };
  return {
    lines: [...lines, ...bad.map((reference) => `receipt that does not verify: ${reference}`)],
    json,
    exitCode: whole ? 0 : 1,
  };
}

function structureOf(path: string): 'sound' | 'damaged' {
  const connection = openRaw(path, { readonly: true });
  try {
    return connection.pragma('integrity_check(1)', { simple: true }) === 'ok' ? 'sound' : 'damaged';
  } catch (error) {
    if (sqliteCode(error) === null) throw error;
    return 'damaged';
  } finally {
    connection.close();
  }
}

function contentsOf(path: string): 'sound' | 'damaged' {
  const examining = examineContents(path, null, 'all');
  for (;;) {
    const step = examining.next();
    if (step.done === true) return step.value === null ? 'sound' : 'damaged';
  }
}

async function receiptsOf(
  path: string,
  document: KeyDocument,
): Promise<{ readonly good: number; readonly bad: readonly string[] }> {
  const received = readingQueue(path, (queue) => {
    const found = [];
    for (let after = 0; ;) {
      const page = orRefuse(queue.list({ after, limit: PAGE }));
      found.push(...page.filter(({ receipt }) => receipt !== null));
      const last = page.at(-1);
      if (last === undefined) return found;
      after = last.sequence;
    }
  });
  const bad: string[] = [];
  for (const { id, digest, reference, receipt, envelope } of received) {
    const expected = { id, digest, terminalId: envelope?.terminalId ?? '' };
    if (!(await verifyReceipt(receipt ?? '', document, expected)).ok) bad.push(reference);
  }
  return { good: received.length - bad.length, bad };
}
