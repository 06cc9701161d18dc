import { z } from 'zod';
import { digestOfText } from '../digest.ts';
import { INTERPRETED_LANGUAGES } from '../identity/interpretation.ts';
import { OPTIONAL_USES } from '../registration/answers.ts';

/** What is put to somebody who registers, each for itself, in the order in which it is asked. */
export const TRANSLATED_PARTS = ['notice', ...OPTIONAL_USES, 'declaration'] as const;
export type TranslatedPart = (typeof TRANSLATED_PARTS)[number];

export const textDigestSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** As much as somebody reads standing; and a sound that is fetched over a mobile network, and heard within a queue. */
export const MOST_TRANSLATED_CHARACTERS = 4_000;
export const MOST_SOUND_BYTES = 4_000_000;
export const MOST_SOUND_SECONDS = 240;

const SOUND_TYPES = ['audio/wav', 'audio/ogg'] as const;

const soundSchema = z.strictObject({
  /** SHA-256, base64url, of the file's bytes. */
  digest: textDigestSchema,
  bytes: z.number().int().positive().max(MOST_SOUND_BYTES),
  seconds: z.number().positive().max(MOST_SOUND_SECONDS),
  type: z.enum(SOUND_TYPES),
});
export type NoticeSound = z.infer<typeof soundSchema>;

/**
 * One text in one language, and who said that it may be put to people. Whoever changes a word of what it was made from
 * makes it another text's translation: it is not offered until it is made, or signed off, anew.
 */
export const translationSchema = z.strictObject({
  language: z.enum(INTERPRETED_LANGUAGES),
  part: z.enum(TRANSLATED_PARTS),
  /** SHA-256, base64url, of the texts it was made from (`originals.ts`). */
  translates: z.strictObject({ 'zh-Hant': textDigestSchema, en: textDigestSchema }),
  /** One paragraph a line. */
  text: z.string().min(1).max(MOST_TRANSLATED_CHARACTERS),
  /** Null: nobody has read it out; it can only be read. */
  sound: soundSchema.nullable(),
  /** Office or function, no name of a person. */
  signedOffBy: z.string().min(1).max(80),
  signedOffOn: z.iso.date(),
});
export type Translation = z.infer<typeof translationSchema>;

/** Eight languages of a handful of texts each. */
export const translationsSchema = z
  .array(translationSchema)
  .max(INTERPRETED_LANGUAGES.length * TRANSLATED_PARTS.length);

/** SHA-256, base64url, of everything that was signed off: what a payload names it by. */
export function translationDigest(translation: Translation): string {
  const { language, part, translates, text, sound, signedOffBy, signedOffOn } = translation;
  return digestOfText(
    JSON.stringify([
      ...[language, part, translates['zh-Hant'], translates.en, text],
      ...[sound?.digest ?? null, signedOffBy, signedOffOn],
    ]),
  );
}

/** The one of this text in this language; null: there is none. */
export function translationOf(
  translations: readonly Translation[],
  language: Translation['language'],
  part: TranslatedPart,
): Translation | null {
  return translations.find((one) => one.language === language && one.part === part) ?? null;
}
