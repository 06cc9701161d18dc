import { type Cents, centsOf, formatMoney, leftAfter, lesser, parseMoney } from '../../../money/money.ts';
import type { OffsettingReason } from '../../../offsetting/codes.ts';
import { offsetting, type OffsettingResult } from '../../../offsetting/offsetting.ts';
import { OFFSETTING_RULES } from '../../../offsetting/offsetting-rules.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import type { Answers } from '../../definition.ts';
import type { OffsettingClaimRule } from './codes.ts';

type Checked = Result<string, Failure<OffsettingClaimRule>>;

/** Which dates stand on both sides of 1 May 2025 (facts/domain.md §3c, offsetting). */
export function straddles({ 'service-from': from = '', 'service-to': to = '' }: Answers): boolean {
  return from !== '' && from < OFFSETTING_RULES.transitionDate && to >= OFFSETTING_RULES.transitionDate;
}

function amountOf(answers: Answers, page: string): Cents | null {
  const amount = parseMoney(answers[page] ?? '');
  return amount.ok ? amount.value : null;
}

/**
 * The payment as the law reckons it and the most that may be offset, out of what was answered; null while something is
 * missing. The balances of the employer's contributions are the platform's to know: what the law leaves open to each
 * is asked for as if there were enough of it.
 */
export function reckoned(answers: Answers): OffsettingResult | null {
  const { 'service-from': from, 'service-to': to } = answers;
  const wage = amountOf(answers, 'wage');
  const before = amountOf(answers, 'wage-before');
  if (from === undefined || to === undefined || wage === null) return null;
  const plenty = centsOf(OFFSETTING_RULES.greatestPayment);
  const result = offsetting({
    payment: answers['payment'] === 'long-service' ? 'long-service' : 'severance',
    from,
    to,
    monthlyWage: wage,
    ...(before === null ? {} : { wageBeforeTransition: before }),
    employerMandatory: plenty,
    employerVoluntary: plenty,
    gratuity: 0n,
  });
  return result.ok ? result.value : null;
}

/** What is worth saying of the figures here; the rest depends on balances that are not known. */
const SAID: readonly OffsettingReason[] = [
  'all-before-transition',
  'all-after-transition',
  'split-at-transition',
  'wage-at-ceiling',
  'cap-reached',
  'service-short',
];
export function reasonsOf(result: OffsettingResult): readonly OffsettingReason[] {
  return result.reasons.filter((reason) => SAID.includes(reason));
}

export function belowCap(value: string): Checked {
  const most = centsOf(OFFSETTING_RULES.greatestPayment);
  const amount = parseMoney(value);
  return amount.ok && amount.value > most
    ? fail('offsetting-above-cap', { most: formatMoney(most) })
    : ok(value);
}

/** Mandatory contributions offset the part for service before the transition only, and no more than was paid. */
export function mostMandatory(answers: Answers): Cents {
  return lesser(reckoned(answers)?.earlierPart ?? 0n, amountOf(answers, 'paid') ?? 0n);
}

/** Voluntary contributions offset all of the payment; what mandatory ones cover is covered once. */
export function mostVoluntary(answers: Answers): Cents {
  const whole = lesser(reckoned(answers)?.total ?? 0n, amountOf(answers, 'paid') ?? 0n);
  return leftAfter(whole, claimedMandatory(answers));
}

function claimedMandatory(answers: Answers): Cents {
  return mostMandatory(answers) === 0n ? 0n : (amountOf(answers, 'claim-mandatory') ?? 0n);
}

export function mandatoryClaim(value: string, answers: Answers): Checked {
  const most = mostMandatory(answers);
  return centsOf(value) > most
    ? fail('offsetting-mandatory-too-much', { most: formatMoney(most) })
    : ok(value);
}

export function voluntaryClaim(value: string, answers: Answers): Checked {
  const most = mostVoluntary(answers);
  if (centsOf(value) > most) return fail('offsetting-voluntary-too-much', { most: formatMoney(most) });
  return centsOf(value) + claimedMandatory(answers) === 0n ? fail('offsetting-nothing-claimed') : ok(value);
}
