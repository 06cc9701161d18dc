import type { CalendarResult, IsoDate, WorkingCalendar } from '../../../calendar/working-calendar.ts';
import { type ClosenessCode, closenessOf, remittanceDueDay } from '../../../contributions/due/due-days.ts';
import { surchargeOn } from '../../../contributions/due/surcharge.ts';
import type { Cents } from '../../../money/money.ts';
import { calendarOf } from '../../../reference-data/look-up/figures.ts';
import { centsOfTotal } from '../../../remittance/summary/totals-text.ts';
import { ok } from '../../../result.ts';
import { addDays } from '../../../time.ts';
import type { Facts } from '../../definition.ts';
import { answerInRound } from '../../shared/rounds.ts';
import { periodOf } from './company-rules.ts';
import { isCasual } from './company-steps.ts';
import { fileOf } from './file-step.ts';
import { amountsOf, employees } from './reckoning.ts';

/** By when a remittance must be received, and what being late costs (facts/domain.md §3a). */
export interface Due {
  /** The earliest of the employees' due days; null where the calendar does not reach. */
  readonly day: IsoDate | null;
  /** Null where the due day is not known. */
  readonly closeness: { readonly code: ClosenessCode; readonly workingDaysLeft: number } | null;
  readonly late: boolean;
  /** Of the mandatory amounts that are late, as entered; nothing when none is. */
  readonly surcharge: Cents;
}

/** Days by which holidays and bad weather can move a due day, generously. */
const MOST_DAYS_MOVED = 14;
const WITHOUT_HOLIDAYS: WorkingCalendar = {
  from: '1900-01-01',
  to: '9999-12-31',
  holidays: [],
  severeWeatherDays: [],
};

/** The contribution day of casual employees is the one that was given: whether it waits for a working day is not known. */
function dueDay(facts: Facts, index: number, calendar: WorkingCalendar): CalendarResult<IsoDate> | null {
  const { answers } = facts;
  const contributionDay = answers['contribution-day'];
  if (isCasual(facts)) return contributionDay === undefined ? null : ok(contributionDay);
  const period = periodOf(answers);
  const employed = answerInRound(answers, 'employment-date', index);
  return period === null || employed === undefined ? null : remittanceDueDay(period.end, employed, calendar);
}

function isLate(facts: Facts, index: number, calendar: WorkingCalendar): boolean {
  const known = dueDay(facts, index, calendar);
  if (known?.ok === true) return known.value < facts.today;
  const nominal = dueDay(facts, index, WITHOUT_HOLIDAYS);
  return nominal?.ok === true && addDays(nominal.value, MOST_DAYS_MOVED) < facts.today;
}

export function dueOf(facts: Facts): Due {
  const calendar = calendarOf(facts.data);
  const file = fileOf(facts);
  if (file !== null) {
    const { dueDay, late, surcharge } = file;
    return { day: dueDay, closeness: nearness(facts, dueDay), late, surcharge: centsOfTotal(surcharge) };
  }
  const days = employees(facts).map((index) => dueDay(facts, index, calendar));
  const known = days.flatMap((day) => (day?.ok === true ? [day.value] : [])).sort();
  const day = known.length === days.length ? (known[0] ?? null) : null;
  const late = employees(facts).filter((index) => isLate(facts, index, calendar));
  const surcharge = late.reduce<Cents>((sum, index) => {
    const { ermc, eemc } = amountsOf(facts, index);
    return sum + surchargeOn(ermc ?? 0n) + surchargeOn(eemc ?? 0n);
  }, 0n);
  return {
    day,
    closeness: nearness(facts, day),
    late: late.length > 0,
    surcharge,
  };
}

function nearness({ data, today }: Facts, day: IsoDate | null): Due['closeness'] {
  const closeness = day === null ? null : closenessOf(today, day, calendarOf(data));
  return closeness?.ok === true ? closeness.value : null;
}
