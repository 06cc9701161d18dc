export const ANY_LETTER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const ANY_DIGIT = '0123456789';

/** Which keys can come next while something of a known shape is typed. */
export interface NextKeys {
  readonly letters: string;
  readonly digits: string;
}

export const NO_KEYS: NextKeys = { letters: '', digits: '' };

/** What has been typed with one more character, if that character can come next. Small letters count as capitals. */
export function typeInto(value: string, character: string, next: NextKeys): string {
  const key = character.toUpperCase();
  return key.length === 1 && (next.letters + next.digits).includes(key) ? value + key : value;
}
