import { createHash } from 'node:crypto';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import { dropGuards, guardsInPlace, placeGuards } from './guards.ts';
import type { Migration } from '../migrations/index.ts';
import type { Connection } from './connection.ts';

/** SHA-256 of a migration's text, base64url; kept in the database to notice a step that was changed after it shipped. */
export function checksum(migration: Migration): string {
  return createHash('sha256')
    .update(`${migration.version}\n${migration.name}\n${migration.sql}`)
    .digest('base64url');
}

function schemaVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/**
 * Whether this program can use the schema it finds; changes nothing.
 * @returns the version; `database-newer` for a database of a later program; `database-damaged` when the steps it says
 * it has are not the steps we shipped, or when there are tables that are none of ours
 */
export function examineSchema(
  connection: Connection,
  migrations: readonly Migration[],
): Result<{ readonly version: number }, Failure<'database-newer' | 'database-damaged'>> {
  const version = schemaVersion(connection);
  // A later program notes its steps, too; a number without its step is one that the disk has changed.
  const known = latestOf(migrations);
  if (version > known && lastStep(connection) === version)
    return fail('database-newer', { found: version, known });
  const sound = version === 0 ? isEmpty(connection) : checksumsAgree(connection, migrations, version);
  return sound ? ok({ version }) : fail('database-damaged', { what: 'schema' });
}

/**
 * Brings the schema forward in one transaction: either every step that is due is in, or none. Never backwards.
 * @returns the version it came from, or as `examineSchema`
 */
export function migrate(
  connection: Connection,
  migrations: readonly Migration[],
): Result<{ readonly from: number }, Failure<'database-newer' | 'database-damaged'>> {
  const examined = examineSchema(connection, migrations);
  if (!examined.ok) return examined;
  const from = examined.value.version;
  const due = migrations.filter((step) => step.version > from);
  if (due.length === 0 && guardsInPlace(connection)) return ok({ from });
  connection
    .transaction(() => {
      dropGuards(connection);
      connection.exec(
        'CREATE TABLE IF NOT EXISTS schema_steps (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT',
      );
      const note = connection.prepare('INSERT INTO schema_steps (version, name, checksum) VALUES (?, ?, ?)');
      for (const step of due) {
        connection.exec(step.sql);
        note.run(step.version, step.name, checksum(step));
      }
      placeGuards(connection);
      connection.pragma(`user_version = ${latestOf(migrations)}`);
    })
    .immediate();
  return ok({ from });
}

/** Number of the last step; 0 when there is none. */
function latestOf(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/** The steps that a database of this version has had. */
export function stepsUpTo(migrations: readonly Migration[], version: number): readonly Migration[] {
  return migrations.filter((step) => step.version <= version);
}

function isEmpty(connection: Connection): boolean {
  return connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

function lastStep(connection: Connection): number | null {
  const table = connection.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'schema_steps'`).get();
  if (table === undefined) return null;
  const row = connection
    .prepare<[], { last: number | null }>('SELECT max(version) AS last FROM schema_steps')
    .get();
  return row?.last ?? null;
}

function checksumsAgree(connection: Connection, migrations: readonly Migration[], version: number): boolean {
  const shipped = stepsUpTo(migrations, version);
  const found = connection
    .prepare<[], { version: number; checksum: string }>(
      'SELECT version, checksum FROM schema_steps ORDER BY version',
    )
    .all();
  return (
    shipped.at(-1)?.version === version &&
    found.length === shipped.length &&
    shipped.every((step, index) => {
      const row = found[index];
      return row !== undefined && row.version === step.version && row.checksum === checksum(step);
    })
  );
}
