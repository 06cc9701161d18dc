import { z } from 'zod';
import { idSchema, isoDateSchema, localTextSchema, sourceSchema } from './common.ts';
import { INSTRUCTION_GROUPS } from './schemes.ts';

/** Where a text of the platform is shown: on the first screen, or before a group of instructions is begun. */
const TEXT_PLACES = ['start', ...INSTRUCTION_GROUPS] as const;
export type TextPlace = (typeof TEXT_PLACES)[number];

/** What the platform wants people to read now, without a release; it never takes the place of a notice or declaration. */
export const platformTextSchema = z.strictObject({
  id: idSchema,
  shownAt: z.enum(TEXT_PLACES),
  text: localTextSchema,
  /** The days between which it is shown, both included. */
  from: isoDateSchema,
  to: isoDateSchema.nullable(),
  source: sourceSchema,
});
export type PlatformText = z.infer<typeof platformTextSchema>;
