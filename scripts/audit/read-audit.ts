import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { type Failure, fail, type Result } from '../../domain/result.ts';
import { type VerifiedAudit, verifyAuditOf, type VerifyOptions } from '../../queue/audit/audit-verify.ts';
import { openRaw } from '../../queue/store/database/connection.ts';

/**
 * Verifies the audit chain of a terminal's database without changing it: while the terminal runs, or on a copy of the
 * file (with `-wal` beside it, when there was one).
 * @returns how long the chain is; `audit-broken` with the number and what happened to it; `no-such-file`,
 *   `not-a-database` for anything else
 */
export function readAudit(
  path: string,
  options: VerifyOptions = {},
): Result<VerifiedAudit, Failure<'audit-broken' | 'no-such-file' | 'not-a-database'>> {
  if (!existsSync(path)) return fail('no-such-file');
  try {
    return verifyReadOnly(path, options);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    // A log cannot be read without an index beside it, which a folder that is read-only does not take.
    if (!error.code.startsWith('SQLITE_CANTOPEN') && !error.code.startsWith('SQLITE_READONLY'))
      return fail('not-a-database');
  }
  const folder = mkdtempSync(join(tmpdir(), 'empf-audit-'));
  try {
    const copy = join(folder, basename(path));
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    return verifyReadOnly(copy, options);
  } catch (error) {
    if (error instanceof Database.SqliteError) return fail('not-a-database');
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function verifyReadOnly(
  path: string,
  options: VerifyOptions,
): Result<VerifiedAudit, Failure<'audit-broken'>> {
  const connection = openRaw(path, { readonly: true });
  try {
    // In one transaction: rows that the terminal adds meanwhile are not seen by half.
    return connection.transaction(() => verifyAuditOf(connection, options))();
  } finally {
    connection.close();
  }
}

const HAPPENED: Readonly<Record<string, string>> = {
  changed: 'was changed after it was written',
  removed: 'was removed',
  inserted: 'was put in afterwards',
  reordered: 'is not in its place',
};

/** What a technician reads, and what a program does. */
export function describeAudit(answer: ReturnType<typeof readAudit>): {
  readonly sentence: string;
  readonly json: Readonly<Record<string, string | number>>;
  /** 0: whole; 1: broken; 2: could not be read. */
  readonly exitCode: 0 | 1 | 2;
} {
  if (answer.ok) {
    const { entries, head } = answer.value;
    const sentence = `The audit log is whole: ${String(entries)} entries, none changed, removed, inserted or moved.`;
    return { sentence, json: { audit: 'whole', entries, head }, exitCode: 0 };
  }
  if (answer.code === 'audit-broken') {
    const { number = 0, what = '' } = answer.params ?? {};
    const sentence = `The audit log is broken: entry ${String(number)} ${HAPPENED[what] ?? 'does not fit'}.`;
    return { sentence, json: { audit: 'broken', number, what }, exitCode: 1 };
  }
  const sentence =
    answer.code === 'no-such-file' ? 'There is no such file.' : 'This is not a database of a terminal.';
  return { sentence, json: { audit: 'unread', code: answer.code }, exitCode: 2 };
}
