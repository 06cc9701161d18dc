import type { Cents } from '../../money/money.ts';
import type { TerminationReason } from '../../offsetting/termination.ts';
import type {
  ACCOUNT_TYPES,
  EMPLOYEE_TYPES,
  GENDERS,
  ID_TYPES,
  MEMBER_STATUSES,
  SEVERANCE_CODES,
} from '../columns.ts';
import { type ColumnKey, type DateKey } from '../columns.ts';
import { reportsContribution, type RowDraft, textOf } from './draft.ts';

type OneOf<Choices extends readonly string[]> = Choices[number];

interface Period {
  readonly from: string;
  readonly to: string;
}

/** One row of the file that nothing is wrong with. Dates are ISO `YYYY-MM-DD`; null is a blank cell. */
export interface RemittanceRow {
  readonly schemeRegistrationNo: string;
  readonly employerAccountNo: string;
  readonly payrollGroupId: string | null;
  readonly departmentCode: string | null;
  readonly payrollPeriod: Period;
  readonly contributionDay: string | null;
  readonly accountType: OneOf<typeof ACCOUNT_TYPES>;
  readonly idType: OneOf<typeof ID_TYPES>;
  /** With the check character, without brackets. Never shown whole beside a name. */
  readonly idNo: string;
  readonly employmentDate: string;
  readonly memberStatus: OneOf<typeof MEMBER_STATUSES>;
  readonly memberAccountNo: string | null;
  readonly staffNo: string | null;
  readonly contribution: RowContribution | null;
  readonly newMember: RowNewMember | null;
  readonly termination: RowTermination | null;
}

export interface RowContribution {
  readonly period: Period;
  readonly workingDays: number | null;
  readonly workingPeriod: Period | null;
  readonly relevantIncome: Cents;
  readonly basicSalary: Cents | null;
  readonly ermc: Cents | null;
  readonly eemc: Cents | null;
  readonly ervc: Cents | null;
  readonly ervc2: Cents | null;
  readonly eevc: Cents | null;
  readonly employerSurcharge: Cents | null;
  readonly employeeSurcharge: Cents | null;
  readonly total: Cents;
}

interface RowNewMember {
  readonly gender: OneOf<typeof GENDERS> | null;
  readonly surnameEnglish: string | null;
  readonly givenNameEnglish: string | null;
  readonly surnameChinese: string | null;
  readonly givenNameChinese: string | null;
  readonly schemeJoiningDate: string | null;
  readonly dateOfBirth: string;
  readonly memberClass: string | null;
  readonly vestingDate: string | null;
  readonly employeeType: OneOf<typeof EMPLOYEE_TYPES> | null;
  readonly previousEmploymentDate: string | null;
  readonly visaIssueDate: string | null;
  readonly email: string;
  readonly mobileCountryCode: string;
  readonly mobileNo: string;
}

interface RowTermination {
  readonly lastEmploymentDate: string;
  readonly reason: TerminationReason;
  readonly severanceCode: OneOf<typeof SEVERANCE_CODES> | null;
}

/**
 * The typed row of a draft that no rule holds back.
 *
 * @throws RangeError when it lacks what such a row always has: a bug of the caller
 */
export function typedRow(draft: RowDraft): RemittanceRow {
  const optional = (key: ColumnKey) => textOf(draft, key) || null;
  const status = textOf(draft, 'memberStatus') as RemittanceRow['memberStatus'];
  return {
    schemeRegistrationNo: textOf(draft, 'schemeRegistrationNo'),
    employerAccountNo: textOf(draft, 'employerAccountNo'),
    payrollGroupId: optional('payrollGroupId'),
    departmentCode: optional('departmentCode'),
    payrollPeriod: { from: dateOf(draft, 'payrollPeriodStart'), to: dateOf(draft, 'payrollPeriodEnd') },
    contributionDay: draft.dates.contributionDay ?? null,
    accountType: textOf(draft, 'accountType') as RemittanceRow['accountType'],
    idType: textOf(draft, 'idType') as RemittanceRow['idType'],
    idNo: textOf(draft, 'idNo'),
    employmentDate: dateOf(draft, 'employmentDate'),
    memberStatus: status,
    memberAccountNo: optional('memberAccountNo'),
    staffNo: optional('staffNo'),
    contribution: reportsContribution(draft) ? contributionOf(draft) : null,
    newMember: status === 'N' ? newMemberOf(draft) : null,
    termination: status === 'T' ? terminationOf(draft) : null,
  };
}

function contributionOf(draft: RowDraft): RowContribution {
  const { amounts, dates } = draft;
  const { relevantIncome, total } = amounts;
  if (relevantIncome === undefined || total === undefined)
    throw new RangeError('a contribution lacks amounts');
  const { workingPeriodStart: from, workingPeriodEnd: to } = dates;
  const days = textOf(draft, 'workingDays');
  return {
    period: { from: dateOf(draft, 'memberPeriodStart'), to: dateOf(draft, 'memberPeriodEnd') },
    workingDays: days === '' ? null : Number(days),
    workingPeriod: from === undefined || to === undefined ? null : { from, to },
    relevantIncome,
    basicSalary: amounts.basicSalary ?? null,
    ermc: amounts.ermc ?? null,
    eemc: amounts.eemc ?? null,
    ervc: amounts.ervc ?? null,
    ervc2: amounts.ervc2 ?? null,
    eevc: amounts.eevc ?? null,
    employerSurcharge: amounts.employerSurcharge ?? null,
    employeeSurcharge: amounts.employeeSurcharge ?? null,
    total,
  };
}

function newMemberOf(draft: RowDraft): RowNewMember {
  const optional = (key: ColumnKey) => textOf(draft, key) || null;
  return {
    gender: optional('gender') as RowNewMember['gender'],
    surnameEnglish: optional('surnameEnglish'),
    givenNameEnglish: optional('givenNameEnglish'),
    surnameChinese: optional('surnameChinese'),
    givenNameChinese: optional('givenNameChinese'),
    schemeJoiningDate: draft.dates.schemeJoiningDate ?? null,
    dateOfBirth: dateOf(draft, 'dateOfBirth'),
    memberClass: optional('memberClass'),
    vestingDate: draft.dates.vestingDate ?? null,
    employeeType: optional('employeeType') as RowNewMember['employeeType'],
    previousEmploymentDate: draft.dates.previousEmploymentDate ?? null,
    visaIssueDate: draft.dates.visaIssueDate ?? null,
    email: textOf(draft, 'email'),
    mobileCountryCode: textOf(draft, 'mobileCountryCode'),
    mobileNo: textOf(draft, 'mobileNo'),
  };
}

function terminationOf(draft: RowDraft): RowTermination {
  return {
    lastEmploymentDate: dateOf(draft, 'lastEmploymentDate'),
    reason: textOf(draft, 'terminationReason') as RowTermination['reason'],
    severanceCode: (textOf(draft, 'severanceCode') || null) as RowTermination['severanceCode'],
  };
}

function dateOf(draft: RowDraft, key: DateKey): string {
  const date = draft.dates[key];
  if (date === undefined) throw new RangeError('a row lacks a date');
  return date;
}
