import type { Locale } from '../../domain/locale.ts';

/** Sentences one after the other: with a space in English, without one in Chinese, whose full stop is as wide as both. */
export function sentences(locale: Locale, parts: readonly string[]): string {
  return parts.join(locale === 'en' ? ' ' : '');
}
