import { z } from 'zod';
import { type Connection, openRaw } from '../store/database/connection.ts';
import { schemaDamage } from '../store/database/expected-schema.ts';
import { sqliteCode } from '../store/database/storage-faults.ts';
import { digestOf } from '../store/digest.ts';
import { MIGRATIONS } from '../store/migrations/index.ts';

interface ContentRow {
  readonly id: string;
  readonly reference: string;
  readonly sequence: number;
  readonly lane: number;
  readonly kind: string;
  readonly digest: string;
  /** What the disk has made of them: a changed type byte gives any other value, or one that SQLite does not have. */
  readonly envelope: unknown;
  readonly sealed: unknown;
}

const claimsSchema = z.object({
  id: z.string(),
  reference: z.string(),
  sequence: z.number(),
  lane: z.number(),
  kind: z.string(),
  digest: z.string(),
});

/** Rows read between two chances for others to do something. */
const ROWS_AT_ONCE = 200;

/**
 * Reads what is stored and compares it with its digest, a stretch at a time. SQLite's own checks look at the structure
 * only: a bit that was changed within what is stored passes them.
 *
 * @param which `open`: what is still to be sent or looked at, which is little and read at every opening
 * @yields after each stretch; finally what is wrong, or null
 */
export function* examineContents(
  path: string,
  nativeBinding: string | null,
  which: 'open' | 'all',
): Generator<null, string | null> {
  const connection = openRaw(path, { nativeBinding, readonly: true });
  try {
    // Opening has compared the schema just now (open-database.ts).
    const damage = which === 'all' ? schemaDamage(connection, MIGRATIONS, nativeBinding) : null;
    if (damage !== null) return damage;
    const isFound = finder(connection);
    let seen = 0;
    for (let after: number | null = 0; after !== null;) {
      const rows: readonly ContentRow[] = rowsAfter(connection, after, which);
      if (!rows.every(isWhole)) return 'content';
      if (!rows.every(isFound)) return 'index';
      seen += rows.length;
      after = rows.at(-1)?.sequence ?? null;
      yield null;
    }
    // Whoever else writes meanwhile moves the counters; nobody does while the terminal opens.
    return which === 'open' && seen !== openRows(connection) ? 'index' : null;
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_CORRUPT') === true) return 'content';
    throw error;
  } finally {
    connection.close();
  }
}

/** Whether a row is found by its id and by its reference: SQLite's quick check does not compare indexes with tables. */
function finder(connection: Connection): (row: ContentRow) => boolean {
  const byId = connection.prepare<[string], { sequence: number }>(
    'SELECT sequence FROM submissions WHERE id = ?',
  );
  const byReference = connection.prepare<[string], { sequence: number }>(
    'SELECT sequence FROM submissions WHERE reference = ?',
  );
  return ({ id, reference, sequence }) =>
    byId.get(id)?.sequence === sequence && byReference.get(reference)?.sequence === sequence;
}

/** As many rows are open as the counters say. */
function openRows(connection: Connection): number {
  const row = connection
    .prepare<[], { value: number }>(
      `SELECT coalesce(sum(value), 0) AS value FROM counters WHERE name IN ('state:pending', 'state:parked')`,
    )
    .get();
  return row?.value ?? 0;
}

/** All of what is open, in one go. */
export function openContentsDamage(path: string, nativeBinding: string | null): string | null {
  const examining = examineContents(path, nativeBinding, 'open');
  for (;;) {
    const step = examining.next();
    if (step.done === true) return step.value;
  }
}

function rowsAfter(connection: Connection, after: number, which: 'open' | 'all'): readonly ContentRow[] {
  const condition = which === 'open' ? 'open = 1 AND' : '';
  return connection
    .prepare<[number, number], ContentRow>(
      `SELECT id, reference, sequence, lane, kind, digest, envelope, sealed
       FROM submissions LEFT JOIN contents USING (sequence)
       WHERE ${condition} sequence > ? ORDER BY sequence LIMIT ?`,
    )
    .all(after, ROWS_AT_ONCE);
}

function isWhole(row: ContentRow): boolean {
  const { sealed, envelope } = row;
  if (!(sealed instanceof Uint8Array) || typeof envelope !== 'string') return false;
  if (digestOf(sealed) !== row.digest) return false;
  try {
    const claims = claimsSchema.safeParse(JSON.parse(envelope));
    if (!claims.success) return false;
    const { data } = claims;
    return (
      data.id === row.id &&
      data.reference === row.reference &&
      data.sequence === row.sequence &&
      data.lane === row.lane &&
      data.kind === row.kind &&
      data.digest === row.digest
    );
  } catch {
    return false;
  }
}
