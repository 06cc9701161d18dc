import { addMonths } from '../../../calendar/date-arithmetic.ts';
import { formatMoney, centsOf, parseMoney } from '../../../money/money.ts';
import { withdrawalOn } from '../../../reference-data/look-up/figures.ts';
import {
  WITHDRAWAL_GROUNDS,
  type WithdrawalGround,
  type WithdrawalRules,
} from '../../../reference-data/schema/withdrawals.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import { addDays } from '../../../time.ts';
import type { Facts } from '../../definition.ts';
import { ageOf, birthDateOf } from '../../shared/member.ts';
import type { WithdrawalRule } from './codes.ts';

/** Who may withdraw on a ground: facts/domain.md §3c, with ages, sums and months from the reference data of today. */
type Checked = Result<string, Failure<WithdrawalRule>>;

/** The rules of a ground today; null where the data have none, and then it is not offered. */
export function rulesOf({ data, today }: Facts, ground: WithdrawalGround): WithdrawalRules | null {
  const rules = withdrawalOn(data, ground, today);
  return rules.ok ? rules.value : null;
}

export function chosenGround({ answers }: Pick<Facts, 'answers'>): WithdrawalGround | null {
  return WITHDRAWAL_GROUNDS.find((ground) => ground === answers['ground']) ?? null;
}

/** The rules of the ground that was chosen; null before. */
export function chosenRules(facts: Facts): WithdrawalRules | null {
  const ground = chosenGround(facts);
  return ground === null ? null : rulesOf(facts, ground);
}

/** Age by the birth date of the card, or as typed where it could not be read. */
export function oldEnough(value: string, facts: Facts): Checked {
  const least = chosenRules({ ...facts, answers: { ground: value } })?.leastAge ?? null;
  if (least === null) return ok(value);
  const age = ageOf(facts);
  const born = birthDateOf(facts);
  if (age === null || born === null) return fail('withdrawal-age-not-known');
  return age >= least ? ok(value) : fail('withdrawal-too-young', { least, from: birthday(born, least) });
}

/** The day on which a number of years is completed; for 29 February in a common year that is 1 March (`ageOn`). */
function birthday(born: string, years: number): string {
  const day = addMonths(born, years * 12);
  return day.slice(8) === born.slice(8) ? day : addDays(day, 1);
}

/** Nothing that has happened already can lie after today. */
export function notInFuture(value: string, { today }: Facts): Checked {
  return value > today ? fail('withdrawal-date-in-future') : ok(value);
}

/** A certificate may be used for some months from its date; its last day is the same day of the month. */
export function certificateFresh(value: string, facts: Facts): Checked {
  const past = notInFuture(value, facts);
  const months = chosenRules(facts)?.certificateMonths ?? null;
  if (!past.ok || months === null) return past;
  const until = addMonths(value, months);
  return until < facts.today ? fail('withdrawal-certificate-too-old', { months, until }) : past;
}

/** A small balance is at most so much in all. */
export function smallEnough(value: string, facts: Facts): Checked {
  const most = chosenRules(facts)?.largestBalance ?? null;
  const amount = parseMoney(value);
  if (most === null || !amount.ok || amount.value <= centsOf(most)) return ok(value);
  return fail('withdrawal-balance-too-large', { most: formatMoney(centsOf(most)) });
}

/** So many months must have passed since the last contribution. */
export function longWithoutContribution(value: string, facts: Facts): Checked {
  const past = notInFuture(value, facts);
  const months = chosenRules(facts)?.monthsWithoutContribution ?? null;
  if (!past.ok || months === null) return past;
  const from = addMonths(value, months);
  return from > facts.today ? fail('withdrawal-contribution-too-recent', { months, from }) : past;
}
