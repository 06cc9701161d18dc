import { inOrder, type ListFindings } from '../../domain/company-list/check-list.ts';
import { listProblemTable } from '../../domain/company-list/describe.ts';
import type { Locale } from '../../domain/locale.ts';
import { problemTable } from '../../domain/remittance/summary/problem-lines.ts';
import type { Failure, Result } from '../../domain/result.ts';
import type { SaveFault } from '../../domain/terminal/remittance-files.ts';
import type { CheckOutcome } from './check-file.ts';
import { writeNumbered } from './write-new.ts';

/** The problems of the last check, to be written in the language of whoever asks. */
export interface ProblemTable {
  /** What the name of the list begins with; says nothing of a person or a company. */
  readonly stem: string;
  readonly inWords: (locale: Locale) => string;
}

export function remittanceProblems({ findings, lines }: CheckOutcome): ProblemTable {
  const found = findings.groups.reduce((sum, { count }) => sum + count, 0);
  return {
    stem: 'remittance-problems',
    inWords: (locale) => problemTable(lines, found - lines.length, locale),
  };
}

export function companyProblems(findings: ListFindings): ProblemTable {
  const problems = inOrder(findings);
  return { stem: 'company-list-problems', inWords: (locale) => listProblemTable(problems, locale) };
}

interface TableToSave {
  readonly folder: string;
  /** Where `folder` must still be. */
  readonly device: number;
  readonly problems: ProblemTable;
  readonly locale: Locale;
  /** `20261123-1542`, in Hong Kong. */
  readonly stamp: string;
}

/** Writes the list beside the file, whole and synced, and never over anything. */
export async function saveProblemTable(
  table: TableToSave,
): Promise<Result<{ readonly name: string }, Failure<SaveFault>>> {
  const { folder, device, problems, locale, stamp } = table;
  return writeNumbered({ folder, device, stem: `${problems.stem}-${stamp}`, text: problems.inWords(locale) });
}
