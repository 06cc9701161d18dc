import { z } from 'zod';
import type { FieldErrorCode } from '../codes.ts';
import { ageOn, parsePartialDate, printedForm } from '../identity/document/partial-date.ts';
import { PARAMETERS } from '../parameters.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import { isPickOf, MOST_CHARACTERS } from './ccc/ccc.ts';
import { OPTIONAL_USES } from './answers.ts';

/**
 * The rule of each kind of answer: text as typed in, normalised answer or error code out. The platform's own field
 * rules were not found (facts/domain.md §3e): these only keep out what cannot be right.
 */
type Checked = Result<string, Failure<FieldErrorCode>>;

/** Latin letters with the signs that stand in names on the card; never Chinese, which comes from the document. */
const NAME = /^[\p{Script=Latin}\p{M} ',-]+$/u;

function name(raw: string, greatestLength: number): Checked {
  const text = raw
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
  if (text === '') return fail('required');
  if (!NAME.test(text) || !/\p{L}/u.test(text)) return fail('name-characters');
  return text.length > greatestLength ? fail('name-too-long', { most: greatestLength }) : ok(text);
}

/** As on the card, in its letters and its case; spaces put in order. */
export function surname(raw: string): Checked {
  return name(raw, PARAMETERS.surnameCharacters);
}

/** As `surname`; nothing typed means a single name, which the page says before it sends it. */
export function givenNames(raw: string): Checked {
  return raw.trim() === '' ? ok('') : name(raw, PARAMETERS.givenNamesCharacters);
}

/** @returns groups of four digits, separated by spaces; nothing keyed means that the card has no Chinese name */
export function chineseCodes(raw: string): Checked {
  const digits = raw.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
  if (digits === '') return ok('');
  if (!/^\d+$/.test(digits) || digits.length % 4 !== 0) return fail('ccc-incomplete');
  if (digits.length > 4 * MOST_CHARACTERS) return fail('ccc-too-many', { most: MOST_CHARACTERS });
  return ok((digits.match(/\d{4}/g) ?? []).join(' '));
}

/** One of the offered characters for each code, or the sign that the right one was not there. */
export function chineseCharacters(raw: string, codes: string | undefined): Checked {
  return isPickOf(codes ?? '', raw) ? ok(raw) : fail('ccc-pick-each');
}

/** Another name that records may be under; none is an answer. */
export function formerName(raw: string): Checked {
  return raw.trim() === '' ? ok('') : name(raw, PARAMETERS.givenNamesCharacters);
}

/** @returns the printed form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; typed forms as `parsePartialDate` takes them */
export function dateOfBirth(raw: string, today: string): Checked {
  const parsed = parsePartialDate(raw, today);
  if (!parsed.ok) return parsed;
  return ageOn(parsed.value, today) < PARAMETERS.leastAge
    ? fail('age-too-young', { least: PARAMETERS.leastAge })
    : ok(printedForm(parsed.value));
}

/** @returns eight digits; `+852`, `00852` and `852` in front, spaces and hyphens are taken off */
export function mobile(raw: string): Checked {
  const text = raw
    .normalize('NFKC')
    .replace(/[\s()\p{Pd}\p{Cf}\u2212]/gu, '')
    .replace(/^(?:\+|00)?852(?=\d{8}$)/, '');
  if (text === '') return fail('required');
  if (!/^\d+$/.test(text) || text.length !== PARAMETERS.mobileDigits) {
    return fail('mobile-length', { digits: PARAMETERS.mobileDigits });
  }
  const possible = PARAMETERS.mobileFirstDigits.some((digit) => text.startsWith(digit));
  return possible ? ok(text) : fail('mobile-prefix');
}

/** The same number once more: offline nothing else can tell a slip of the finger (facts/wording.md). */
export function mobileAgain(raw: string, first: string | undefined): Checked {
  const again = mobile(raw);
  if (!again.ok) return again;
  return again.value === first ? again : fail('mobile-different');
}

const emailAddress = z.email();

/** @returns the address as typed, in narrow characters; whether it receives anything is not known here */
export function email(raw: string): Checked {
  const text = raw.normalize('NFKC').trim();
  if (text === '') return fail('required');
  if (text.length > PARAMETERS.emailCharacters)
    return fail('email-too-long', { most: PARAMETERS.emailCharacters });
  return emailAddress.safeParse(text).success ? ok(text) : fail('email-format');
}

/** One to three lines, in any script; empty lines are dropped. */
export function address(raw: string): Checked {
  const lines = raw
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    // A control or formatting character in an address only ever comes from a paste and would hide on an envelope.
    .map((line) => line.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return fail('required');
  const meaningful = lines.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (meaningful < PARAMETERS.addressLeastCharacters) return fail('address-too-short');
  const tooLong =
    lines.length > PARAMETERS.addressLines ||
    lines.some((line) => line.length > PARAMETERS.addressLineCharacters);
  return tooLong
    ? fail('address-too-long', { lines: PARAMETERS.addressLines, most: PARAMETERS.addressLineCharacters })
    : ok(lines.join('\n'));
}

/** One code of a list; nothing chosen is the same mistake as something that is not on it. */
export function oneOf(codes: readonly string[], raw: string): Checked {
  return codes.includes(raw) ? ok(raw) : fail('choose-one');
}

/** @returns the ticked uses in the order of OPTIONAL_USES; none ticked is an answer */
export function optionalUses(raw: string): Checked {
  const ticked = raw
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');
  const isKnown = (code: string): boolean => OPTIONAL_USES.some((use) => use === code);
  if (!ticked.every(isKnown)) return fail('choose-one');
  return ok(OPTIONAL_USES.filter((use) => ticked.includes(use)).join(','));
}
