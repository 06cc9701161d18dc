import { z } from 'zod';
import { INTERPRETED_LANGUAGES } from '../identity/interpretation.ts';
import { OPTIONAL_USES, type OptionalUse } from '../registration/answers.ts';
import { textDigestSchema, TRANSLATED_PARTS, type TranslatedPart } from './translation.ts';

/** How much of the sound was played: to its end, some of it, nothing. */
export const PLAYED = ['whole', 'part', 'nothing'] as const;
export type Played = (typeof PLAYED)[number];

/** By which of the two somebody says that they know what it says. */
export const WAYS_KNOWN = ['heard', 'read'] as const;
export type WayKnown = (typeof WAYS_KNOWN)[number];

/** One text as it was put to somebody, and what they said to it. Of a consent, `agreed` is the answer. */
const putTextSchema = z.strictObject({
  part: z.enum(TRANSLATED_PARTS),
  /** Which signed-off translation (`translationDigest`). */
  translation: textDigestSchema,
  /** SHA-256 of the text that it translates, in the language of the screen: the version of the notice. */
  original: textDigestSchema,
  way: z.enum(WAYS_KNOWN),
  played: z.enum(PLAYED),
  /** The end of the words stood on the screen. */
  shownToEnd: z.boolean(),
  at: z.iso.datetime({ precision: 3 }),
  agreed: z.exactOptional(z.boolean()),
});
export type PutText = z.infer<typeof putTextSchema>;

/**
 * Notice, consents and declaration were put to the member in a language of their own, by a signed-off translation
 * (docs/adr/0040). An interpreter who helped besides is in `interpretation`.
 */
export const ownLanguageSchema = z.strictObject({
  language: z.enum(INTERPRETED_LANGUAGES),
  /** Staff who chose the language with the member. */
  recordedBy: z.string().min(1).max(32),
  texts: z.array(putTextSchema).min(1).max(TRANSLATED_PARTS.length),
});
export type OwnLanguage = z.infer<typeof ownLanguageSchema>;

export function isConsent(part: TranslatedPart): part is OptionalUse {
  return OPTIONAL_USES.some((use) => use === part);
}

/** The optional uses that the member agreed to, each asked for itself. */
export function agreedUses({ texts }: OwnLanguage): readonly OptionalUse[] {
  return OPTIONAL_USES.filter((use) => texts.some(({ part, agreed }) => part === use && agreed === true));
}

/** Whether every text was put to them, and each consent answered. */
export function isWhole({ texts }: OwnLanguage): boolean {
  return TRANSLATED_PARTS.every((part) =>
    texts.some((text) => text.part === part && (!isConsent(part) || text.agreed !== undefined)),
  );
}
