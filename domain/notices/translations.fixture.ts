import type { InterpretedLanguage } from '../identity/interpretation.ts';
import { originalDigests } from './originals.ts';
import { type NoticeSound, TRANSLATED_PARTS, type TranslatedPart, type Translation } from './translation.ts';

/** A recording that is nowhere: forty seconds of something. */
export const SAMPLE_SOUND: NoticeSound = {
  digest: 's'.repeat(43),
  bytes: 640_044,
  seconds: 40,
  type: 'audio/wav',
};

export function sampleTranslation(
  language: InterpretedLanguage,
  part: TranslatedPart,
  changed: Partial<Translation> = {},
): Translation {
  return {
    ...{ language, part, translates: originalDigests(part), sound: SAMPLE_SOUND },
    text: `[SAMPLE ${language}] ${part}\nsecond paragraph`,
    signedOffBy: 'SAMPLE, signed off by nobody',
    signedOffOn: '2026-11-02',
    ...changed,
  };
}

/** Every text of a language. */
export function sampleTranslations(
  language: InterpretedLanguage,
  changed: Partial<Translation> = {},
): readonly Translation[] {
  return TRANSLATED_PARTS.map((part) => sampleTranslation(language, part, changed));
}
