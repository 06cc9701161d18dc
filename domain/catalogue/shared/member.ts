import {
  ageOn,
  derivedDate,
  parsePartialDate,
  type PartialDate,
} from '../../identity/document/partial-date.ts';
import type { Facts } from '../definition.ts';

/** The member's birth date as the card prints it, or as typed where it could not be read; null while not known. */
function bornOf({ identified, answers, today }: Facts): PartialDate | null {
  if (identified?.means === 'reader') return identified.document.dateOfBirth;
  const typed = parsePartialDate(answers['date-of-birth'] ?? '', today);
  return typed.ok ? typed.value : null;
}

/** Whole years today; null while the birth date is not known (facts/domain.md §1.2 for a year or month alone). */
export function ageOf(facts: Facts): number | null {
  const born = bornOf(facts);
  return born === null ? null : ageOn(born, facts.today);
}

/** The birth date that the platform reckons with, ISO; null while not known. */
export function birthDateOf(facts: Facts): string | null {
  const born = bornOf(facts);
  return born === null ? null : derivedDate(born);
}
