import { HUNDREDS } from './table.ts';

/** Stands for a character that the table does not have, or that is not the card's. */
export const NOT_FOUND = '□';

/** As many characters as a Chinese name on a card may have. From general knowledge; only keeps out slips. */
export const MOST_CHARACTERS = 6;

/** What one code may stand for. */
export interface CodeChoice {
  /** Four digits. */
  readonly code: string;
  /** Traditional characters first; empty when the table has none. */
  readonly characters: readonly string[];
}

/** The characters of a code of the Chinese Commercial Code (facts/domain.md §1.2). @param code four digits */
export function charactersOf(code: string): readonly string[] {
  if (!/^\d{4}$/.test(code)) return [];
  const cell = HUNDREDS[Number(code.slice(0, 2))]?.split(',')[Number(code.slice(2))] ?? '';
  return Array.from(cell);
}

/** The choices of a keyed name, in its order. @param codes groups of four digits, separated by spaces */
export function choicesOf(codes: string): readonly CodeChoice[] {
  return groupsOf(codes).map((code) => ({ code, characters: charactersOf(code) }));
}

/** The codes of a keyed name; none for the empty text. */
export function groupsOf(codes: string): readonly string[] {
  return codes === '' ? [] : codes.split(' ');
}

/** Whether a text picks one character, or `NOT_FOUND`, for every code. */
export function isPickOf(codes: string, picked: string): boolean {
  const characters = Array.from(picked);
  const choices = choicesOf(codes);
  return (
    characters.length === choices.length &&
    choices.every(({ characters: offered }, place) => {
      const character = characters[place] ?? '';
      return character === NOT_FOUND || offered.includes(character);
    })
  );
}

/** The name as far as it is known: a code stands where its character was not found. */
export function nameInWords(codes: string, picked: string): string {
  const characters = Array.from(picked);
  return groupsOf(codes)
    .map((code, place) => {
      const character = characters[place] ?? NOT_FOUND;
      return character === NOT_FOUND ? ` ${code} ` : character;
    })
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}
