import { ANY_DIGIT, ANY_LETTER, NO_KEYS, typeInto, type NextKeys } from './next-keys.ts';

/** How an identity card number is put together while it is typed (facts/domain.md §1.1): 1-2 letters, 6 digits, check. */

const BODY_DIGITS = 6;

export interface HkidParts {
  /** Letters before the digits. */
  readonly prefix: string;
  readonly digits: string;
  /** What stands in brackets: `0`-`9` or `A`. */
  readonly check: string;
}

/** Takes what has been typed apart; characters out of place are left out. */
export function hkidParts(value: string): HkidParts {
  const prefix = /^[A-Z]{0,2}/.exec(value)?.[0] ?? '';
  const rest = value.slice(prefix.length);
  return { prefix, digits: rest.slice(0, BODY_DIGITS), check: rest.slice(BODY_DIGITS, BODY_DIGITS + 1) };
}

/** Which keys can come next after what has been typed. */
export function nextHkidKeys(value: string): NextKeys {
  const { prefix, digits, check } = hkidParts(value);
  if (digits === '')
    return { letters: prefix.length < 2 ? ANY_LETTER : '', digits: prefix === '' ? '' : ANY_DIGIT };
  if (digits.length < BODY_DIGITS) return { letters: '', digits: ANY_DIGIT };
  return check === '' ? { letters: 'A', digits: ANY_DIGIT } : NO_KEYS;
}

/** What has been typed with one more character, if that character can come next. */
export function typeHkid(value: string, character: string): string {
  return typeInto(value, character, nextHkidKeys(value));
}

/** All of it is there: body and check character. */
export function isWholeHkid(value: string): boolean {
  return hkidParts(value).check !== '';
}
