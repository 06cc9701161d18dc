import { type Failure, fail, ok, type Result } from '../../result.ts';
import { isRealDate } from '../../time.ts';
import type { PartialDate } from './partial-date.ts';

/**
 * The machine-readable zone of a passport, ICAO 9303 part 4, TD3: two lines of 44 characters (facts/domain.md §1.3).
 * Identity cards of Hong Kong have none.
 */
export interface Mrz {
  /** `P`, or `P` and a letter of the issuing state. */
  readonly documentCode: string;
  /** One to three letters as printed: ISO 3166-1 alpha-3 or ICAO's own codes (`D`, `UTO`). */
  readonly issuingState: string;
  /** Words separated by one space; letters as the MRZ transliterates them. */
  readonly surname: string;
  /** Empty for a single name. */
  readonly givenNames: string;
  /** The name fills its field to the end, so the MRZ may have cut it: compare with the printed page. */
  readonly nameMayBeCut: boolean;
  readonly documentNumber: string;
  readonly nationality: string;
  /** `YYMMDD`; parts the issuing state does not know are `<<`. The century: `mrzBirthDate`. */
  readonly dateOfBirth: string;
  /** Null when not given. */
  readonly sex: 'M' | 'F' | null;
  /** `YYMMDD`. */
  readonly dateOfExpiry: string;
  /** Personal number or other data of the issuing state; empty when unused. */
  readonly optionalData: string;
}

/**
 * Why a text is not the MRZ of a passport. These are for the reader's driver and for tests; a member is told by the
 * messages of READER_TROUBLES.
 */
export const MRZ_FAULTS = [
  'mrz-empty',
  'mrz-length',
  'mrz-characters',
  'mrz-document-code',
  'mrz-field',
  'mrz-check-digit',
] as const;
export type MrzFault = (typeof MRZ_FAULTS)[number];

const LINE_LENGTH = 44;
const FILLER = '<';
const WEIGHTS = [7, 3, 1] as const;

/**
 * Reads the two lines of a passport, separated by any line break or not at all; small letters count as capitals and
 * white space within lines is dropped. Nothing is guessed: a letter O in a place for figures stays wrong, because a
 * guess could make another person's number.
 *
 * @returns the fields; or `mrz-empty`, `mrz-length` (`line`, `length`), `mrz-characters` (`line`, `position`),
 *   `mrz-document-code` (not a passport), `mrz-field` (`field` holds what cannot stand there), `mrz-check-digit`
 *   (`field`). Parameters never carry content. Never throws.
 */
export function parseMrz(text: string): Result<Mrz, Failure<MrzFault>> {
  const lines = linesOf(text);
  if (!lines.ok) return lines;
  const [upper, lower] = lines.value;
  for (const [index, line] of lines.value.entries()) {
    const position = line.search(/[^A-Z0-9<]/);
    if (position >= 0) return fail('mrz-characters', { line: index + 1, position: position + 1 });
  }
  if (!/^P[A-Z<]/.test(upper)) return fail('mrz-document-code');
  const wrongCheck = firstWrongCheckDigit(lower);
  if (wrongCheck !== null) return fail('mrz-check-digit', { field: wrongCheck });
  return fieldsOf(upper, lower);
}

function linesOf(text: string): Result<readonly [string, string], Failure<MrzFault>> {
  const lines = text
    .normalize('NFKC')
    .split(/[\n\r\u0085\u2028\u2029]/)
    .map((line) => line.replace(/\s/gu, '').replace(/[a-z]/g, (letter) => letter.toUpperCase()))
    .filter((line) => line !== '');
  const [first, second] = lines;
  if (first === undefined) return fail('mrz-empty');
  if (lines.length > 2) return fail('mrz-length', { line: 3, length: lines[2]?.length ?? 0 });
  if (second === undefined) {
    return first.length === 2 * LINE_LENGTH
      ? ok([first.slice(0, LINE_LENGTH), first.slice(LINE_LENGTH)])
      : fail('mrz-length', { line: 1, length: first.length });
  }
  if (first.length !== LINE_LENGTH) return fail('mrz-length', { line: 1, length: first.length });
  return second.length === LINE_LENGTH
    ? ok([first, second])
    : fail('mrz-length', { line: 2, length: second.length });
}

/** Name of the first field of the second line whose check digit is wrong, or null (facts/domain.md §1.3). */
function firstWrongCheckDigit(line: string): string | null {
  const optional = line.slice(28, 42);
  const composite = line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43);
  const optionalCheck = line.charAt(42);
  const unusedOptional = isBlank(optional) && optionalCheck === FILLER;
  const wrong = [
    ['document-number', mrzCheckDigit(line.slice(0, 9)) === line.charAt(9)],
    ['date-of-birth', mrzCheckDigit(line.slice(13, 19)) === line.charAt(19)],
    ['date-of-expiry', mrzCheckDigit(line.slice(21, 27)) === line.charAt(27)],
    ['optional-data', unusedOptional || mrzCheckDigit(optional) === optionalCheck],
    ['composite', mrzCheckDigit(composite) === line.charAt(43)],
  ] as const;
  return wrong.find(([, right]) => !right)?.[0] ?? null;
}

