import { good } from '../../testing/values.ts';
import { dropGuards, placeGuards } from '../database/guards.ts';
import { openDatabase } from '../database/open-database.ts';
import { MIGRATIONS } from '../migrations/index.ts';

export const VERSION_3_TABLES = ['submissions', 'contents', 'attachments', 'audit', 'counters', 'facts'];

/** Writes a database as the third version left it behind: the rows that `fill` leaves in one of today, under its schema. */
export function writeVersion3(path: string, fill: (path: string) => void): void {
  const today = `${path}.today`;
  fill(today);
  const { connection, lock } = good(openDatabase(path, { migrations: MIGRATIONS.slice(0, 3) }));
  connection.pragma('foreign_keys = OFF');
  dropGuards(connection);
  connection.prepare('ATTACH ? AS today').run(today);
  for (const table of VERSION_3_TABLES) {
    connection.exec(`DELETE FROM ${table}`);
    connection.exec(`INSERT INTO ${table} SELECT * FROM today.${table}`);
  }
  connection.exec('DETACH today');
  placeGuards(connection);
  connection.close();
  lock.release();
}
