import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type AuditRow, auditRowSchema } from '../../domain/wire/audit-upload.ts';

/** Rows of an audit log as lines of JSON, so that they can be read without a database. */
export interface AuditFile {
  add(row: AuditRow): void;
  /** Synced when it returns. */
  close(): void;
}

/** @throws what the disk throws; a file of that name is begun anew */
export function writeAuditFile(path: string): AuditFile {
  const handle = openSync(path, 'w', 0o600);
  let waiting: string[] = [];
  const flush = (): void => {
    const bytes = Buffer.from(waiting.join(''));
    waiting = [];
    for (let at = 0; at < bytes.byteLength;) at += writeSync(handle, bytes, at);
  };
  return {
    add(row) {
      waiting.push(`${JSON.stringify(row)}\n`);
      if (waiting.length >= 1_000) flush();
    },
    close() {
      try {
        flush();
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    },
  };
}

/** The rows that a salvage saved, in their order; a number that was found in two versions is there twice. */
export function readAuditFile(path: string): readonly AuditRow[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => auditRowSchema.parse(JSON.parse(line)))
    .sort((a, b) => a.number - b.number);
}

/**
 * A hash in a form that may stand in an audit entry, where no code may look like a number: every four bits one of the
 * letters a to p.
 */
export function hashInLetters(hash: string): string {
  const hex = Buffer.from(hash, 'base64url').toString('hex');
  return Array.from(hex, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
