import { constants } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../../domain/locale.ts';
import { problemTable } from '../../domain/remittance/summary/problem-lines.ts';
import { driveErrorOf } from '../../domain/service/drive-error.ts';
import type { FileFindings, ShownProblem } from '../../domain/remittance/summary/summarise.ts';
import { fail, ok, type Failure, type Result } from '../../domain/result.ts';
import type { SaveFault } from '../../domain/terminal/remittance-files.ts';

/** A second list of the same minute gets a number. */
const MOST_NAMES = 50;

export interface ListToSave {
  readonly folder: string;
  /** Where `folder` must still be. */
  readonly device: number;
  readonly findings: FileFindings;
  readonly lines: readonly ShownProblem[];
  readonly locale: Locale;
  /** `20261123-1542`, in Hong Kong. */
  readonly stamp: string;
}

/** Writes the list beside the file, whole and synced, and never over anything. Its name says nothing of a person. */
export async function saveProblemList(
  list: ListToSave,
): Promise<Result<{ readonly name: string }, Failure<SaveFault>>> {
  const { folder, device, findings, lines, locale, stamp } = list;
  const found = findings.groups.reduce((sum, { count }) => sum + count, 0);
  const text = problemTable(lines, found - lines.length, locale);
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const name = `remittance-problems-${stamp}${number === 1 ? '' : `-${String(number)}`}.csv`;
    const written = await writeNew(join(folder, name), text, device);
    if (written === 'exists') continue;
    return written === null ? ok({ name }) : fail(written);
  }
  return fail('drive-fault');
}

/** @returns null when it was written */
async function writeNew(path: string, text: string, device: number): Promise<SaveFault | 'exists' | null> {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  let made = false;
  try {
    const handle = await open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
    made = true;
    try {
      // A drive that was pulled out leaves its mount point behind, which is on the machine's own disk.
      if ((await handle.stat()).dev !== device) {
        await rm(path, { force: true });
        return 'drive-gone';
      }
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    if (code === 'EEXIST') return 'exists';
    // Half a list would be taken for the whole.
    if (made) await rm(path, { force: true }).catch(() => undefined);
    return driveErrorOf(code);
  }
}
