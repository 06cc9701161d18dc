import { addMonths, endOfMonth } from '../../calendar/date-arithmetic.ts';
import type { IsoDate } from '../../calendar/working-calendar.ts';
import { addDays } from '../../time.ts';
import { MANDATORY_RULES } from '../mandatory-rules.ts';
import { daysOf, holds, type WagePeriod } from '../wage-period.ts';
import type { VoluntaryPeriod, VoluntaryRule } from './rule-schema.ts';

/** Roughly how long a period is, only to tell the longer from the shorter. */
const DAYS: Readonly<Record<VoluntaryPeriod, number>> = {
  weekly: 7,
  fortnightly: 14,
  'bi-weekly': 14,
  'semi-monthly': 15,
  monthly: 30,
  quarterly: 91,
};

/**
 * How a rule's contribution period meets the payroll's wage period: the same; longer and closing in this one; longer
 * and still running; or not to be reconciled (a weekly rule in a monthly payroll; two weeks have no fixed end to be
 * counted to).
 */
export function periodFit(
  rule: VoluntaryPeriod,
  payroll: VoluntaryPeriod | undefined,
  period: WagePeriod,
): 'same' | 'closes' | 'running' | 'differs' {
  if (payroll === undefined || DAYS[payroll] === DAYS[rule]) return 'same';
  if (DAYS[payroll] > DAYS[rule]) return 'differs';
  const ends = endsOf(rule, period);
  if (ends === null) return 'differs';
  return ends.some((end) => holds(period, end)) ? 'closes' : 'running';
}

/** The days near a wage period on which a longer period of the rule can end; null when they are not fixed. */
function endsOf(rule: VoluntaryPeriod, { start }: WagePeriod): readonly IsoDate[] | null {
  const monthEnds = [endOfMonth(start), endOfMonth(addMonths(start, 1))];
  if (rule === 'monthly') return monthEnds;
  if (rule === 'semi-monthly') return monthEnds.flatMap((end) => [`${end.slice(0, 8)}15`, end]);
  if (rule !== 'quarterly') return null;
  return monthEnds.filter((end) => Number(end.slice(5, 7)) % 3 === 0);
}

/**
 * Whether a rule has begun for somebody in a wage period. After probation: from the first whole period on, or from the
 * one in which it ends. At the due date [GK]: with the wage period in which the first mandatory remittance falls due
 * (facts/domain.md §3a: the 10th after the calendar month of day 60).
 */
export function hasBegun(
  start: VoluntaryRule['start'],
  period: WagePeriod,
  dateOfEmployment: IsoDate,
  probationEnd?: IsoDate,
): boolean {
  switch (start.kind) {
    case 'immediate':
      return dateOfEmployment <= period.end;
    case 'after-probation': {
      const begins =
        probationEnd === undefined ? addMonths(dateOfEmployment, start.months) : addDays(probationEnd, 1);
      return begins <= (start.firstPeriod === 'whole' ? period.start : period.end);
    }
    case 'at-due-date': {
      const day60 = addDays(dateOfEmployment, MANDATORY_RULES.coveredFromDay - 1);
      return addDays(endOfMonth(day60), 10) <= period.end;
    }
  }
}

/** How often an employer pays, by the length of the payroll period; null when no name fits. */
export function payrollOf(period: WagePeriod): VoluntaryPeriod | null {
  const days = daysOf(period);
  if (days === 7) return 'weekly';
  if (days === 14) return 'fortnightly';
  if (days >= 15 && days <= 16) return 'semi-monthly';
  if (days >= 28 && days <= 31) return 'monthly';
  return days >= 89 && days <= 92 ? 'quarterly' : null;
}
