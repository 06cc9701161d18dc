import { payrollOf } from '../../contributions/voluntary/periods.ts';
import type { VoluntaryRuleSet } from '../../contributions/voluntary/schema.ts';
import { type SlotAmount, voluntaryContribution } from '../../contributions/voluntary/voluntary.ts';
import { plainMoney } from '../../money/money.ts';
import type { EmployerRules } from '../employer/employer-rules.ts';
import { BLANK, type ProblemParameters, type Report } from '../problems/problem.ts';
import { VOLUNTARY_SLOTS } from '../row/draft.ts';
import type { RemittanceRow, RowContribution } from '../row/typed-row.ts';
import { withoutNulls } from './without-nulls.ts';

const SLOT_NAMES = { ervc: 'ERVC', ervc2: 'ERVC2', eevc: 'EEVC' } as const;

export type VoluntaryCheck = (row: RemittanceRow, contribution: RowContribution, report: Report) => void;

/**
 * Holds every row's voluntary contributions against the rules that the employer described once (facts/domain.md §3a).
 * What the rules do not give is held back: it is the employer's own description, and amounts that fit none were what
 * turned to nothing when the platform opened (§6).
 */
export function createVoluntaryCheck(
  voluntary: VoluntaryRuleSet,
  { employees, defaultMemberClass }: Pick<EmployerRules, 'employees' | 'defaultMemberClass'>,
): VoluntaryCheck {
  const byStaffNo = new Map(employees.map((employee) => [employee.staffNo, employee]));
  const onlyClass =
    voluntary.memberClasses.length === 1 ? voluntary.memberClasses[0]?.memberClass : undefined;
  const described = new Set(voluntary.memberClasses.map(({ memberClass }) => memberClass));
  const onBasicSalary = new Set(
    voluntary.memberClasses
      .filter((group) => group.rules.some(({ base }) => base === 'basic'))
      .map(({ memberClass }) => memberClass),
  );

  return (row, contribution, report) => {
    const notChecked = (because: string, params: ProblemParameters = {}): void => {
      report('ervc', 'voluntary-not-checked', { ...params, because });
    };
    // They may rest in a month without pay.
    const nothing = VOLUNTARY_SLOTS.every((slot) => contribution[slot] === null);
    if (contribution.relevantIncome === 0n && nothing) return;
    const employee = row.staffNo === null ? undefined : byStaffNo.get(row.staffNo);
    const memberClass =
      row.newMember?.memberClass ?? employee?.memberClass ?? defaultMemberClass ?? onlyClass;
    if (memberClass === undefined) {
      notChecked('member-class-not-known');
      return;
    }
    if (contribution.period.to < voluntary.from) {
      notChecked('before-rules');
      return;
    }
    if (!described.has(memberClass)) {
      notChecked('member-class-not-described');
      return;
    }
    if (contribution.basicSalary !== null && !onBasicSalary.has(memberClass)) {
      report('basicSalary', 'basic-salary-not-used');
    }
    const rests = suspensionOf(employee, contribution);
    if (rests === 'part') {
      notChecked('suspended-in-part');
      return;
    }
    const amounts = voluntaryContribution(voluntary, memberClass, {
      period: { start: contribution.period.from, end: contribution.period.to },
      relevantIncome: contribution.relevantIncome,
      // What the row pays, not what was computed: a difference there is told there, and once.
      employerMandatory: contribution.ermc,
      employeeMandatory: contribution.eemc,
      dateOfEmployment: row.employmentDate,
      suspended: rests === 'whole',
      ...withoutNulls({
        payroll: payrollOf({ start: row.payrollPeriod.from, end: row.payrollPeriod.to }),
        basicSalary: contribution.basicSalary,
        grade: employee?.grade,
        probationEnd: employee?.probationEnd,
      }),
    });
    if (!amounts.ok) {
      if (amounts.code === 'basic-salary-needed') report('basicSalary', 'required');
      else notChecked(amounts.code, amounts.params);
      return;
    }
    for (const slot of VOLUNTARY_SLOTS) compare(slot, contribution, amounts.value[SLOT_NAMES[slot]], report);
  };
}

function compare(
  slot: (typeof VOLUNTARY_SLOTS)[number],
  contribution: RowContribution,
  computed: SlotAmount | null,
  report: Report,
): void {
  const entered = contribution[slot];
  if (computed === null) {
    if (entered !== null) report(slot, 'voluntary-not-in-rules');
    return;
  }
  if (computed.amount === (entered ?? 0n)) return;
  report(slot, 'voluntary-differs', {
    entered: entered === null ? BLANK : plainMoney(entered),
    computed: computed.amount === 0n ? BLANK : plainMoney(computed.amount),
    because: computed.reasons.join(' '),
  });
}

/** How much of the period voluntary contributions rest for; what is due for the rest of it no source says. */
function suspensionOf(
  employee: EmployerRules['employees'][number] | undefined,
  { period }: RowContribution,
): 'whole' | 'part' | null {
  const { from, to = period.to } = employee?.suspended ?? {};
  if (from === undefined || from > period.to || to < period.from) return null;
  return from <= period.from && to >= period.to ? 'whole' : 'part';
}
