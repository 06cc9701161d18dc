import { inOrder, type ListFindings } from '../../domain/company-list/check-list.ts';
import { listProblemTable } from '../../domain/company-list/describe.ts';
import type { Locale } from '../../domain/locale.ts';
import { rosterInOrder, type RosterFindings } from '../../domain/roster/check-roster.ts';
import { rosterProblemTable } from '../../domain/roster/describe.ts';
import { markedStem, markedTable, type OutputMark } from '../../domain/practice/marks.ts';
import { problemTable } from '../../domain/remittance/summary/problem-lines.ts';
import { type Failure, ok, type Result } from '../../domain/result.ts';
import type { SavedProblems, SaveFault } from '../../domain/terminal/ports/remittance-files.ts';
import type { CheckOutcome } from './check-file.ts';
import { takeBack, writeNumbered } from './write-new.ts';

/** The problems of the last check, to be written in the language of whoever asks. */
export interface ProblemTable {
  /** What the name of the list begins with; says nothing of a person or a company. */
  readonly stem: string;
  /** `returned`: with the place of each row in the file of rows that stay. */
  readonly inWords: (locale: Locale, returned: boolean) => string;
}

export function remittanceProblems({ findings, lines, stayingRows }: CheckOutcome): ProblemTable {
  const found = findings.groups.reduce((sum, { count }) => sum + count, 0);
  return {
    stem: 'remittance-problems',
    inWords: (locale, returned) =>
      problemTable(lines, found - lines.length, locale, returned ? stayingRows : null),
  };
}

export function companyProblems(findings: ListFindings): ProblemTable {
  const problems = inOrder(findings);
  return { stem: 'company-list-problems', inWords: (locale) => listProblemTable(problems, locale) };
}

export function rosterProblems(findings: RosterFindings): ProblemTable {
  const problems = rosterInOrder(findings);
  return { stem: 'workers-list-problems', inWords: (locale) => rosterProblemTable(problems, locale) };
}

interface TableToSave {
  readonly folder: string;
  /** Where `folder` must still be. */
  readonly device: number;
  readonly problems: ProblemTable;
  readonly locale: Locale;
  /** `20261123-1542`, in Hong Kong. */
  readonly stamp: string;
  /** The rows that stay, to be written beside the list; null: none. */
  readonly staying: Uint8Array | null;
  /** Null: for real. The rows that stay are somebody's own and are read again by a program: their name alone is marked. */
  readonly mark: OutputMark | null;
}

/** Says nothing of a person or a company. */
const ROWS_STEM = 'remittance-rows-to-correct';

/**
 * Writes the list beside the file, and with it the rows that stay: each whole and synced, and never over anything. Both or
 * none: rows without their reasons cannot be corrected, and a list alone would be taken for all.
 */
export async function saveProblemTable(
  table: TableToSave,
): Promise<Result<SavedProblems, Failure<SaveFault>>> {
  const { folder, device, problems, locale, stamp, staying, mark } = table;
  const list = {
    folder,
    device,
    stem: markedStem(mark, `${problems.stem}-${stamp}`),
    text: markedTable(mark, problems.inWords(locale, staying !== null)),
  };
  if (staying === null) return writeNumbered(list);
  const stem = markedStem(mark, `${ROWS_STEM}-${stamp}`);
  const rows = await writeNumbered({ folder, device, stem, text: staying });
  if (!rows.ok) return rows;
  const saved = await writeNumbered(list);
  if (saved.ok) return ok({ ...saved.value, rows: rows.value.name });
  await takeBack(folder, rows.value.name);
  return saved;
}
