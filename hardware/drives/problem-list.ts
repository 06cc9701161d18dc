import type { Locale } from '../../domain/locale.ts';
import { problemTable } from '../../domain/remittance/summary/problem-lines.ts';
import type { FileFindings, ShownProblem } from '../../domain/remittance/summary/summarise.ts';
import type { Failure, Result } from '../../domain/result.ts';
import type { SaveFault } from '../../domain/terminal/remittance-files.ts';
import { writeNumbered } from './write-new.ts';

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
  return writeNumbered({ folder, device, stem: `remittance-problems-${stamp}`, text });
}
