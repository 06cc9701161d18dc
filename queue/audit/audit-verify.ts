import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { AuditRow } from '../../domain/wire/audit-upload.ts';
import type { Connection } from '../store/database/connection.ts';
import { chainLink, chainStart } from './audit-chain.ts';

/** What somebody did to the log. */
export type AuditBreak = 'changed' | 'removed' | 'inserted' | 'reordered';

export interface VerifiedAudit {
  readonly entries: number;
  /** Hash of the last row; of the beginning when there is none. */
  readonly head: string;
}

export interface VerifyOptions {
  /**
   * A number and its hash that are known from elsewhere (a signed checkpoint, the platform's acknowledgement): finds
   * what the file alone cannot show, a chain that was made anew from some row on.
   */
  readonly checkpoint?: { readonly number: number; readonly head: string };
}

type Broken = { readonly ok: false } & Failure<'audit-broken'>;

/**
 * Reads every row of the log. Works on any connection, a read-only one included.
 * @returns how long the chain is, or `audit-broken` with the `number` of the first row that does not fit and `what`
 * became of it (`AUDIT_BREAKS`)
 */
export function verifyAuditOf(
  connection: Connection,
  options: VerifyOptions = {},
): Result<VerifiedAudit, Failure<'audit-broken'>> {
  const databaseId = connection
    .prepare<[], { value: string }>(`SELECT value FROM facts WHERE name = 'database-id'`)
    .get()?.value;
  const rows = connection.prepare<[], AuditRow>(
    'SELECT number, entry, previous, hash FROM audit ORDER BY number',
  );
  let before = '';
  let previous = chainStart(databaseId ?? '');
  let expected = 1;
  for (const row of rows.iterate()) {
    const found = examine(connection, row, { expected, previous, before });
    if (found !== null) return found;
    if (options.checkpoint?.number === expected && options.checkpoint.head !== row.hash)
      return broken(expected, 'changed');
    before = previous;
    previous = row.hash;
    expected += 1;
  }
  const found = examineEnd(connection, expected - 1, options);
  return found ?? ok({ entries: expected - 1, head: previous });
}

function broken(number: number, what: AuditBreak): Broken {
  return fail('audit-broken', { number, what });
}

interface Expectation {
  readonly expected: number;
  /** Hash of the row before, and of the one before that. */
  readonly previous: string;
  readonly before: string;
}

/** Every row says inside its hashed text which number it has, so that a row in a wrong place says where it belongs. */
function examine(connection: Connection, row: AuditRow, expectation: Expectation): Broken | null {
  const { expected, previous, before } = expectation;
  if (row.number !== expected) return broken(expected, elsewhere(connection, expected));
  const inside = numberInside(row.entry);
  if (inside === null || row.hash !== chainLink(row.previous, row.entry)) return broken(expected, 'changed');
  if (inside > expected) return broken(expected, elsewhere(connection, expected));
  // Another one that goes on from the row before last: the last one was put between them. A copy of the last is extra.
  if (inside < expected) {
    const lastIsExtra = row.previous === before && row.hash !== previous;
    return broken(lastIsExtra ? expected - 1 : expected, 'inserted');
  }
  if (row.previous === previous) return null;
  return broken(...misfit(connection, row, expected, previous));
}

/** A row that is whole, has the right number and hangs on another row than the one before it. */
function misfit(
  connection: Connection,
  row: AuditRow,
  expected: number,
  previous: string,
): [number, AuditBreak] {
  const next = connection
    .prepare<[number], { previous: string }>('SELECT previous FROM audit WHERE number = ?')
    .get(expected + 1);
  // The row after it goes on from the row before it, or the log begins with what belongs to another: it came from elsewhere.
  if (expected === 1 || next?.previous === previous) return [expected, 'inserted'];
  // The row after it holds it to be true: then the row before it was made anew. Otherwise this one was.
  return [next?.previous === row.hash || next === undefined ? expected - 1 : expected, 'changed'];
}

/** The row of this number is not where it belongs: is it anywhere? */
function elsewhere(connection: Connection, number: number): AuditBreak {
  const found = connection
    .prepare<[number], { number: number }>(
      `SELECT number FROM audit WHERE CASE WHEN json_valid(entry) THEN json_extract(entry, '$.number') END = ? LIMIT 1`,
    )
    .get(number);
  return found === undefined ? 'removed' : 'reordered';
}

/** What was cut off or put on at the end shows only in the counters and in what others know. */
function examineEnd(connection: Connection, entries: number, { checkpoint }: VerifyOptions): Broken | null {
  const counter = connection.prepare<[string], { value: number }>(
    'SELECT value FROM counters WHERE name = ?',
  );
  const counted = counter.get('audit')?.value ?? 0;
  if (counted < entries) return broken(counted + 1, 'inserted');
  const known = Math.max(counted, counter.get('audit-acknowledged')?.value ?? 0, checkpoint?.number ?? 0);
  return known > entries ? broken(entries + 1, 'removed') : null;
}

function numberInside(entry: string): number | null {
  try {
    const parsed: unknown = JSON.parse(entry);
    if (typeof parsed !== 'object' || parsed === null || !('number' in parsed)) return null;
    return typeof parsed.number === 'number' ? parsed.number : null;
  } catch {
    return null;
  }
}
