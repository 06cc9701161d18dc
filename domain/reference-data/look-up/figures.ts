import type { IsoDate, WorkingCalendar } from '../../calendar/working-calendar.ts';
import { type Failure, fail, ok, type Result } from '../../result.ts';
import { inForceOn } from '../dated.ts';
import type { ContributionLimits, DatedCutOff, IndustryScale } from '../schema/figures.ts';
import type { ReferenceData } from '../schema/reference-data.ts';
import type { WithdrawalGround, WithdrawalRules } from '../schema/withdrawals.ts';

/** Limits of mandatory contributions in force on a date (facts/domain.md §3a). */
export function limitsOn(
  data: Pick<ReferenceData, 'contributionLimits'>,
  date: IsoDate,
): Result<ContributionLimits, Failure<'limits-not-known'>> {
  const limits = inForceOn(data.contributionLimits, date);
  return limits === null ? fail('limits-not-known', { date }) : ok(limits);
}

/** The daily scale of industry schemes in force on a date (facts/domain.md §3a). */
export function industryScaleOn(
  data: Pick<ReferenceData, 'industryScales'>,
  date: IsoDate,
): Result<IndustryScale, Failure<'scale-not-known'>> {
  const scale = inForceOn(data.industryScales, date);
  return scale === null ? fail('scale-not-known', { date }) : ok(scale);
}

/** The cut-off of investment instructions in force on a date (facts/domain.md §3d). */
export function cutOffOn(
  data: Pick<ReferenceData, 'cutOffs'>,
  date: IsoDate,
): Result<DatedCutOff, Failure<'cut-off-not-known'>> {
  const cutOff = inForceOn(data.cutOffs, date);
  return cutOff === null ? fail('cut-off-not-known', { date }) : ok(cutOff);
}

/** Rules, forms and evidence of a ground of withdrawal on a date (facts/domain.md §3c). */
export function withdrawalOn(
  data: Pick<ReferenceData, 'withdrawals'>,
  ground: WithdrawalGround,
  date: IsoDate,
): Result<WithdrawalRules, Failure<'withdrawal-not-known'>> {
  const rules = inForceOn(
    data.withdrawals.filter((row) => row.ground === ground),
    date,
  );
  return rules === null ? fail('withdrawal-not-known', { ground, date }) : ok(rules);
}

/** The calendar by which contribution days move: severe weather is no working day. */
export function calendarOf(data: Pick<ReferenceData, 'calendar'>): WorkingCalendar {
  const { from, to, holidays, severeWeatherDays } = data.calendar;
  return {
    from,
    to,
    holidays: holidays.map(({ date }) => date),
    severeWeatherDays: severeWeatherDays.map(({ date }) => date),
  };
}

/** The calendar of dealing days, with severe weather as the cut-off in force says. */
export function dealingCalendarOf(
  data: Pick<ReferenceData, 'calendar'>,
  cutOff: Pick<DatedCutOff, 'dealsInSevereWeather'>,
): WorkingCalendar {
  const calendar = calendarOf(data);
  return cutOff.dealsInSevereWeather ? { ...calendar, severeWeatherDays: [] } : calendar;
}
