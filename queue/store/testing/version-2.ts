import { good } from '../../testing/values.ts';
import { dropGuards, placeGuards } from '../database/guards.ts';
import { openDatabase } from '../database/open-database.ts';
import { MIGRATIONS } from '../migrations/index.ts';

const TABLES = ['submissions', 'contents', 'attachments', 'audit'];
/** The first steps put rows of their own into these. */
const BEGUN = ['counters', 'facts'];

/**
 * Writes a database as the second version left it behind: its own schema, and the rows that `fill` leaves in a
 * database of today, without what that version did not have.
 */
export function writeVersion2(path: string, fill: (path: string) => void): void {
  const today = `${path}.today`;
  fill(today);
  const { connection, lock } = good(openDatabase(path, { migrations: MIGRATIONS.slice(0, 2) }));
  connection.pragma('foreign_keys = OFF');
  dropGuards(connection);
  connection.prepare('ATTACH ? AS today').run(today);
  for (const table of BEGUN) connection.exec(`DELETE FROM ${table}`);
  for (const table of [...TABLES, ...BEGUN]) {
    const columns = connection
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table)
      .join(', ');
    connection.exec(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM today.${table}`);
  }
  connection.exec('DETACH today');
  placeGuards(connection);
  connection.close();
  lock.release();
}
