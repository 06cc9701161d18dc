import type { IsoDate, WorkingCalendar } from '../../calendar/working-calendar.ts';
import { remittanceDueDay } from '../../contributions/due/due-days.ts';
import { surchargeOn } from '../../contributions/due/surcharge.ts';
import { type Cents, plainMoney } from '../../money/money.ts';
import { addDays } from '../../time.ts';
import { createTotals, type Totals } from '../amounts/totals.ts';
import type { CheckedFile } from '../check-pieces.ts';
import type { RowOutcome } from '../checker.ts';
import { type RemittanceCode, type Severity, severityOf } from '../problems/codes.ts';
import { type CellProblem, type FileProblem, isHeld } from '../problems/problem.ts';
import type { RemittanceRow } from '../row/typed-row.ts';
import type { FileFacts } from './file-facts.ts';

/** A problem as a page shows it and a list holds it: where, what, and whose by the staff number alone. */
export interface ShownProblem {
  readonly row: number | null;
  readonly column: CellProblem['column'];
  readonly code: RemittanceCode;
  readonly params: CellProblem['params'];
  readonly staffNo: string | null;
}

/** The same trouble in one cell after another. */
interface ProblemGroup {
  readonly code: RemittanceCode;
  readonly severity: Severity;
  /** All of them; `problems` has the first. */
  readonly count: number;
  readonly problems: readonly ShownProblem[];
}

/** Rows and sum of one employer account, whatever is wrong with who pays. */
export interface AccountTotal {
  readonly account: string;
  /** The paying company's name; null for any other account. */
  readonly company: string | null;
  readonly rows: number;
  readonly total: string;
}

/** What was found in a file, for the page that shows it. */
export interface FileFindings {
  readonly rows: number;
  /** Rows that stay. */
  readonly held: number;
  readonly warnings: number;
  readonly accounts: readonly AccountTotal[];
  /** What holds the file back first, then warnings. */
  readonly groups: readonly ProblemGroup[];
}

export interface SummaryOptions {
  /** The paying company and its employer account: every row must be of this account (facts/domain.md §6). */
  readonly payer: { readonly name: string; readonly account: string };
  readonly calendar: WorkingCalendar;
  /** Hong Kong date. */
  readonly today: IsoDate;
}

/** The part of `FileFacts` that rows give; the rest is of the file's bytes. */
type RowFacts = Omit<FileFacts, 'id' | 'digest' | 'bytes' | 'rules' | 'stored'>;

/** Lines of the file by what becomes of them; blank lines are in neither. */
interface SplitRows {
  readonly going: ReadonlySet<number>;
  readonly staying: ReadonlySet<number>;
}

export interface FileSummary {
  readonly take: (outcome: RowOutcome) => void;
  /** `facts` are of the rows that go; null where none does, or something holds the file back as a whole. */
  readonly end: (checked: CheckedFile) => {
    readonly findings: FileFindings;
    readonly facts: RowFacts | null;
    readonly lines: readonly ShownProblem[];
    readonly rows: SplitRows;
  };
}

/** Of each kind of trouble a page shows the first; a list on the drive holds all up to a number. */
export const SHOWN_PROBLEMS = { ofEach: 60, inList: 20_000 } as const;
const MOST_ACCOUNTS = 20;
const MOST_PERIODS = 20;
/** Beyond this the first remittance of a new employee has passed: only the end of the period counts. */
const SETTLED_AFTER_DAYS = 150;
/** As in the form's reckoning: holidays move a due day by less. */
const MOST_DAYS_MOVED = 14;

/**
 * Folds the outcome of every row, tells the rows that go from those that stay (ADR 0035), and holds each row to the paying company's account and to one scheme: contributions
 * were lost where nobody said which company pays (facts/domain.md §6), and a payment slip names one scheme.
 */
