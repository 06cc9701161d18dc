/** Text to compare by: width, case, spaces and punctuation do not tell words apart. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Spreadsheet letter of a column. @param place from 0 */
export function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : `${letterOf(Math.floor(place / 26) - 1)}${last}`;
}

/** Finds what is known by one of several words of either language; null when nothing is. */
export function finderOf<Key extends string>(
  words: Readonly<Record<Key, readonly string[]>>,
): (text: string) => Key | null {
  const known = new Map(
    Object.entries<readonly string[]>(words).flatMap(([key, said]) =>
      said.map((word) => [plainText(word), key as Key] as const),
    ),
  );
  return (text) => known.get(plainText(text)) ?? null;
}
