import { digestOfText } from '../digest.ts';
import { LOCALES, type Locale } from '../locale.ts';
import { wordsOf } from '../messages/catalogue.ts';
import { declarationText, noticeText } from '../messages/legal-texts.ts';
import type { Translation, TranslatedPart } from './translation.ts';

/** The text that the screen has, of which a translation is made, as one string; paragraphs joined by a line feed. */
export function originalText(part: TranslatedPart, locale: Locale): string {
  switch (part) {
    case 'notice':
      return noticeText(locale);
    case 'declaration':
      return declarationText(locale);
    case 'service-survey':
    case 'mpf-education':
      return `${wordsOf(locale, `use.${part}`)}\n${wordsOf(locale, `use.${part}.help`)}`;
  }
}

const known = new Map<TranslatedPart, Translation['translates']>();

/** SHA-256, base64url, of the text in each language of the screen, as this release has it. */
export function originalDigests(part: TranslatedPart): Translation['translates'] {
  const before = known.get(part);
  if (before !== undefined) return before;
  const digests = Object.fromEntries(
    LOCALES.map((locale) => [locale, digestOfText(originalText(part, locale))]),
  ) as Translation['translates'];
  known.set(part, digests);
  return digests;
}

/** Whether it was made from the words that this release has. */
export function isInDate({ part, translates }: Translation): boolean {
  const now = originalDigests(part);
  return LOCALES.every((locale) => translates[locale] === now[locale]);
}
