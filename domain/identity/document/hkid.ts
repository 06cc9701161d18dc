import { type Failure, fail, ok, type Result } from '../../result.ts';

/**
 * A Hong Kong identity card number, body and check character apart: the check character is not part of the number
 * (facts/domain.md §1.1).
 */
export interface Hkid {
  /** One or two capital letters and six digits, e.g. `A123456`. */
  readonly body: string;
  /** `0`-`9` or `A`. */
  readonly check: string;
}

/** What can be wrong with a number as typed or read; each has a message `error.<code>`. */
export type HkidFault = 'required' | 'hkid-incomplete' | 'hkid-characters' | 'hkid-check-digit';

const BODY = /^[A-Z]{1,2}[0-9]{6}$/;
const WHOLE = /^([A-Z]{1,2}[0-9]{6})([0-9A])$/;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Value of the space that stands before a one-letter prefix (facts/domain.md §1.1). */
const SPACE_VALUE = 36;
const CHECK_CHARACTERS = '0123456789A';

/**
 * What people put around and between the characters: white space, brackets and hyphens of every width. Invisible
 * formatting characters come along when a number is pasted or scanned.
 */
const DECORATION = /[\s\p{Ps}\p{Pe}\p{Pd}\p{Cf}\u2212]/gu;

/**
 * Reads a number as typed or as a device gives it: `a123456(3)`, `Ａ１２３４５６（３）`, `A 123456-3`.
 *
 * @returns the number; or `required` (nothing there), `hkid-incomplete` (right so far, the check character in brackets
 *   included in what is missing), `hkid-characters` with `position` (1-based, decoration not counted) of the first
 *   character that cannot stand there, or `hkid-check-digit`: all there, but one character or the order is wrong.
 *   A right check character proves nothing about the card. Source: facts/domain.md §1.1.
 */
export function parseHkid(text: string): Result<Hkid, Failure<HkidFault>> {
  const normalised = text
    .normalize('NFKC')
    .replace(DECORATION, '')
    // ASCII only: full Unicode upper-casing would turn one sharp s into two letters.
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
  if (normalised === '') return fail('required');

  const [, body, check] = WHOLE.exec(normalised) ?? [];
  if (body !== undefined && check !== undefined) {
    return checkCharacter(body) === check ? ok({ body, check }) : fail('hkid-check-digit');
  }
  const rightSoFar = /^(?:[A-Z]{1,2}[0-9]{0,6})?/.exec(normalised)?.[0] ?? '';
  if (rightSoFar === normalised) return fail('hkid-incomplete');

  const checkIsThere = BODY.test(rightSoFar) && /^[0-9A]$/.test(normalised.charAt(rightSoFar.length));
  const position = rightSoFar.length + (checkIsThere ? 2 : 1);
  return fail('hkid-characters', { position });
}

/**
 * The check character of a body (one or two capital letters and six digits): values A=10 to Z=35, a space of 36 before
 * a one-letter prefix, weights 9 to 2, modulus 11, 10 written as `A` (facts/domain.md §1.1).
 *
 * @throws RangeError when the body has another shape: only parsed numbers belong here
 */
export function checkCharacter(body: string): string {
  if (!BODY.test(body)) throw new RangeError('checkCharacter takes one or two letters and six digits');
  const values = Array.from(body, (character) => Number.parseInt(character, 36));
  if (values.length === 7) values.unshift(SPACE_VALUE);
  const sum = values.reduce((total, value, index) => total + value * (9 - index), 0);
  return CHECK_CHARACTERS.charAt((11 - (sum % 11)) % 11);
}

/** As printed on the card, `A123456(3)`. Shown once, alone, and never beside a name (PCPD code 2.7). */
export function formatHkid(hkid: Hkid): string {
  return `${hkid.body}(${hkid.check})`;
}

/** As the platform's files write it, `A1234563` (facts/domain.md §1.1). For sealed payloads only. */
export function canonicalHkid(hkid: Hkid): string {
  return `${hkid.body}${hkid.check}`;
}

/** The first three characters and nothing else: `A12***(*)`, `AB9***(*)` (facts/domain.md §7). */
export function maskHkid(hkid: Hkid): string {
  return `${hkid.body.slice(0, 3)}***(*)`;
}

/**
 * Other prefixes that pass with the same digits and the same check character, in alphabetical order: the check cannot
 * see one letter taken for another whose value is 11 or 22 away (A, L and W), so the letter is confirmed on screen
 * (facts/domain.md §1.1). For a two-letter prefix, those that differ in one letter.
 */
export function lookAlikePrefixes(hkid: Hkid): readonly string[] {
  const digits = hkid.body.slice(-6);
  const prefix = hkid.body.slice(0, -6);
  const candidates = new Set<string>();
  for (let index = 0; index < prefix.length; index += 1) {
    for (const letter of LETTERS) candidates.add(prefix.slice(0, index) + letter + prefix.slice(index + 1));
  }
  candidates.delete(prefix);
  return [...candidates].filter((candidate) => checkCharacter(candidate + digits) === hkid.check).sort();
}
