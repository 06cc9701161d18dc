import Big from 'big.js';
import { type Failure, fail, ok, type Result } from '../result.ts';
import type { MoneyCode } from './codes.ts';

/** Whole Hong Kong cents: money is never a binary fraction (facts/domain.md §3a, rounding). */
export type Cents = bigint;

/** HK$999,999,999.99: more than any single amount on a remittance; a longer number is a slip of the keys. */
const LARGEST: Cents = 99_999_999_999n;

/** Commas either nowhere or at every third digit, so that `1,50` is not taken for one hundred and fifty. */
const AMOUNT = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/**
 * Reads an amount as people and spreadsheets write it: `1500`, `1,500.00`, `HK$1,500.5`, also in full-width characters.
 *
 * @returns cents; or `money-format`, `money-negative` (also in brackets, as accountants write it), `money-decimals`
 *   (more than two), `money-too-large`
 */
export function parseMoney(text: string): Result<Cents, Failure<MoneyCode>> {
  const normalised = text
    .normalize('NFKC')
    .replace(/[\u2212\u2010-\u2015]/gu, '-')
    .trim();
  const bracketed = /^\((.*)\)$/.exec(normalised)?.[1];
  const plain = (bracketed ?? normalised).replace(/^(-?)\s*(?:HK)?\$\s*/i, '$1').trim();
  const negative = bracketed !== undefined || plain.startsWith('-');
  const [, whole, decimals = ''] = AMOUNT.exec(plain.replace(/^-\s*/, '')) ?? [];
  if (whole === undefined) return fail('money-format');
  if (negative) return fail('money-negative');
  if (decimals.length > 2) return fail('money-decimals');
  const cents = BigInt(whole.replaceAll(',', '')) * 100n + BigInt(decimals.padEnd(2, '0'));
  return cents > LARGEST ? fail('money-too-large') : ok(cents);
}

/**
 * An amount that stands in our own data, `7100.00`.
 *
 * @throws RangeError when it is not one: data was checked by its schema before
 */
export function centsOf(text: string): Cents {
  const amount = parseMoney(text);
  if (!amount.ok) throw new RangeError('not an amount of money');
  return amount.value;
}

/** An amount as data files write it: as `centsOf` takes it, without a currency sign. */
export function isMoneyText(text: string): boolean {
  return /^[\d,.]+$/.test(text) && parseMoney(text).ok;
}

/** For people: `1,500.00`, without a currency sign. */
export function formatMoney(cents: Cents): string {
  const [whole = '', decimals = ''] = plainMoney(cents).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${decimals}`;
}

/** For people, where no label beside it says the currency: `HK$1,500.00`. */
export function hongKongDollars(cents: Cents): string {
  return `HK$${formatMoney(cents)}`;
}

/** For files and messages between machines: `1500.00`. */
export function plainMoney(cents: Cents): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * A share of an amount, rounded half-up to whole cents as the platform does (facts/domain.md §3a: 12,011.5 × 5% =
 * 600.575 is 600.58).
 *
 * @param rate decimal string, `'0.05'` for 5%
 */
export function shareOf(cents: Cents, rate: string): Cents {
  return BigInt(new Big(cents).times(rate).round(0, Big.roundHalfUp).toFixed(0));
}

/**
 * `cents × numerator ÷ denominator`, rounded half-up to whole cents, for shares that no decimal can express (two
 * thirds, days of a year).
 *
 * @throws RangeError when anything is negative or the denominator is zero
 */
export function fractionOf(cents: Cents, numerator: bigint, denominator: bigint): Cents {
  if (cents < 0n || numerator < 0n || denominator <= 0n) throw new RangeError('not a share of an amount');
  return (2n * cents * numerator + denominator) / (2n * denominator);
}

/** The smaller of two amounts. */
export function lesser(one: Cents, other: Cents): Cents {
  return one < other ? one : other;
}

/** What is left of an amount after another is taken away; nothing rather than less than nothing. */
export function leftAfter(amount: Cents, taken: Cents): Cents {
  return amount > taken ? amount - taken : 0n;
}
