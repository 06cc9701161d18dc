import type { View } from '../../../domain/terminal/view/view.ts';
import { pageIdOf } from '../../../state-machines/present/page-id.ts';

/** A number that staff have no business to read, and the pages whose work cannot be done without it. */
export interface SecretNumber {
  /** What it is, for the report: the number itself is never repeated. */
  readonly what: string;
  readonly value: string;
  /** Page (`pageOf`) to the reason why it needs the number. */
  readonly needs: Readonly<Record<string, string>>;
}

export interface Secrets {
  readonly numbers: readonly SecretNumber[];
  /** Names in every script, as on the card, and what was typed as a name. */
  readonly names: readonly string[];
}

/** The page beneath any cover, since a view carries that as well. A round of a repeated page is the page. */
export function pageOf({ screen }: View): string {
  return pageIdOf(screen).replace(/^(ask\..*[a-z])-\d+$/, '$1');
}

/** Capitals and figures alone, full width as half width: brackets, spaces, hyphens and case hide nothing. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Every text in a value, keys left out; order kept. A number is no text: `countsIn`. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

function countsIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(countsIn);
}

/** An identity card number without its letters and its check character, any other number by its figures. */
export function figuresOf(value: string): string {
  const all = bare(value);
  return /^[A-Z]{1,2}(\d{6})[\dA]$/.exec(all)?.[1] ?? /\d{6,}/.exec(all)?.[0] ?? all;
}

/** Whether a number stands in one of the texts, or is spread over some that follow each other. */
export function holdsNumber(texts: readonly string[], value: string): boolean {
  return bare(texts.join('')).includes(figuresOf(value));
}

/** At a counter the member compares the letter, on their own window (state-machines/station/hands.ts). */
const MEMBERS_EVEN_THEN = 'typed-number-check';

/**
 * What is on a page and should not be: a number that its work does not need, or a full number together with a name, whatever
 * the page needs.
 */
export function leaksIn(view: View, { numbers, names }: Secrets): readonly string[] {
  const page = pageOf(view);
  const all = bare(textsIn(view).join(''));
  const counts = countsIn(view).map(String);
  const held = numbers.filter(({ value }) => {
    const figures = figuresOf(value);
    return all.includes(figures) || counts.some((count) => count.includes(figures));
  });
  if (held.length === 0) return [];
  const named = names.some((name) => all.includes(bare(name)));
  // What only the member types and reads is no work of staff's, who watch from the other side of the counter.
  const { station } = view.chrome;
  const staffWork = station === undefined || (station.hand === 'staff' && page !== MEMBERS_EVEN_THEN);
  return held.flatMap(({ what, needs }) => [
    ...(needs[page] === undefined || !staffWork ? [`${what} on ${page}`] : []),
    ...(named ? [`${what} with a name on ${page}`] : []),
  ]);
}
