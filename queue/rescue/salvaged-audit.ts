import { existsSync } from 'node:fs';
import { z } from 'zod';
import { AUDIT_TROUBLES } from '../../domain/service/status.ts';
import type { AuditRow } from '../../domain/wire/audit-upload.ts';
import { isoInstantSchema } from '../../domain/wire/contract.ts';
import { isFileFault, readPrivate, tryWritePrivate } from '../keys/private-file.ts';
import { readAuditFile } from './old-audit.ts';
import { readSalvageReport } from './salvage-report.ts';
import { asidePath } from './salvage/set-aside.ts';

/**
 * What became of it: `sent`, the platform holds it to its end; `incomplete`, the disk lost entries that the platform
 * has not, and what comes after them cannot be joined on; otherwise the code with which the platform refused it.
 */
const AUDIT_FATES = ['sent', 'incomplete', ...AUDIT_TROUBLES] as const;
export type SalvagedAuditFate = (typeof AUDIT_FATES)[number];

const fateSchema = z.strictObject({ fate: z.enum(AUDIT_FATES), at: isoInstantSchema });

/** The audit chain of the database that was salvaged last; it goes to the platform as what it was, under its old id. */
export interface SalvagedAudit {
  readonly databaseId: string;
  /** In their order; a number that was found in two versions is there twice. Empty when the file cannot be read. */
  rows(): readonly AuditRow[];
  settle(fate: SalvagedAuditFate, at: string): void;
}

/** What became of the saved chain beside a database; null: there is none, or it still waits. */
export function salvagedAuditFate(database: string): SalvagedAuditFate | null {
  const paths = pathsOf(database);
  return paths === null ? null : readFate(paths.fate);
}

/** The chain, unless there is none or the platform was told all that can be told. One that it refused is tried again. */
export function openSalvagedAudit(database: string): SalvagedAudit | null {
  const paths = pathsOf(database);
  if (paths === null) return null;
  const fate = readFate(paths.fate);
  if (fate === 'sent' || fate === 'incomplete') return null;
  return {
    databaseId: paths.databaseId,
    rows() {
      try {
        return readAuditFile(paths.rows);
      } catch (error) {
        if (error instanceof SyntaxError || error instanceof z.ZodError || isFileFault(error)) return [];
        throw error;
      }
    },
    settle(settled, at) {
      // Where the disk does not take it, the same is found out again after the next start.
      tryWritePrivate(paths.fate, `${JSON.stringify({ fate: settled, at })}\n`);
    },
  };
}

function pathsOf(
  database: string,
): { readonly databaseId: string; readonly rows: string; readonly fate: string } | null {
  const report = readSalvageReport(database);
  if (report?.phase !== 'done' || report.oldDatabaseId === null || report.auditEntries === 0) return null;
  const aside = asidePath(database, report.aside);
  const rows = `${aside}.audit.jsonl`;
  return existsSync(rows)
    ? { databaseId: report.oldDatabaseId, rows, fate: `${aside}.audit-fate.json` }
    : null;
}

function readFate(path: string): SalvagedAuditFate | null {
  const bytes = readPrivate(path);
  if (bytes === null) return null;
  try {
    return fateSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data?.fate ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
