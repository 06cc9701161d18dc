import type { Catalogue, MessageKey } from '../../domain/messages/index.ts';

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
};

/** Parts of an ICU message that are not words: arguments with everything inside them. */
function outsideArguments(message: string, change: (words: string) => string): string {
  let depth = 0;
  let words = '';
  let result = '';
  for (const character of message) {
    if (character === '{') {
      if (depth === 0) {
        result += change(words);
        words = '';
      }
      depth += 1;
    }
    if (depth > 0) result += character;
    else words += character;
    if (character === '}') depth -= 1;
  }
  return result + change(words);
}

/** Words of another language as long as the longest we may translate into: about two fifths more, and accented. */
function longer(words: string): string {
  const accented = Array.from(words)
    .map((letter) => ACCENTED[letter] ?? letter)
    .join('');
  return accented.replace(/\p{L}{4,}/gu, (word) => word + word.slice(-Math.ceil(word.length * 0.5)));
}

/** The pseudo-locale: English made longer, to see whether longer words still fit. */
export function pseudoCatalogue(catalogue: Catalogue): Catalogue {
  const entries = Object.entries(catalogue).map(([key, message]) => [key, outsideArguments(message, longer)]);
  return Object.fromEntries(entries) as Record<MessageKey, string>;
}
