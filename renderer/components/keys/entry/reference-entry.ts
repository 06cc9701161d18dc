import { ANY_DIGIT, ANY_LETTER, NO_KEYS, typeInto, type NextKeys } from './next-keys.ts';

/**
 * How a reference is put together while it is typed, `K0127-A0042-N` without its hyphens (domain/reference.ts): one
 * letter, four digits, one to four letters, four or more digits, a check character.
 */

const TERMINAL = 5;
/** I and O never stand in the middle: on a slip they are taken for 1 and 0. */
const MIDDLE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const MOST_LETTERS = 4;
const LEAST_DIGITS = 4;
/** Far more than a terminal will ever count, and still within the field. */
const MOST_DIGITS = 8;

export interface ReferenceParts {
  readonly terminal: string;
  readonly letters: string;
  readonly digits: string;
  readonly check: string;
}

/** Takes what has been typed apart. A digit after the fourth may be the check character: it is taken for it. */
export function referenceParts(value: string): ReferenceParts {
  const terminal = value.slice(0, TERMINAL);
  const letters = /^[A-Z]*/.exec(value.slice(TERMINAL))?.[0] ?? '';
  const rest = value.slice(TERMINAL + letters.length);
  const checked = rest.length > LEAST_DIGITS;
  return {
    terminal,
    letters,
    digits: checked ? rest.slice(0, -1) : rest,
    check: checked ? rest.slice(-1) : '',
  };
}

/** Which keys can come next after what has been typed. */
export function nextReferenceKeys(value: string): NextKeys {
  if (value === '') return { letters: ANY_LETTER, digits: '' };
  if (value.length < TERMINAL) return { letters: '', digits: ANY_DIGIT };
  const { letters, digits, check } = referenceParts(value);
  if (digits === '') {
    return {
      letters: letters.length < MOST_LETTERS ? MIDDLE_LETTERS : '',
      digits: letters === '' ? '' : ANY_DIGIT,
    };
  }
  if (digits.length < LEAST_DIGITS) return { letters: '', digits: ANY_DIGIT };
  if (/[A-Z]/.test(check) || digits.length >= MOST_DIGITS) return NO_KEYS;
  return { letters: ANY_LETTER, digits: ANY_DIGIT };
}

/** What has been typed with one more character, if that character can come next. */
export function typeReference(value: string, character: string): string {
  return typeInto(value, character, nextReferenceKeys(value));
}

/** All of it is there, as far as its shape tells. */
export function isWholeReference(value: string): boolean {
  return referenceParts(value).check !== '';
}
