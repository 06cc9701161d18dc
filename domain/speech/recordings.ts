import { z } from 'zod';
import { INTERPRETED_LANGUAGES } from '../identity/interpretation.ts';
import { LOCALES } from '../locale.ts';

/** Languages in which a text can be heard: those of the screen, and those that somebody may bring. */
const HEARD_LANGUAGES = [...LOCALES, ...INTERPRETED_LANGUAGES] as const;

const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * Somebody's voice reading one text, and who said that it may be played. Whoever changes a word of the text makes the
 * recording another text's: it is refused until it is made, or signed off, anew.
 */
const recordingSchema = z.strictObject({
  /** `Passage.id`, e.g. `notice.registration`. */
  passage: z.string().min(1).max(120),
  language: z.enum(HEARD_LANGUAGES),
  /** The text of the screen that it was made from; of a language that the screen has, itself. */
  madeFrom: z.enum(LOCALES),
  /** SHA-256, base64url, of that text (`Passage.text`). */
  textDigest: digest,
  /** Name of the file beside the manifest. */
  file: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,80}\.wav$/),
  /** SHA-256, base64url, of its bytes. */
  fileDigest: digest,
  /** Office or function, no name of a person. */
  signedOffBy: z.string().min(1).max(80),
  signedOffOn: z.iso.date(),
});
export type Recording = z.infer<typeof recordingSchema>;

/** `recordings.json`, beside the sound files. */
export const recordingsSchema = z.strictObject({
  v: z.literal(1),
  recordings: z.array(recordingSchema).max(500),
});
