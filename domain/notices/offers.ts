import { INTERPRETED_LANGUAGES, type InterpretedLanguage } from '../identity/interpretation.ts';
import { isInDate } from './originals.ts';
import {
  type NoticeSound,
  TRANSLATED_PARTS,
  type TranslatedPart,
  type Translation,
  translationOf,
} from './translation.ts';

/**
 * How a sound stands on this machine. `waiting`: not fetched yet; `damaged`: a file is there and is not the one that was
 * signed off.
 */
export type SoundState = 'ready' | 'waiting' | 'damaged';

/** Of the sounds of a language: `none` was signed off, or all, some or none of them can be played here. */
export type SoundsState = 'none' | SoundState;

/** A language, and whether it can be offered; message `own-language.state.<state>`. */
export interface LanguageOffer {
  readonly language: InterpretedLanguage;
  /**
   * `none`: nothing was signed off; `incomplete`: some of the texts were; `out-of-date`: the words that it was made from
   * are others now.
   */
  readonly state: 'offered' | 'none' | 'incomplete' | 'out-of-date';
  readonly sounds: SoundsState;
}

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
  return [...offers].sort((one, other) => Number(other.state === 'offered') - Number(one.state === 'offered'));
}

function stateOf(there: readonly Translation[], needed: number): LanguageOffer['state'] {
  if (there.length === 0) return 'none';
  if (!there.every(isInDate)) return 'out-of-date';
  return there.length < needed ? 'incomplete' : 'offered';
}

function soundsOf(
  there: readonly Translation[],
  soundState: (sound: NoticeSound) => SoundState,
): SoundsState {
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
