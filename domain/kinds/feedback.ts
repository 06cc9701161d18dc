import { z } from 'zod';
import { LOCALES } from '../locale.ts';

/** What somebody thought of the visit; says nothing about who it was, and so needs no assurance. */
export const feedbackPayloadSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('feedback'),
  /** 1 (bad) to 5 (good). */
  rating: z.number().int().min(1).max(5),
  locale: z.enum(LOCALES),
});
export type FeedbackPayload = z.infer<typeof feedbackPayloadSchema>;
