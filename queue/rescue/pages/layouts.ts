import { openRaw } from '../../store/database/connection.ts';
import { MIGRATIONS, type Migration } from '../../store/migrations/index.ts';
import type { SqlValue } from './record.ts';

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, SqlValue>>;

/** The columns of a table, in the order in which a record holds them. */
export interface Layout {
  readonly table: string;
  readonly columns: readonly string[];
  /** The column that is the row id; its place in the record is empty. */
  readonly rowid: string | null;
}

const TABLES = ['submissions', 'contents', 'audit', 'attachments'];

/**
 * What rows looked like in every version of the schema, newest first: made by running the migrations, so that it cannot
 * disagree with them.
 */
export function layoutsOf(
  nativeBinding: string | null,
  migrations: readonly Migration[] = MIGRATIONS,
): readonly Layout[] {
  const layouts = new Map<string, Layout>();
  const connection = openRaw(':memory:', { nativeBinding });
  try {
    for (const step of migrations) {
      connection.exec(step.sql);
      for (const table of TABLES) {
        const columns = connection
          .prepare<[string], { name: string; type: string; pk: number }>(
            'SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid',
          )
          .all(table);
        if (columns.length === 0) continue;
        const names = columns.map(({ name }) => name);
        const rowid = columns.find(({ type, pk }) => pk === 1 && type === 'INTEGER')?.name ?? null;
        layouts.set([table, ...names].join(' '), { table, columns: names, rowid });
      }
    }
  } finally {
    connection.close();
  }
  return [...layouts.values()].reverse();
}

/** The record as a row of this table, or null when it has not as many columns. */
export function rowOf(layout: Layout, rowid: number, values: readonly SqlValue[]): Row | null {
  if (values.length !== layout.columns.length) return null;
  return Object.fromEntries(
    layout.columns.map((name, index) => [name, name === layout.rowid ? rowid : (values[index] ?? null)]),
  );
}
