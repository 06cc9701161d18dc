import { checkMandatory, type Figures } from './amounts/mandatory-check.ts';
import { createVoluntaryCheck, type VoluntaryCheck } from './amounts/voluntary-check.ts';
import { maskedNumber, shownStaffNo } from './cells/identity-cell.ts';
import { COLUMN_COUNT } from './columns.ts';
import type { VoluntaryRuleSet } from '../contributions/voluntary/schema.ts';
import type { EmployerRules } from './employer/employer-rules.ts';
import { createPayerCheck, type PayerReport } from './employer/payer.ts';
import { createEmployeePeriods } from './file/employee-index.ts';
import { isHeaderRow, otherDelimiter } from './file/first-line.ts';
import { createLineReader, type Line } from './file/lines.ts';
import { splitCells } from './file/split-cells.ts';
import { type CellProblem, type FileProblem, isHeld, NO_PARAMETERS, reportInto } from './problems/problem.ts';
import { checkBasicSalary } from './row/amount-rules.ts';
import { hasSurcharge, type RowDraft, textOf } from './row/draft.ts';
import { readRow } from './row/read-row.ts';
import { type RemittanceRow, typedRow } from './row/typed-row.ts';
import { createTotals, type Totals } from './amounts/totals.ts';

export interface CheckerOptions {
  readonly figures: Figures;
  readonly rules: EmployerRules | null;
  /** What the platform has of the employer's voluntary contributions; left out or null: what the rules say. */
  readonly stored?: VoluntaryRuleSet | null;
  /**
   * Voluntary contributions were held against a rule file that is not here: neither they nor the basic salary that they
   * may need can be held against anything.
   */
  readonly rulesElsewhere?: boolean;
  /** Name of the paying company of the rules (`companyNamed`); null when nobody was asked. */
  readonly payer: string | null;
}

/** What became of one row. */
export interface RowOutcome {
  readonly row: number;
  /** The row's own line, for the file of rejected rows. Holds personal data: never printed. */
  readonly line: string;
  /** How the line ends in the file; nothing for a last line without an end. */
  readonly lineEnd: Line['end'];
  readonly problems: readonly CellProblem[];
  /** Masked, to find the row by; null when no cell could be told from its neighbour. */
  readonly employee: { readonly idNo: string; readonly staffNo: string | null } | null;
  /** The row when it goes; null when it stays. */
  readonly value: RemittanceRow | null;
}

export interface FileReport {
  /** Rows with data; a header row and blank lines are none. */
  readonly rows: number;
  readonly valid: number;
  readonly rejected: number;
  /** Warnings of rows and file together. */
  readonly warnings: number;
  /** Sums of the rows that go. */
  readonly totals: Totals;
  readonly payer: PayerReport;
  readonly problems: readonly FileProblem[];
}

export interface RemittanceChecker {
  /** Takes the next piece of the file's text. @returns what became of the rows that ended in it */
  readonly push: (chunk: string) => readonly RowOutcome[];
  /**
   * Once all text was pushed: some of the rows that had to wait for the end, for whoever may not be kept from other work
   * for long. @returns none when no row waits any more
   */
  readonly settleSome: (most: number) => readonly RowOutcome[];
  /** The rows that still had to wait for the end, and the report. */
  readonly end: () => { readonly outcomes: readonly RowOutcome[]; readonly report: FileReport };
}

/** What old programs write behind the last row. */
const END_OF_FILE_MARK = '\u001a';

interface Judged {
  readonly line: Line;
  readonly draft: RowDraft | null;
  readonly problems: CellProblem[];
}

/**
 * Checks a remittance file (facts/domain.md §3a) in one pass, row by row: what is right goes, what is wrong stays with
 * its cell, the reason and the fix. Kept between rows: hashes and days, 48 bytes a row; and rows with a long service
 * or severance payment, which must be the last of their employee.
 */
