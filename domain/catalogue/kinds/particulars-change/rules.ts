import { address } from '../../../registration/fields.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import type { Answers } from '../../definition.ts';

/** What a terminal takes: contact, language and bank account (facts/domain.md §3e, general knowledge). */
export const CHANGEABLE = ['address', 'mobile', 'email', 'language', 'bank'] as const;
export type Changeable = (typeof CHANGEABLE)[number];
/** What is changed only on documentary proof, and so not here (facts/domain.md §3e, general knowledge). */
export const NEEDS_PROOF = ['name', 'id-number', 'date-of-birth', 'sex'] as const;

export const PARTICULARS_RULES = [
  'particulars-choose',
  'particulars-name-proof',
  'particulars-id-number-proof',
  'particulars-date-of-birth-proof',
  'particulars-sex-proof',
  'particulars-building',
  'particulars-email-different',
  'particulars-bank-different',
] as const;
export type ParticularsRule = (typeof PARTICULARS_RULES)[number];
type Checked = Result<string, Failure<string>>;

/** What was chosen to be changed; what needs proof is refused with what to bring. */
export function takenHere(value: string): Checked {
  const chosen = value.split(',');
  const proof = NEEDS_PROOF.find((code) => chosen.includes(code));
  if (proof !== undefined) return fail(`particulars-${proof}-proof`);
  return value === '' ? fail('particulars-choose') : ok(value);
}

/** A building, estate or village has a name: a number alone belongs to the street. */
export function building(value: string): Checked {
  return /\p{L}/u.test(value) ? ok(value) : fail('particulars-building');
}

/** The street is left out where the estate or village says it all; together the lines must be enough for a letter. */
export function street(value: string, answers: Answers): Checked {
  const lines = [answers['address-unit'] ?? '', answers['address-building'] ?? '', value];
  const whole = address(lines.join('\n'));
  return whole.ok ? ok(value) : whole;
}

export function sameAs(value: string, first: string | undefined, code: ParticularsRule): Checked {
  return value === first ? ok(value) : fail(code);
}
