import type { Migration } from '../migrations/index.ts';
import { type Connection, openRaw } from './connection.ts';

/**
 * What the disk has changed in what a database is made of, and SQLite's own checks let pass: a column whose name lost a
 * capital still answers, but gives its values under that name, and a call that needs a counter which is not there
 * throws. Compared with a new database made by the same steps.
 *
 * @param migrations the steps that this database has had
 * @returns null when everything is there
 */
export function schemaDamage(
  connection: Connection,
  migrations: readonly Migration[],
  nativeBinding: string | null,
): 'schema' | 'counters' | null {
  const made = openRaw(':memory:', { nativeBinding });
  try {
    for (const step of migrations) made.exec(step.sql);
    if (!namesAreText(connection)) return 'schema';
    if (!includesAll(schemaTexts(connection), schemaTexts(made))) return 'schema';
    return includesAll(counterNames(connection), counterNames(made)) ? null : 'counters';
  } finally {
    made.close();
  }
}

/** A changed type byte makes bytes of a trigger's name, which SQLite does not mind and whoever reads it does. */
function namesAreText(connection: Connection): boolean {
  const odd = connection
    .prepare(
      `SELECT 1 FROM sqlite_schema
       WHERE typeof(type) <> 'text' OR typeof(name) <> 'text' OR typeof(tbl_name) <> 'text' LIMIT 1`,
    )
    .get();
  return odd === undefined;
}

function includesAll(there: readonly string[], expected: readonly string[]): boolean {
  const found = new Set(there);
  return expected.every((one) => found.has(one));
}

function schemaTexts(connection: Connection): readonly string[] {
  return connection
    .prepare<[], { text: string }>(
      `SELECT concat_ws(' ', type, name, tbl_name, sql) AS text FROM sqlite_schema`,
    )
    .all()
    .map(({ text }) => text);
}

function counterNames(connection: Connection): readonly string[] {
  const table = connection.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'counters'`).get();
  if (table === undefined) return [];
  return connection
    .prepare<[], { name: string }>('SELECT name AS name FROM counters')
    .all()
    .map(({ name }) => name);
}
