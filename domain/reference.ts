import { type Failure, fail, ok, type Result } from './result.ts';

/**
 * The number told to a member, `K0127-A0042-N`: terminal, database epoch as letters, counter, check character
 * (DESIGN.md, *One submission's way*, 4). It is never derived from an identity card number (PCPD code 2.8). The epoch
 * grows whenever a database was salvaged or restored, so that a counter that went back cannot give a number twice.
 */
export interface Reference {
  /** One capital letter and four digits. */
  readonly terminalId: string;
  /** From 1. */
  readonly epoch: number;
  /** From 1. */
  readonly counter: number;
}

/** I and O are left out: on a slip they are taken for 1 and 0. */
const EPOCH_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LEAST_COUNTER_DIGITS = 4;
/** 24 + 24² + 24³ + 24⁴ epochs: more than any database will be restored, and short enough for the envelope. */
const GREATEST_EPOCH_LETTERS = 4;
const WHOLE = /^([A-Z][0-9]{4})([A-HJ-NP-Z]{1,4})([0-9]{4,16})([0-9A-Z])$/;

/**
 * `K0127-A0042-N`; the counter has at least four digits and grows beyond.
 *
 * @throws RangeError for a terminal id of another shape, or an epoch or counter that is not a whole number from 1
 */
export function formatReference(reference: Reference): string {
  const { terminalId, epoch, counter } = reference;
  if (!/^[A-Z][0-9]{4}$/.test(terminalId)) throw new RangeError('terminal id is one letter and four digits');
  if (!Number.isSafeInteger(counter) || counter < 1) throw new RangeError('counter is a whole number from 1');
  const middle = epochLetters(epoch) + String(counter).padStart(LEAST_COUNTER_DIGITS, '0');
  return `${terminalId}-${middle}-${mod3736(terminalId + middle)}`;
}

/**
 * Reads a reference as typed or spoken: any case, spaces and hyphens anywhere or nowhere. An O for a 0 in the last
 * place is *not* forgiven: both are check characters, and taking one for the other lets wrong figures pass that the
 * check would have found.
 *
 * @returns its parts; or `reference-format`, or `reference-check-character` when a character is wrong or two changed
 *   places
 */
export function parseReference(
  text: string,
): Result<Reference, Failure<'reference-format' | 'reference-check-character'>> {
  const normalised = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
  const [, terminalId, letters, digits, check] = WHOLE.exec(normalised) ?? [];
  if (terminalId === undefined || letters === undefined || digits === undefined || check === undefined) {
    return fail('reference-format');
  }
  const counter = Number(digits);
  const canonical = String(counter).padStart(LEAST_COUNTER_DIGITS, '0') === digits;
  if (!canonical || counter < 1 || !Number.isSafeInteger(counter)) return fail('reference-format');
  if (check !== mod3736(terminalId + letters + digits)) return fail('reference-check-character');
  return ok({ terminalId, epoch: epochNumber(letters), counter });
}

/** 1 is `A`, 24 is `Z`, 25 is `AA`. */
function epochLetters(epoch: number): string {
  if (!Number.isSafeInteger(epoch) || epoch < 1) throw new RangeError('epoch is a whole number from 1');
  let letters = '';
  for (let rest = epoch; rest > 0; rest = Math.floor((rest - 1) / EPOCH_LETTERS.length)) {
    letters = EPOCH_LETTERS.charAt((rest - 1) % EPOCH_LETTERS.length) + letters;
  }
  if (letters.length > GREATEST_EPOCH_LETTERS) throw new RangeError('epoch is too great for a reference');
  return letters;
}

function epochNumber(letters: string): number {
  return Array.from(letters).reduce(
    (epoch, letter) => epoch * EPOCH_LETTERS.length + EPOCH_LETTERS.indexOf(letter) + 1,
    0,
  );
}

/** Check character of ISO/IEC 7064 MOD 37,36 over digits and capital letters: finds every single wrong character. */
export function mod3736(text: string): string {
  let product = 36;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError('MOD 37,36 takes digits and capital letters');
    const sum = (product + value) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}
