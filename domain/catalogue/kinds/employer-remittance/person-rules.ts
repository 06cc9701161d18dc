import { canonicalHkid, maskHkid, parseHkid } from '../../../identity/document/hkid.ts';
import {
  ageOn,
  derivedDate,
  parsePartialDate,
  printedForm,
} from '../../../identity/document/partial-date.ts';
import { paymentFitsReason, TERMINATION_REASONS } from '../../../offsetting/termination.ts';
import { maskedNumber } from '../../../remittance/cells/identity-cell.ts';
import { REMITTANCE_LIMITS } from '../../../remittance/limits.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import { type Label, literal } from '../../ask.ts';
import type { Facts } from '../../definition.ts';
import { answerInRound, rounds } from '../../shared/rounds.ts';
import type { EmployerRemittanceRule } from './codes.ts';
import { periodOf } from './company-rules.ts';

type Checked = Result<string, Failure<EmployerRemittanceRule>>;

/** True when an earlier employee has the same answer on this page. */
function isTakenBefore({ answers }: Facts, step: string, value: string, index: number): boolean {
  return rounds(String(index - 1)).some((round) => answerInRound(answers, step, round) === value);
}

/** What people of the same company are told apart by, instead of a name; a card number in its place is kept out. */
export function staffNumber(value: string, facts: Facts, index: number): Checked {
  const text = value.normalize('NFKC').toUpperCase().replace(/\s/g, '');
  if (!/^(?=.*\d)[A-Z0-9/_-]{1,20}$/.test(text) || /^[A-Z]{1,2}\d{6}/.test(text)) {
    return fail('remittance-staff-number');
  }
  return isTakenBefore(facts, 'staff-number', text, index) ? fail('remittance-staff-twice') : ok(text);
}

/**
 * The number of an identity card with its check character, or of a passport (facts/domain.md §1.1, §1.3). Twice the same
 * would be overlapping periods of one employee (§3a).
 *
 * @returns the number as the platform's files write it; the codes of `parseHkid` for a card (message `error.<code>`)
 */
export function identityNumber(value: string, facts: Facts, index: number): Result<string, Failure<string>> {
  const number =
    answerInRound(facts.answers, 'id-type', index) === 'PASSPORT' ? passport(value) : card(value);
  if (!number.ok) return number;
  return isTakenBefore(facts, 'id-number', number.value, index) ? fail('remittance-number-twice') : number;
}

function card(value: string): Result<string, Failure<string>> {
  const number = parseHkid(value);
  return number.ok ? ok(canonicalHkid(number.value)) : number;
}

function passport(value: string): Checked {
  const text = value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, '');
  const fits = /^[A-Z0-9]{4,}$/.test(text) && text.length <= REMITTANCE_LIMITS.passportCharacters;
  return fits && /\d/.test(text) ? ok(text) : fail('remittance-passport');
}

/** Never the whole number (facts/domain.md §7): `A12***(*)`, `K12***`. */
export function maskedIdentity(value: string, { answers }: Facts, index: number): readonly Label[] {
  if (answerInRound(answers, 'id-type', index) === 'PASSPORT')
    return [literal(maskedNumber('PASSPORT', value))];
  const number = parseHkid(value);
  return number.ok ? [literal(maskHkid(number.value))] : [];
}

/**
 * The employee's birth date as the document has it, whole or in part; at least 16 years ago (facts/domain.md §3a).
 *
 * @returns the printed form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 */
export function birthDate(value: string, { today }: Facts): Checked {
  const born = parsePartialDate(value, today);
  if (!born.ok) return fail('remittance-born-shape');
  return ageOn(born.value, today) < REMITTANCE_LIMITS.leastAge
    ? fail('remittance-too-young', { least: REMITTANCE_LIMITS.leastAge })
    : ok(printedForm(born.value));
}

/** The birth date that is reckoned with (facts/domain.md §1.2: some cards have only a year); null while not known. */
export function bornOn({ answers, today }: Facts, index: number): string | null {
  const born = parsePartialDate(answerInRound(answers, 'born', index) ?? '', today);
  return born.ok ? derivedDate(born.value) : null;
}

export function employmentDate(value: string, facts: Facts, index: number): Checked {
  const born = bornOn(facts, index);
  const period = periodOf(facts.answers);
  if (born !== null && value < born) return fail('remittance-employed-before-born');
  return period !== null && value > period.end ? fail('remittance-employed-after-period') : ok(value);
}

/** A last day after the period belongs to the period in which it lies (facts/domain.md §3a, termination). */
export function lastDay(value: string, { answers }: Facts, index: number): Checked {
  const period = periodOf(answers);
  if (value < (answerInRound(answers, 'employment-date', index) ?? '')) {
    return fail('remittance-left-before-joining');
  }
  return period !== null && value > period.end ? fail('remittance-left-after-period') : ok(value);
}

/** True where a long service or a severance payment goes with the reason of leaving (facts/domain.md §3a). */
export function mayBePaidOff({ answers }: Facts, index: number): boolean {
  return (
    fits('L', answerInRound(answers, 'reason', index)) || fits('S', answerInRound(answers, 'reason', index))
  );
}

function fits(mark: 'L' | 'S', text: string | undefined): boolean {
  const reason = TERMINATION_REASONS.find((code) => code === text);
  return reason !== undefined && paymentFitsReason(mark, reason).ok;
}

export function severance(value: string, { answers }: Facts, index: number): Checked {
  const reason = answerInRound(answers, 'reason', index);
  if (value === 'L' && !fits('L', reason)) return fail('remittance-long-service-reason');
  return value === 'S' && !fits('S', reason) ? fail('remittance-severance-reason') : ok(value);
}
