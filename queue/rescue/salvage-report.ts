import { z } from 'zod';
import { isoInstantSchema } from '../../domain/wire/contract.ts';
import { readPrivate, writePrivate } from '../keys/private-file.ts';

/**
 * What a salvage did, beside the database (`<database>.salvage.json`). It is also its journal: a salvage that was cut
 * short is taken up where it stood. Nothing in it is about a person.
 */
const salvageReportSchema = z.strictObject({
  v: z.literal(1),
  /**
   * `begun`: the damaged files are being set aside and read; `built`: the new database is whole and waits to be put in
   * its place; `done`.
   */
  phase: z.enum(['begun', 'built', 'done']),
  /** The damaged files are `<database>.damaged-N…`. */
  aside: z.number().int().positive(),
  at: isoInstantSchema,
  /** What was found wrong: a word, never a path. */
  what: z.string().max(64),
  salvaged: z.number().int().min(0),
  /** Of those: not in the damaged database, only in the backup. */
  fromBackup: z.number().int().min(0),
  /** Confirmed to a member, found nowhere, and not known to be received; null: nobody can say. */
  missing: z.number().int().min(0).nullable(),
  files: z.number().int().min(0),
  filesMissing: z.number().int().min(0),
  epoch: z.number().int().min(0),
  /** Of the damaged database; null when it could not be read. */
  oldDatabaseId: z.string().nullable(),
  /** Entries of the old audit log that were saved for the upload, and whether that is all of them. */
  auditEntries: z.number().int().min(0),
  auditComplete: z.boolean(),
  /** When and by whom the loss was taken note of; null while it was not, or need not be. */
  accepted: z.strictObject({ at: isoInstantSchema, by: z.string().max(32) }).nullable(),
  /** Whether an opening has told about it. */
  told: z.boolean(),
});
export type SalvageReport = z.infer<typeof salvageReportSchema>;

function reportPath(database: string): string {
  return `${database}.salvage.json`;
}

/** Null when there is none; also when it is damaged, which is then as if there had been no salvage. */
export function readSalvageReport(database: string): SalvageReport | null {
  const bytes = readPrivate(reportPath(database));
  if (bytes === null) return null;
  try {
    const parsed = salvageReportSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** @throws what the disk throws */
export function writeSalvageReport(database: string, report: SalvageReport): void {
  writePrivate(reportPath(database), `${JSON.stringify(report, null, 2)}\n`);
}

/** True when the terminal must not serve before somebody has taken note: something is missing, or may be. */
export function awaitsAcceptance(report: SalvageReport): boolean {
  return report.accepted === null && (report.missing !== 0 || report.filesMissing > 0);
}

/**
 * Takes note of what a salvage could not find; the next opening serves again.
 * @returns the report, or null when there is nothing to accept
 */
export function acceptSalvage(database: string, accepted: { at: string; by: string }): SalvageReport | null {
  const report = readSalvageReport(database);
  if (report?.phase !== 'done' || !awaitsAcceptance(report)) return null;
  const changed: SalvageReport = { ...report, accepted };
  writeSalvageReport(database, changed);
  return changed;
}
