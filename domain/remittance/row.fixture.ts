import { LIMITS, SCALE } from '../contributions/limits.fixture.ts';
import type { Figures } from './amounts/mandatory-check.ts';
import { createRemittanceChecker, type CheckerOptions, type FileReport, type RowOutcome } from './checker.ts';
import type { ColumnKey } from './columns.ts';
import { cellsOf, csvLine } from './row/write-row.ts';

/** Invented people and companies, with right check characters (facts/domain.md §1.1). */
export type Cells = Partial<Record<ColumnKey, string>>;

const general: Cells = {
  schemeRegistrationNo: 'MT00298',
  employerAccountNo: '3777463656273',
  payrollPeriodStart: '20261101',
  payrollPeriodEnd: '20261130',
  accountType: 'REE',
  idType: 'HKID',
  idNo: 'A1234563',
  employmentDate: '20200106',
  staffNo: 'S0012',
};

const contribution: Cells = {
  memberPeriodStart: '20261101',
  memberPeriodEnd: '20261130',
  relevantIncome: '20000.00',
  ermc: '1000.00',
  eemc: '1000.00',
  total: '2000.00',
};

/** An existing member with a month's contribution. */
export function existing(changes: Cells = {}): Cells {
  return { ...general, ...contribution, memberStatus: 'E', ...changes };
}

/** An existing member on unpaid leave. */
export function unpaidLeave(changes: Cells = {}): Cells {
  return existing({ relevantIncome: '0', ermc: '0', eemc: '0', total: '0', ...changes });
}

/** A surcharge for October, beside November's contribution. */
export function surcharge(changes: Cells = {}): Cells {
  return existing({
    ...{ memberPeriodStart: '20261001', memberPeriodEnd: '20261031', relevantIncome: '0' },
    ...{ ermc: '', eemc: '', employerSurcharge: '50.00', employeeSurcharge: '50.00', total: '100.00' },
    ...changes,
  });
}

/** A new member, enrolled with the first contribution. */
export function enrolment(changes: Cells = {}): Cells {
  return existing({
    ...{ memberStatus: 'N', idNo: 'E3649125', employmentDate: '20260901', staffNo: 'S0900' },
    ...{ gender: 'F', surnameEnglish: 'SAMPLE', givenNameEnglish: 'Lai Ming' },
    ...{ dateOfBirth: '19900214', employeeType: 'NEW', email: 'lai.ming@example.com' },
    ...{ mobileCountryCode: '852', mobileNo: '61234567' },
    ...changes,
  });
}

/** A member who leaves, with the last contribution. */
export function leaver(changes: Cells = {}): Cells {
  return existing({
    ...{ memberStatus: 'T', lastEmploymentDate: '20261130', terminationReason: 'RESIGN' },
    ...changes,
  });
}

/** A casual employee of an industry scheme, 10 days at $600 a day. */
export function casual(changes: Cells = {}): Cells {
  return existing({
    ...{ accountType: 'CEE', contributionDay: '20261210', workingDays: '10' },
    ...{ workingPeriodStart: '20261101', workingPeriodEnd: '20261130' },
    ...{ relevantIncome: '6000.00', ermc: '300.00', eemc: '300.00', total: '600.00' },
    ...changes,
  });
}

/** The figures of facts/domain.md §3a, the same on every day. */
export const FIGURES: Figures = {
  limitsOn: () => LIMITS,
  scaleOn: () => SCALE,
};

export function fileOf(...rows: readonly Cells[]): string {
  return rows.map((row) => `${csvLine(cellsOf(row))}\r\n`).join('');
}

/** Checks a file's text. */
export function checkText(
  text: string,
  options: Partial<CheckerOptions> = {},
): { readonly outcomes: readonly RowOutcome[]; readonly report: FileReport } {
  const checker = createRemittanceChecker({ figures: FIGURES, rules: null, payer: null, ...options });
  const pushed = checker.push(text);
  const { outcomes, report } = checker.end();
  return { outcomes: [...pushed, ...outcomes], report };
}

/** `V total-differs` for a cell, `row-duplicate` for a row, `file header-row` for the file, in the order found. */
export function found({ outcomes, report }: ReturnType<typeof checkText>): readonly string[] {
  return [
    ...outcomes.flatMap(({ row, problems }) =>
      problems.map(({ column, code }) =>
        [String(row), column, code].filter((part) => part !== null).join(' '),
      ),
    ),
    ...report.problems.map(({ code }) => `file ${code}`),
  ];
}
