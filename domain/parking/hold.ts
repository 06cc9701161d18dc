import { z } from 'zod';
import { draftPath } from './wire.ts';

/**
 * How long a hold lasts without a word from who has it: a terminal whose power went keeps nobody waiting longer. Our
 * own figure; a terminal that works on renews three times within it.
 */
export const HOLD_MS = 15 * 60_000;

/** Where a terminal stands, as its screens say it; null: it was not told. */
export const holdPlaceSchema = z
  .strictObject({ 'zh-Hant': z.string().min(1).max(80), en: z.string().min(1).max(80) })
  .nullable();

/** Asks for the hold of a parked draft, or says that it is still wanted. */
export const holdRequestSchema = z.strictObject({
  place: holdPlaceSchema,
  /** The number given with the hold, to renew it; null: a new one is asked for. */
  fence: z.number().int().positive().nullable(),
});
export type HoldRequest = z.infer<typeof holdRequestSchema>;

/** Who works on a draft: a place, never a person. */
export const holderSchema = z.strictObject({
  terminalId: z.string().min(1).max(16),
  place: holdPlaceSchema,
  /** ISO instants of the gateway. */
  since: z.iso.datetime(),
  until: z.iso.datetime(),
});
export type Holder = z.infer<typeof holderSchema>;

/** How a draft came to its end. */
export const DRAFT_ENDS = ['submitted', 'replaced'] as const;
export type DraftEnd = (typeof DRAFT_ENDS)[number];

/** What becomes of a request for a hold; a draft that is over is no refusal: whoever asks has it open. */
export const holdAnswerSchema = z.discriminatedUnion('hold', [
  z.strictObject({ hold: z.literal('yours'), fence: z.number().int().positive(), until: z.iso.datetime() }),
  z.strictObject({ hold: z.literal('others'), by: holderSchema }),
  z.strictObject({ hold: z.literal('over'), how: z.enum(DRAFT_ENDS) }),
]);
export type HoldAnswer = z.infer<typeof holdAnswerSchema>;

export const holdReleasedSchema = z.strictObject({ released: z.literal(true) });

/** Path of the hold of a draft at the gateway. */
export function holdPath(key: string): string {
  return `${draftPath(key)}/hold`;
}

/**
 * Path that ends a draft. One that was submitted is over for everybody; one that was only parked anew is over for
 * whoever held it with the newest number, and else stays.
 * @param fence null: it was taken up where no hold could be had
 */
export function draftEndPath(key: string, how: DraftEnd, fence: number | null): string {
  return `${draftPath(key)}?how=${how}${fence === null ? '' : `&fence=${String(fence)}`}`;
}
