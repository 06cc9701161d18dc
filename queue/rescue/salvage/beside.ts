import { z } from 'zod';
import { staffNoticeSchema } from '../../../domain/wire/staff-list.ts';
import type { Connection } from '../../store/database/connection.ts';
import type { SqlValue } from '../pages/record.ts';

/** A row of a table in which every row stands for itself, beside the submissions. */
export interface BesideRow {
  readonly table: string;
  /** What makes it this row and no other, of all such tables. */
  readonly key: string;
  readonly values: readonly SqlValue[];
}

interface BesideTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** Tells its rows from those of every other table and index; the first column is the key. */
  readonly row: z.ZodType;
}

const count = z.number().int().positive();
const notNegative = z.number().int().nonnegative();
const staffId = z.string().min(1).max(32);
const hash = z.string().length(43);
const noticeText = z.string().refine((text) => {
  try {
    return staffNoticeSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
});

/** What has to survive of what is no submission; the shapes are those of the migrations (a test holds them together). */
export const BESIDE_TABLES: readonly BesideTable[] = [
  {
    table: 'staff_tries',
    columns: ['staff_id', 'pin_version', 'tries', 'tried_budget'],
    row: z.tuple([staffId, count, count, notNegative]),
  },
  {
    table: 'staff_pins',
    columns: ['staff_id', 'pin_version', 'pin_hash'],
    row: z.tuple([staffId, count, z.string().startsWith('$argon2id$')]),
  },
  { table: 'staff_badges_blocked', columns: ['badge_digest', 'staff_id'], row: z.tuple([hash, staffId]) },
  { table: 'staff_notices', columns: ['id', 'notice'], row: z.tuple([z.string().length(36), noticeText]) },
  {
    table: 'drafts',
    columns: ['key', 'draft_id', 'schema_version', 'expires_at', 'sealed', 'untold'],
    row: z.tuple([
      hash,
      z.string().length(4),
      count,
      z.string().length(24),
      z.instanceof(Uint8Array).nullable(),
      z.literal([0, 1]),
    ]),
  },
];

/** The row that these values are, when they are one of a table beside the submissions. */
export function besideRowOf(values: readonly SqlValue[]): BesideRow | null {
  const found = BESIDE_TABLES.find(
    ({ columns, row }) => columns.length === values.length && row.safeParse(values).success,
  );
  return found === undefined
    ? null
    : { table: found.table, key: `${found.table} ${String(values[0])}`, values };
}

/**
 * Puts rows into a new database. What its own checks refuse is left out: such a row was changed by the disk.
 * @returns how many were taken
 */
export function putBeside(connection: Connection, rows: readonly BesideRow[]): number {
  return connection
    .transaction(() => {
      let taken = 0;
      for (const { table, columns } of BESIDE_TABLES) {
        const insert = connection.prepare<SqlValue[]>(
          `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        );
        for (const row of rows) if (row.table === table) taken += insert.run(...row.values).changes;
      }
      return taken;
    })
    .immediate();
}
