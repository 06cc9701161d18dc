import type { ColumnKey } from '../columns.ts';
import type { FileProblem, Report } from '../problems/problem.ts';
import { isFilled, type RowDraft, textOf } from '../row/draft.ts';
import { type Company, companyNames, type EmployerRules } from './employer-rules.ts';

/** Who pays, as far as the file and the employer's rules say. */
export interface PayerReport {
  /** Null when no rules were given or no row belongs to a company of theirs. */
  readonly company: string | null;
  /** Whether somebody named the payer; otherwise it is the company of the first row that belongs to one. */
  readonly stated: boolean;
  /** Employer accounts, schemes and payroll periods of the rows that go, the first twenty of each. */
  readonly employerAccounts: readonly string[];
  readonly schemes: readonly string[];
  readonly payrollPeriods: readonly string[];
}

export interface PayerCheck {
  readonly check: (draft: RowDraft, report: Report) => void;
  /** Takes note of a row that nothing else is wrong with: only of such a row are the cells sure to be accounts. */
  readonly note: (draft: RowDraft) => void;
  /** Once all rows have been seen. */
  readonly found: () => { readonly payer: PayerReport; readonly problems: readonly FileProblem[] };
}

const MOST_LISTED = 20;

/**
 * Holds every row's employer account, scheme and payroll group against the companies of the group. A file is paid by one
 * company: contributions were lost where a group of companies did not say which one pays (facts/domain.md §6).
 *
 * @param statedCompany name of a company of the rules (`companyNamed`), null when nobody was asked
 */
export function createPayerCheck(rules: EmployerRules | null, statedCompany: string | null): PayerCheck {
  const accounts = new Set<string>();
  const schemes = new Set<string>();
  const periods = new Set<string>();
  let payer = statedCompany;

  const check: PayerCheck['check'] = (draft, report) => {
    const account = textOf(draft, 'employerAccountNo');
    const scheme = textOf(draft, 'schemeRegistrationNo');
    if (rules === null || account === '' || scheme === '') return;
    const company = companyOf(rules, account, scheme, report);
    if (company === null) return;
    payer ??= company.name;
    if (company.name !== payer) report('employerAccountNo', 'payer-other-company', { payer });
    checkGroup(company, draft, report);
  };

  return {
    check,
    note(draft) {
      collect(accounts, textOf(draft, 'employerAccountNo'));
      collect(schemes, textOf(draft, 'schemeRegistrationNo'));
      const { payrollPeriodStart = '', payrollPeriodEnd = '' } = draft.dates;
      collect(periods, `${payrollPeriodStart} / ${payrollPeriodEnd}`);
    },
    found() {
      const problems: FileProblem[] = [];
      const several = (code: FileProblem['code'], count: number): void => {
        if (count > 1) problems.push({ row: null, code, params: { count } });
      };
      if (rules === null) several('several-employer-accounts', accounts.size);
      if (rules === null) several('several-schemes', schemes.size);
      several('several-payroll-periods', periods.size);
      if (rules !== null && statedCompany === null && payer !== null && companyNames(rules).length > 1) {
        problems.push({ row: null, code: 'payer-not-stated', params: { payer } });
      }
      return {
        payer: {
          company: rules === null ? null : payer,
          stated: statedCompany !== null,
          employerAccounts: [...accounts],
          schemes: [...schemes],
          payrollPeriods: [...periods],
        },
        problems,
      };
    },
  };
}

/** A set that a file full of nonsense cannot make large. */
function collect(set: Set<string>, value: string): void {
  if (value !== '' && set.size < MOST_LISTED) set.add(value);
}

function companyOf(rules: EmployerRules, account: string, scheme: string, report: Report): Company | null {
  const ofAccount = rules.companies.filter(({ employerAccountNo }) => employerAccountNo === account);
  if (ofAccount.length === 0) {
    const shortened = rules.companies.some(({ employerAccountNo }) => lostZeros(employerAccountNo, account));
    report('employerAccountNo', shortened ? 'leading-zeros-lost' : 'employer-account-unknown');
    return null;
  }
  const company = ofAccount.find(({ schemeRegistrationNo }) => schemeRegistrationNo === scheme) ?? null;
  if (company === null) report('schemeRegistrationNo', 'scheme-not-of-employer');
  return company;
}

function checkGroup({ payrollGroups }: Company, draft: RowDraft, report: Report): void {
  const column: ColumnKey = 'payrollGroupId';
  const group = textOf(draft, column);
  if (payrollGroups.length === 0 || payrollGroups.includes(group)) return;
  if (payrollGroups.includes(textOf(draft, 'departmentCode'))) report(column, 'payroll-group-in-column-d');
  else if (!isFilled(draft, column)) {
    if (payrollGroups.length > 1) report(column, 'payroll-group-required', { count: payrollGroups.length });
  } else if (payrollGroups.some((known) => lostZeros(known, group))) report(column, 'leading-zeros-lost');
  else report(column, 'payroll-group-unknown');
}

/** `0012345` that came back as `12345`. */
function lostZeros(known: string, found: string): boolean {
  return known !== found && known.startsWith('0') && known.replace(/^0+/, '') === found.replace(/^0+/, '');
}
