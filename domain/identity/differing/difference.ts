import { derivedDate, type PartialDate } from '../document/partial-date.ts';

/** Name and birth date of somebody as one source has them; what the source does not say is left out. */
export interface WhoItIs {
  readonly surname: string;
  /** Empty for a single name. */
  readonly givenNames: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as printed or typed. */
  readonly dateOfBirth?: string;
}

export const DIFFERING_FIELDS = ['surname', 'given-names', 'name-order', 'date-of-birth'] as const;
export type DifferingField = (typeof DIFFERING_FIELDS)[number];

/** `one-letter`: one letter or figure is another, missing, or too many. */
export const DIFFERENCE_EXTENTS = ['one-letter', 'more'] as const;
type DifferenceExtent = (typeof DIFFERENCE_EXTENTS)[number];

export interface Difference {
  readonly field: DifferingField;
  readonly extent: DifferenceExtent;
}

/**
 * Where two sources have somebody otherwise, in the order of DIFFERING_FIELDS; empty when they agree. Letters and
 * figures count as printed (facts/wording.md, *People and how to serve them*): only case and the width of spaces do
 * not. The same words in another order are one difference, `name-order`. A birth date of which only year or month is
 * printed agrees with the date derived from it (facts/domain.md §1.2).
 */
export function differencesBetween(one: WhoItIs, other: WhoItIs): readonly Difference[] {
  return [...nameDifferences(one, other), ...birthDifferences(one.dateOfBirth, other.dateOfBirth)];
}

function nameDifferences(one: WhoItIs, other: WhoItIs): readonly Difference[] {
  const fields = [
    { field: 'surname', from: letters(one.surname), to: letters(other.surname) },
    { field: 'given-names', from: letters(one.givenNames), to: letters(other.givenNames) },
  ] as const;
  const differing = fields.filter(({ from, to }) => from !== to);
  if (differing.length > 0 && wordsOf(one) === wordsOf(other))
    return [{ field: 'name-order', extent: 'more' }];
  return differing.map(({ field, from, to }) => ({ field, extent: extentOf(from, to) }));
}

function birthDifferences(one: string | undefined, other: string | undefined): readonly Difference[] {
  if (one === undefined || other === undefined || one === other) return [];
  const partial = one.length < other.length ? one : other;
  const whole = partial === one ? other : one;
  if (derivedDate(readPrinted(partial)) === whole) return [];
  return [{ field: 'date-of-birth', extent: extentOf(one, other) }];
}

/** Reads back the printed form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function readPrinted(printed: string): PartialDate {
  const [year, month, day] = printed.split('-').map(Number);
  return { year: year ?? 0, month: month ?? null, day: day ?? null };
}

/** Case and spaces are how a name is set, not what it is. */
export function letters(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toUpperCase();
}

function wordsOf({ surname, givenNames }: WhoItIs): string {
  return letters(`${surname} ${givenNames}`).split(' ').sort().join(' ');
}

function extentOf(from: string, to: string): DifferenceExtent {
  const [short, long] = from.length <= to.length ? [from, to] : [to, from];
  if (long.length - short.length > 1) return 'more';
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const restOfLong = long.slice(same + 1);
  const restOfShort = short.slice(long.length === short.length ? same + 1 : same);
  return restOfLong === restOfShort ? 'one-letter' : 'more';
}