/**
 * Weights 7, 3, 1 repeating, modulus 10; figures as they are, A=10 to Z=35, filler 0 (ICAO 9303 part 3).
 *
 * @throws RangeError for a character that is not in an MRZ
 */
export function mrzCheckDigit(field: string): string {
  let sum = 0;
  for (const [index, character] of Array.from(field).entries()) {
    if (!/^[A-Z0-9<]$/.test(character)) throw new RangeError('not a character of an MRZ');
    const value = character === FILLER ? 0 : Number.parseInt(character, 36);
    sum += value * (WEIGHTS[index % WEIGHTS.length] ?? 0);
  }
  return String(sum % 10);
}

function fieldsOf(upper: string, lower: string): Result<Mrz, Failure<MrzFault>> {
  const wrongField = (field: string): ReturnType<typeof fail<MrzFault>> => fail('mrz-field', { field });

  const nameField = upper.slice(5);
  if (!isCode(upper.slice(2, 5))) return wrongField('issuing-state');
  const name = nameOf(nameField);
  if (name === null) return wrongField('name');
  const documentNumber = withoutFiller(lower.slice(0, 9));
  if (documentNumber === '') return wrongField('document-number');
  if (!isCode(lower.slice(10, 13))) return wrongField('nationality');
  const dateOfBirth = lower.slice(13, 19);
  if (!isBirthDate(dateOfBirth)) return wrongField('date-of-birth');
  const sex = lower.charAt(20);
  if (sex !== 'M' && sex !== 'F' && sex !== FILLER) return wrongField('sex');
  const dateOfExpiry = lower.slice(21, 27);
  if (!isBirthDate(dateOfExpiry) || dateOfExpiry.includes(FILLER)) return wrongField('date-of-expiry');

  return ok({
    documentCode: withoutFiller(upper.slice(0, 2)),
    issuingState: withoutFiller(upper.slice(2, 5)),
    ...name,
    nameMayBeCut: !nameField.endsWith(FILLER),
    documentNumber,
    nationality: withoutFiller(lower.slice(10, 13)),
    dateOfBirth,
    sex: sex === FILLER ? null : sex,
    dateOfExpiry,
    optionalData: withoutFiller(lower.slice(28, 42)),
  });
}

/** Surname `<<` given names; one filler between words. A name without `<<` is a single name. */
function nameOf(field: string): { readonly surname: string; readonly givenNames: string } | null {
  if (!/^[A-Z][A-Z<]*$/.test(field)) return null;
  const [first = '', ...rest] = field.replace(/<+$/, '').split('<<');
  const words = (part: string): string => part.split(FILLER).filter(Boolean).join(' ');
  return { surname: words(first), givenNames: words(rest.join(FILLER)) };
}

function isBlank(field: string): boolean {
  return /^<*$/.test(field);
}

/** A state or nationality: letters first, fillers after. */
function isCode(field: string): boolean {
  return /^[A-Z]{1,3}<*$/.test(field);
}

/** Fillers at the end go; those within stay as the issuing state put them. */
function withoutFiller(field: string): string {
  return field.replace(/<+$/, '');
}

/** `YYMMDD`, unknown parts as `<<`; 29 February counts wherever one of the centuries has it. */
function isBirthDate(field: string): boolean {
  const [, year, month, day] = /^(\d\d|<<)(\d\d|<<)(\d\d|<<)$/.exec(field) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const leapYear = 2000;
  return isRealDate(
    year === '<<' ? leapYear : 2000 + Number(year),
    month === '<<' ? 1 : Number(month),
    day === '<<' ? 1 : Number(day),
  );
}

/**
 * The birth date of an MRZ with its century: the latest one that does not lie after today. A day is kept only with its
 * month.
 *
 * @param today ISO date
 * @returns null when the issuing state does not know the year
 */
export function mrzBirthDate(mrz: Pick<Mrz, 'dateOfBirth'>, today: string): PartialDate | null {
  const [yy, mm, dd] = [0, 2, 4].map((start) => Number(mrz.dateOfBirth.slice(start, start + 2)));
  if (yy === undefined || Number.isNaN(yy)) return null;
  const month = mm === undefined || Number.isNaN(mm) ? null : mm;
  const day = month === null || dd === undefined || Number.isNaN(dd) ? null : dd;
  const thisYear = Number(today.slice(0, 4));
  const recent = thisYear - (thisYear % 100) + yy;
  const earliest = [recent, month ?? 1, day ?? 1]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');
  const year = earliest > today ? recent - 100 : recent;
  return { year, month, day };
}
