/**
 * The last line of defence for text that comes from a library's error message: what looks like an identity card
 * number, a passport's, a phone, an account, an e-mail or a long run of Chinese is taken out, however it is spaced, in
 * brackets or in full width. Our own code never puts such things in a log.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[A-Z]{1,2}[0-9]{6}\(?[0-9A]\)?[0-9]*/giu, '[number]'],
  [/(?<![A-Z])[A-Z]{1,2}[0-9]{2}[ -]?[0-9][ -]?[0-9][ -]?[0-9]{2} ?\(?[0-9A]\)?/giu, '[number]'],
  [/[A-Z0-9._%+-]+@[A-Z0-9.-]+\.[A-Z]{2,}/giu, '[e-mail]'],
  [/(?:\+?852[ -]?)?[2-9][0-9]{3}[ -]?[0-9]{4}(?![0-9])/gu, '[phone]'],
  // A card's figures without its letter, an account, a telephone in groups of two.
  [/(?<![\w.:-])(?!\d{4}-\d{2}-\d{2}(?!\d))[0-9](?:[ -]?[0-9]){5,}(?![\w:-])/gu, '[figures]'],
  [/\p{Script=Han}{2,}/gu, '[name]'],
];

export function redact(text: string): string {
  return PATTERNS.reduce(
    (current, [pattern, replacement]) => current.replace(pattern, replacement),
    text.normalize('NFKC'),
  );
}
