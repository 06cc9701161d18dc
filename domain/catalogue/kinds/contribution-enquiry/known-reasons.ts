import { addMonths } from '../../../calendar/date-arithmetic.ts';
import { remittanceDueDay } from '../../../contributions/due/due-days.ts';
import { MANDATORY_RULES } from '../../../contributions/mandatory-rules.ts';
import { contributionHoliday } from '../../../contributions/regular/employment.ts';
import { EMPTY_MONTH_REASONS } from '../../../records/records.ts';
import { calendarOf } from '../../../reference-data/look-up/figures.ts';
import type { Facts } from '../../definition.ts';
import { birthDateOf } from '../../shared/member.ts';
import { daysOfMonth, type Month, monthsAsked } from './months.ts';
import { monthOnRecord } from './on-record.ts';

/**
 * Why a month may rightly show nothing: as far as it follows from what the member said (facts/domain.md §3a), and what
 * the platform itself knows of a month that was looked up and is empty.
 */
export const KNOWN_REASONS = [
  'before-18',
  'after-65',
  'before-start',
  'first-60-days',
  'employee-holiday',
  ...EMPTY_MONTH_REASONS,
] as const;
type KnownReason = (typeof KNOWN_REASONS)[number];

export interface ExplainedMonth {
  readonly month: Month;
  readonly reason: KnownReason;
  /** `first-60-days`: until when the first contributions may arrive. */
  readonly day?: string;
}

/** The months asked for that have a known reason. */
export function explainedMonths(facts: Facts): readonly ExplainedMonth[] {
  return monthsAsked(facts).flatMap((month) => {
    const explained = explain(month, facts);
    return explained === null ? [] : [explained];
  });
}

function explain(month: Month, facts: Facts): ExplainedMonth | null {
  const recorded = monthOnRecord(month, facts)?.reason ?? null;
  return recorded === null ? explainByRules(month, facts) : { month, reason: recorded };
}

function explainByRules(month: Month, facts: Facts): ExplainedMonth | null {
  const { start, end } = daysOfMonth(month);
  const born = birthDateOf(facts);
  const { fromAge, untilAge } = MANDATORY_RULES;
  if (born !== null && end < addMonths(born, fromAge * 12)) return { month, reason: 'before-18' };
  if (born !== null && start >= addMonths(born, untilAge * 12)) return { month, reason: 'after-65' };
  const since = facts.answers['employed-since'];
  if (facts.answers['new-job'] !== 'yes' || since === undefined) return null;
  if (end < since) return { month, reason: 'before-start' };
  // Casual employees of industry schemes are covered from day 1 and have no holiday (§3a).
  if (facts.answers['payer'] === 'casual') return null;
  const due = remittanceDueDay(end, since, calendarOf(facts.data));
  if (due.ok && due.value >= facts.today) return { month, reason: 'first-60-days', day: due.value };
  const holiday = contributionHoliday(since, { start, end }, MANDATORY_RULES);
  return holiday === 'whole' ? { month, reason: 'employee-holiday' } : null;
}
