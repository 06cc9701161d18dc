import { z } from 'zod';

/**
 * Languages in which the notice has no signed-off text and that an interpreter may bring (facts/domain.md §7): a person
 * in one of them is registered only with an interpreter who is recorded, and is called back otherwise.
 */
export const INTERPRETED_LANGUAGES = ['id', 'hi', 'ne', 'pa', 'tl', 'th', 'ur', 'vi'] as const;
export type InterpretedLanguage = (typeof INTERPRETED_LANGUAGES)[number];

/**
 * Who recorded that an interpreter helped, in person or on the line, and into which language notice and declaration were
 * put; without one where the member reads a signed-off text and was helped with the rest (issue 5, *Assist mode*).
 */
export const interpretationSchema = z.strictObject({
  language: z.exactOptional(z.enum(INTERPRETED_LANGUAGES)),
  recordedBy: z.string().min(1).max(32),
});
export type Interpretation = z.infer<typeof interpretationSchema>;
