import type { AuditRow } from '../../domain/wire/audit-upload.ts';
import { digestOf } from '../accept/fingerprint.ts';
import type { AuditBreak } from './audit-store.ts';

function sha256(text: string): string {
  return digestOf(Buffer.from(text));
}

/** What the first entry of a database's chain is linked to. */
export function chainStart(databaseId: string): string {
  return sha256(`empf-terminal/audit/v1\n${databaseId}`);
}

/** The first thing in a run of rows that does not fit by itself: its numbers, its links, its hashes; null when all do. */
export function breakInRun(rows: readonly AuditRow[]): AuditBreak | null {
  let before: AuditRow | null = null;
  for (const row of rows) {
    const { number } = row;
    if (before !== null && number !== before.number + 1) return { number, what: 'number' };
    if (before !== null && row.previous !== before.hash) return { number, what: 'unlinked' };
    if (row.hash !== sha256(`${row.previous}\n${row.entry}`)) return { number, what: 'hash' };
    if (numberInside(row.entry) !== number) return { number, what: 'number' };
    before = row;
  }
  return null;
}

function numberInside(entry: string): unknown {
  try {
    const parsed: unknown = JSON.parse(entry);
    return typeof parsed === 'object' && parsed !== null && 'number' in parsed ? parsed.number : null;
  } catch {
    return null;
  }
}