export function createFileSummary({ payer, calendar, today }: SummaryOptions): FileSummary {
  const totals = createTotals();
  const accounts = new Map<string, { rows: number; total: Cents }>();
  const groups = new Map<RemittanceCode, { count: number; problems: ShownProblem[] }>();
  const lines: ShownProblem[] = [];
  const periods = new Map<string, { readonly start: string; readonly end: string }>();
  const counts = { rows: 0, held: 0, warnings: 0 };
  const going = new Set<number>();
  const staying = new Set<number>();
  /** Of the rows that go. */
  let warnings = 0;
  const due = { day: null as IsoDate | null, unknown: false, late: false, surcharge: 0n };
  const dueDays = new Map<string, IsoDate | null>();
  let scheme: string | null = null;

  function note(problem: ShownProblem): void {
    const group = groups.get(problem.code) ?? { count: 0, problems: [] };
    groups.set(problem.code, group);
    group.count += 1;
    if (group.problems.length < SHOWN_PROBLEMS.ofEach) group.problems.push(problem);
    if (lines.length < SHOWN_PROBLEMS.inList) lines.push(problem);
    if (!isHeld([problem])) counts.warnings += 1;
  }

  function dueDayOf(row: RemittanceRow, periodEnd: IsoDate): IsoDate | null {
    if (row.accountType === 'CEE') return row.contributionDay;
    const settled = row.employmentDate < addDays(periodEnd, -SETTLED_AFTER_DAYS);
    const key = settled ? periodEnd : `${periodEnd} ${row.employmentDate}`;
    const before = dueDays.get(key);
    if (before !== undefined) return before;
    const found = remittanceDueDay(periodEnd, row.employmentDate, calendar);
    dueDays.set(key, found.ok ? found.value : null);
    return found.ok ? found.value : null;
  }

  function noteDue(row: RemittanceRow): void {
    const { contribution } = row;
    // A surcharge row is of a month that is late already, and says so by itself.
    if (contribution === null || isSurcharge(contribution)) return;
    const day = dueDayOf(row, contribution.period.to);
    if (day === null) due.unknown = true;
    else if (due.day === null || day < due.day) due.day = day;
    // Where the calendar does not reach, a period so long ago is late whatever the holidays.
    const late = day === null ? addDays(contribution.period.to, 31 + MOST_DAYS_MOVED) < today : day < today;
    if (!late) return;
    due.late = true;
    due.surcharge += surchargeOn(contribution.ermc ?? 0n) + surchargeOn(contribution.eemc ?? 0n);
  }

  /** A row that is right by itself; whether it may be paid by this company, and in this file. */
  function strayOf(row: RemittanceRow): CellProblem | null {
    if (row.employerAccountNo !== payer.account) {
      return { column: 'employerAccountNo', code: 'payer-other-company', params: { payer: payer.name } };
    }
    scheme ??= row.schemeRegistrationNo;
    return row.schemeRegistrationNo === scheme
      ? null
      : { column: 'schemeRegistrationNo', code: 'scheme-differs-from-first', params: {} };
  }

  return {
    take({ row, problems, employee, value }) {
      counts.rows += 1;
      const staffNo = employee?.staffNo ?? null;
      for (const { column, code, params } of problems) note({ row, column, code, params, staffNo });
      if (value === null) {
        stay(row);
        return;
      }
      noteAccount(value);
      const stray = strayOf(value);
      if (stray !== null) {
        stay(row);
        note({ row, ...stray, staffNo });
        return;
      }
      going.add(row);
      // Nothing else is said of a row that goes.
      warnings += problems.length;
      totals.add(value);
      noteDue(value);
      const { from: start, to: end } = value.payrollPeriod;
      if (periods.size < MOST_PERIODS) periods.set(`${start} ${end}`, { start, end });
    },
    end({ report }) {
      // Those left out are said of each row by `strayOf`.
      const ofWhole = report.problems.filter(({ code }) => !REPLACED.includes(code));
      for (const problem of ofWhole) note(ofFile(problem));
      const found = [...groups].map(([code, { count, problems }]) => ({
        code,
        severity: severityOf(code),
        count,
        problems,
      }));
      const held = found.filter(({ severity }) => severity !== 'warning');
      const findings: FileFindings = {
        ...counts,
        accounts: [...accounts].map(([account, { rows, total }]) => ({
          account,
          company: account === payer.account ? payer.name : null,
          rows,
          total: plainMoney(total),
        })),
        groups: [...held, ...found.filter(({ severity }) => severity === 'warning')],
      };
      const rows = { going, staying };
      if (isHeld(ofWhole) || scheme === null || going.size === 0) {
        return { findings, facts: null, lines, rows };
      }
      warnings += ofWhole.length;
      return { findings, facts: factsOf(scheme), lines, rows };
    },
  };

  function stay(row: number): void {
    counts.held += 1;
    staying.add(row);
  }

  function noteAccount({ employerAccountNo, contribution }: RemittanceRow): void {
    const known = accounts.get(employerAccountNo);
    if (known === undefined && accounts.size >= MOST_ACCOUNTS) return;
    const { rows, total } = known ?? { rows: 0, total: 0n };
    accounts.set(employerAccountNo, { rows: rows + 1, total: total + (contribution?.total ?? 0n) });
  }

  function factsOf(schemeRegistrationNo: string): RowFacts {
    return {
      rows: going.size,
      warnings,
      ...(counts.held === 0 ? {} : { held: counts.held }),
      employerAccountNo: payer.account,
      schemeRegistrationNo,
      periods: [...periods.values()].sort((one, other) => (one.start < other.start ? -1 : 1)),
      totals: asText(totals.sums()),
      dueDay: due.unknown ? null : due.day,
      late: due.late,
      surcharge: plainMoney(due.surcharge),
    };
  }
}

const REPLACED: readonly RemittanceCode[] = ['several-employer-accounts', 'several-schemes'];

function ofFile({ row, code, params }: FileProblem): ShownProblem {
  return { row, column: null, code, params, staffNo: null };
}

function isSurcharge(contribution: NonNullable<RemittanceRow['contribution']>): boolean {
  return contribution.employerSurcharge !== null || contribution.employeeSurcharge !== null;
}

function asText(totals: Totals): FileFacts['totals'] {
  const { relevantIncome, ermc, eemc, ervc, ervc2, eevc, employerSurcharge, employeeSurcharge, total } =
    totals;
  return {
    relevantIncome: plainMoney(relevantIncome),
    ermc: plainMoney(ermc),
    eemc: plainMoney(eemc),
    ervc: plainMoney(ervc),
    ervc2: plainMoney(ervc2),
    eevc: plainMoney(eevc),
    employerSurcharge: plainMoney(employerSurcharge),
    employeeSurcharge: plainMoney(employeeSurcharge),
    total: plainMoney(total),
  };
}
