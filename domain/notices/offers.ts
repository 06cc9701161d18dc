import { INTERPRETED_LANGUAGES, type InterpretedLanguage } from '../identity/interpretation.ts';
import type { LanguageOffer, SoundState } from './language-offer.ts';
import { isInDate } from './originals.ts';
import {
  type NoticeSound,
  TRANSLATED_PARTS,
  type TranslatedPart,
  type Translation,
  translationOf,
} from './translation.ts';

/** Every language that somebody may bring, those that can be offered first. */
export function languageOffers(
  translations: readonly Translation[],
  soundState: (sound: NoticeSound) => SoundState,
): readonly LanguageOffer[] {
  const offers = INTERPRETED_LANGUAGES.map((language): LanguageOffer => {
    const found = TRANSLATED_PARTS.map((part) => translationOf(translations, language, part));
    const there = found.filter((one) => one !== null);
    return { language, state: stateOf(there, found.length), sounds: soundsOf(there, soundState) };
  });
  return [...offers].sort(
    (one, other) => Number(other.state === 'offered') - Number(one.state === 'offered'),
  );
}

function stateOf(there: readonly Translation[], needed: number): LanguageOffer['state'] {
  if (there.length === 0) return 'none';
  if (!there.every(isInDate)) return 'out-of-date';
  return there.length < needed ? 'incomplete' : 'offered';
}

function soundsOf(
  there: readonly Translation[],
  soundState: (sound: NoticeSound) => SoundState,
): LanguageOffer['sounds'] {
  const states = there.flatMap(({ sound }) => (sound === null ? [] : [soundState(sound)]));
  if (states.includes('damaged')) return 'damaged';
  if (states.includes('waiting')) return 'waiting';
  return states.length === 0 ? 'none' : 'ready';
}

/** What is put to somebody in this language; null where it cannot be offered now. */
export function textsToPut(
  translations: readonly Translation[],
  language: InterpretedLanguage,
  parts: readonly TranslatedPart[],
): readonly Translation[] | null {
  const offer = languageOffers(translations, () => 'ready').find((one) => one.language === language);
  if (offer?.state !== 'offered') return null;
  const found = parts.map((part) => translationOf(translations, language, part));
  return found.every((one) => one !== null) ? found : null;
}
