import { daysBetween } from '../../../calendar/date-arithmetic.ts';
import { MANDATORY_RULES } from '../../../contributions/mandatory-rules.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import type { Facts } from '../../definition.ts';
import { ageOf, birthDateOf } from '../../shared/member.ts';

/** Days from the first day of work in which somebody has to be enrolled, that day included (facts/domain.md §3a). */
const ENROL_WITHIN_DAYS = { regular: 60, casual: 10, 'self-employed': 60 } as const;

type Checked<Code extends string> = Result<string, Failure<Code>>;

/**
 * Employees and the self-employed contribute from 18 to 64 (facts/domain.md §3a); a personal account has no such rule.
 * While the birth date is not known there is nothing to refuse.
 */
export function ageForEnrolment(as: string, facts: Facts): Checked<'enrol-under-18' | 'enrol-from-65'> {
  const age = ageOf(facts);
  if (as === 'personal' || age === null) return ok(as);
  if (age < MANDATORY_RULES.fromAge) return fail('enrol-under-18');
  return age >= MANDATORY_RULES.untilAge ? fail('enrol-from-65') : ok(as);
}

/** The first day of work: today or earlier, and after the member was born. */
export function startOfWork(
  date: string,
  facts: Facts,
): Checked<'enrol-start-in-future' | 'enrol-start-before-birth'> {
  if (date > facts.today) return fail('enrol-start-in-future', { from: date });
  const born = birthDateOf(facts);
  return born !== null && date <= born ? fail('enrol-start-before-birth') : ok(date);
}

/** Days in which it should have been done, where they are over; null while there is time or the day is not known. */
export function daysMissed({ answers, today }: Facts): number | null {
  const started = answers['started-on'];
  if (started === undefined) return null;
  const within =
    ENROL_WITHIN_DAYS[
      answers['as'] === 'self-employed'
        ? 'self-employed'
        : answers['employment'] === 'casual'
          ? 'casual'
          : 'regular'
    ];
  return daysBetween(started, today) + 1 > within ? within : null;
}