export function createRemittanceChecker(options: CheckerOptions): RemittanceChecker {
  const lines = createLineReader();
  const periods = createEmployeePeriods();
  const payerCheck = createPayerCheck(options.rules, options.payer);
  const voluntary = voluntaryCheckOf(options);
  const totals = createTotals();
  const fileProblems: FileProblem[] = [];
  const waiting: Omit<Judged, 'draft'>[] = [];
  const counts = { rows: 0, valid: 0, rejected: 0, warnings: 0 };
  const blank = { pending: 0, firstPending: 0, inside: 0, first: 0 };
  let started = false;
  let ended = false;
  let unreadable = false;

  function onLine(line: Line): RowOutcome | null {
    if (unreadable || isBlank(line)) return null;
    const { cells, fault } = splitCells(line.text);
    if (!started) {
      started = true;
      const other = otherFormat(line);
      if (other !== null) {
        unreadable = true;
        fileProblems.push(other);
        return null;
      }
      if (isHeaderRow(cells)) {
        fileProblems.push({ row: line.number, code: 'header-row', params: NO_PARAMETERS });
        return null;
      }
    }
    counts.rows += 1;
    const structure = structureProblem(line, cells.length, fault);
    if (structure !== null) return settle({ line, draft: null, problems: [structure] });
    const { draft, problems } = readRow(cells);
    const judged: Judged = { line, draft, problems: [...problems] };
    if (draft === null) return settle(judged);
    judge(judged, draft);
    if (textOf(draft, 'severanceCode') === '' || isHeld(judged.problems)) return settle(judged);
    waiting.push({ line: { ...line, text: ownCopy(line.text) }, problems: judged.problems });
    return null;
  }

  function isBlank({ text, number }: Line): boolean {
    if (!/^[,\s]*$/.test(text) && text !== END_OF_FILE_MARK) {
      if (blank.pending > 0 && blank.inside === 0) blank.first = blank.firstPending;
      blank.inside += blank.pending;
      blank.pending = 0;
      return false;
    }
    if (blank.pending === 0) blank.firstPending = number;
    blank.pending += 1;
    return true;
  }

  /** What needs the employer's rules, the limits or other rows. */
  function judge({ line, problems }: Judged, draft: RowDraft): void {
    const report = reportInto(problems);
    payerCheck.check(draft, report);
    if (voluntary === null && options.rulesElsewhere !== true) checkBasicSalary(draft, report);
    if (isHeld(problems)) return;
    const row = typedRow(draft);
    const { contribution } = row;
    if (contribution !== null && !hasSurcharge(draft)) {
      if (contribution.relevantIncome > 0n) checkMandatory(row, contribution, options.figures, report);
      voluntary?.(row, contribution, report);
    }
    if (isHeld(problems)) return;
    const same = periods.sameRow(draft.cells.join('\u001f'), line.number);
    if (same !== null) report(null, 'row-duplicate', { otherRow: same });
    if (same !== null || contribution === null) return;
    const { from, to } = contribution.period;
    const other = periods.add(employeeKey(draft), dayNumber(from), dayNumber(to), line.number);
    if (other !== null) report('memberPeriodStart', 'period-overlap', { otherRow: other });
  }

  function settle({ line, draft, problems }: Judged): RowOutcome {
    const held = isHeld(problems);
    const value = held || draft === null ? null : typedRow(draft);
    if (value === null || draft === null) counts.rejected += 1;
    else {
      payerCheck.note(draft);
      counts.valid += 1;
      totals.add(value);
    }
    for (const problem of problems) if (!isHeld([problem])) counts.warnings += 1;
    return {
      row: line.number,
      line: line.text,
      lineEnd: line.end,
      problems,
      employee: draft && employeeShown(draft),
      value,
    };
  }

  function settleWaiting({ line, problems }: Omit<Judged, 'draft'>): RowOutcome {
    const { draft } = readRow(splitCells(line.text).cells);
    const end = draft?.dates.memberPeriodEnd;
    if (draft !== null && end !== undefined) {
      const otherRow = periods.laterRow(employeeKey(draft), dayNumber(end));
      if (otherRow !== null) reportInto(problems)('severanceCode', 'severance-not-last-row', { otherRow });
    }
    return settle({ line, draft, problems });
  }

  function lastLines(): readonly RowOutcome[] {
    if (ended) return [];
    ended = true;
    return onLines(lines.end());
  }

  const settleSome = (most: number): readonly RowOutcome[] => [
    ...lastLines(),
    ...waiting.splice(0, most).map(settleWaiting),
  ];

  const onLines = (some: readonly Line[]): RowOutcome[] => some.map(onLine).filter((row) => row !== null);

  return {
    push: (chunk) => onLines(lines.push(chunk)),
    settleSome,
    end() {
      const outcomes = settleSome(Infinity);
      if (blank.inside > 0 && !unreadable) {
        fileProblems.push({ row: blank.first, code: 'blank-lines', params: { count: blank.inside } });
      }
      if (counts.rows === 0 && !unreadable) {
        fileProblems.push({ row: null, code: 'file-no-rows', params: NO_PARAMETERS });
      }
      const { payer, problems } = payerCheck.found();
      fileProblems.push(...problems);
      const warnings = counts.warnings + fileProblems.filter((problem) => !isHeld([problem])).length;
      return {
        outcomes,
        report: { ...counts, warnings, totals: totals.sums(), payer, problems: fileProblems },
      };
    },
  };
}

/** What a first line is that holds no cells between commas; null when it may hold a row. */
function otherFormat({ text, number: row }: Line): FileProblem | null {
  if (text.trimStart().startsWith('<')) return { row, code: 'file-markup', params: NO_PARAMETERS };
  const delimiter = otherDelimiter(text);
  return delimiter === null ? null : { row, code: 'file-delimiter', params: { delimiter } };
}

function voluntaryCheckOf({ rules, stored }: CheckerOptions): VoluntaryCheck | null {
  const voluntary = stored ?? rules?.voluntary ?? null;
  return voluntary === null ? null : createVoluntaryCheck(voluntary, rules ?? { employees: [] });
}

function structureProblem(
  line: Line,
  cells: number,
  fault: 'quote-not-closed' | 'quote-misplaced' | null,
): CellProblem | null {
  if (line.tooLong) return { column: null, code: 'row-too-long', params: NO_PARAMETERS };
  const half = line.end === '' && (cells < COLUMN_COUNT || fault === 'quote-not-closed');
  if (half) return { column: null, code: 'row-cut-short', params: { found: cells, expected: COLUMN_COUNT } };
  return fault === null ? null : { column: null, code: fault, params: NO_PARAMETERS };
}

/** A text that does not keep the piece of the file alive which it was cut from. */
function ownCopy(text: string): string {
  return text.split('').join('');
}

/** Surcharges for an earlier month stand beside that month's contribution and do not overlap with it. */
function employeeKey(draft: RowDraft): string {
  const kind = hasSurcharge(draft) ? 'surcharge' : 'contribution';
  return [textOf(draft, 'employerAccountNo'), textOf(draft, 'idType'), textOf(draft, 'idNo'), kind].join('|');
}

/** Whole numbers that order as the days do. */
function dayNumber(isoDate: string): number {
  return Number(isoDate.replaceAll('-', ''));
}

function employeeShown(draft: RowDraft): RowOutcome['employee'] {
  const number = textOf(draft, 'idNo');
  return {
    idNo: maskedNumber(textOf(draft, 'idType'), number),
    staffNo: shownStaffNo(textOf(draft, 'staffNo'), number),
  };
}
