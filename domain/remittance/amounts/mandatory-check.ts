import type { CasualScale, ContributionLimits } from '../../contributions/limits.ts';
import { mandatoryContribution } from '../../contributions/mandatory.ts';
import type { MandatoryResult } from '../../contributions/mandatory-result.ts';
import { plainMoney } from '../../money/money.ts';
import type { AmountKey } from '../columns.ts';
import { BLANK, type ProblemParameters, type Report } from '../problems/problem.ts';
import type { RemittanceRow, RowContribution } from '../row/typed-row.ts';
import { withoutNulls } from './without-nulls.ts';

/** Figures in force on a day, from reference data; null where they are not known. */
export interface Figures {
  readonly limitsOn: (date: string) => ContributionLimits | null;
  readonly scaleOn: (date: string) => CasualScale | null;
}

/**
 * Holds the mandatory contributions of a row that nothing else is wrong with against what is computed from its income
 * (facts/domain.md §3a). A difference is a warning with its reasons; only what cannot be is held back.
 */
export function checkMandatory(
  row: RemittanceRow,
  contribution: RowContribution,
  figures: Figures,
  report: Report,
): void {
  const computed = compute(row, contribution, figures);
  if (!computed.ok) {
    report('relevantIncome', 'mandatory-not-computed', { ...computed.params, because: computed.code });
    return;
  }
  const { employer, employee, reasons, certain } = computed.value;
  const compare = (column: AmountKey, entered: bigint | null, expected: bigint | null): void => {
    if ((entered ?? 0n) === (expected ?? 0n)) return;
    const ageMatters = row.newMember === null && (entered ?? 0n) === 0n;
    const because = [...reasons, ...(ageMatters ? ['age-not-in-file'] : [])];
    const params = { entered: shown(entered), computed: shown(expected), because: because.join(' ') };
    const nothingDue = reasons.includes('below-minimum') || reasons.includes('casual-below-minimum');
    const impossible = column === 'eemc' && certain && nothingDue && expected === null;
    report(column, impossible ? 'employee-below-minimum' : 'mandatory-differs', params);
  };
  compare('ermc', contribution.ermc, employer);
  compare('eemc', contribution.eemc, employee);
}

function shown(cents: bigint | null): string {
  return cents === null ? BLANK : plainMoney(cents);
}

type Computed =
  | Extract<MandatoryResult, { readonly ok: true }>
  | { readonly ok: false; readonly code: string; readonly params?: ProblemParameters };

function compute(row: RemittanceRow, contribution: RowContribution, figures: Figures): Computed {
  const { from: start, to: end } = contribution.period;
  const shared = {
    dateOfBirth: row.newMember?.dateOfBirth ?? bornInBetween(end),
    wagePeriod: { start, end },
    relevantIncome: contribution.relevantIncome,
  };
  if (row.accountType === 'CEE') {
    const scale = figures.scaleOn(end);
    if (scale === null) return { ok: false, code: 'scale-not-known' };
    return mandatoryContribution({
      kind: 'casual',
      ...shared,
      workingDays: contribution.workingDays ?? 0,
      scale,
    });
  }
  const limits = figures.limitsOn(end);
  if (limits === null) return { ok: false, code: 'limits-not-known' };
  return mandatoryContribution({
    kind: 'regular',
    ...shared,
    dateOfEmployment: row.employmentDate,
    limits,
    ...withoutNulls({
      lastDateOfEmployment: row.termination?.lastEmploymentDate,
      employeeType: row.newMember?.employeeType,
      previousDateOfEmployment: row.newMember?.previousEmploymentDate,
      visaIssueDate: row.newMember?.visaIssueDate,
    }),
  });
}

/**
 * Only enrolment rows carry a birth date. For others an age between 18 and 65 is taken, and the warning says so
 * (`age-not-in-file`).
 */
function bornInBetween(periodEnd: string): string {
  return `${String(Number(periodEnd.slice(0, 4)) - 40).padStart(4, '0')}-01-01`;
}
