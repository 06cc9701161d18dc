import type { FindingsBook } from '../runner/findings.ts';
import type { ArrivedSubmission, HeldSubmission, ToldSubmission } from './ledger.ts';

export interface Ledgers {
  readonly told: readonly ToldSubmission[];
  readonly arrived: readonly ArrivedSubmission[];
  /** What waits on the terminal; empty when everything was to be drained. */
  readonly held: readonly HeldSubmission[];
}

/**
 * One terminal against the gateway. Whatever was told kept is on one of the two sides; whatever was told received is at
 * the gateway; nothing is there twice, with other bytes, or before an earlier one of its lane.
 */
export function compareLedgers({ told, arrived, held }: Ledgers, found: FindingsBook): void {
  found.confirm(told.length + told.filter(({ received }) => received).length);
  const byId = new Map<string, ArrivedSubmission>();
  const references = new Set<string>();
  for (const row of arrived) {
    if (byId.has(row.id)) found.fault('duplicated', `${row.id} has two effects`);
    if (references.has(row.reference)) found.fault('duplicated', `${row.reference} has two effects`);
    if (row.bytes !== row.digest) found.fault('corrupt', `${row.reference} arrived with other bytes`);
    byId.set(row.id, row);
    references.add(row.reference);
  }
  const waiting = new Map(held.map((item) => [item.id, item]));
  for (const submission of told)
    compareOne(submission, byId.get(submission.id), waiting.get(submission.id), found);
  compareOrder(arrived, found);
}

function compareOne(
  submission: ToldSubmission,
  row: ArrivedSubmission | undefined,
  waiting: HeldSubmission | undefined,
  found: FindingsBook,
): void {
  const { reference, digest } = submission;
  if (submission.received && row === undefined) {
    found.fault('falseConfirmations', `${reference} was told received and is not at the gateway`);
  }
  if (row === undefined && waiting === undefined) found.fault('lost', `${reference} is nowhere`);
  if (
    row !== undefined &&
    (row.digest !== digest || row.reference !== reference || row.lane !== submission.lane)
  ) {
    found.fault('corrupt', `${reference} arrived as something else`);
  }
  if (waiting !== undefined && waiting.digest !== digest)
    found.fault('corrupt', `${reference} waits with other bytes`);
}

/** Order is by the terminal's sequence, within a lane. */
function compareOrder(arrived: readonly ArrivedSubmission[], found: FindingsBook): void {
  const last = new Map<number, ArrivedSubmission>();
  for (const row of arrived) {
    const before = last.get(row.lane);
    if (before !== undefined && row.sequence < before.sequence) {
      found.fault('reordered', `${row.reference} arrived after ${before.reference} of its lane`);
    }
    if (before === undefined || row.sequence > before.sequence) last.set(row.lane, row);
  }
}
