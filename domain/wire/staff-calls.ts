import { z } from 'zod';
import { LOCALES } from '../locale.ts';
import { idSchema } from '../reference-data/schema/common.ts';
import { CALL_STEPS } from '../terminal/ports/staff-calls.ts';
import { counterSchema } from './counter.ts';

/**
 * Calls for staff among the terminals of one place (ADR 0045). Nobody is named and nothing leads to a visit:
 *
 *   POST /v1/staff-calls        tellCallSchema   -> 200 callToldSchema
 *   POST /v1/staff-calls/end    heldCallSchema   -> 200 callEndedSchema
 *   POST /v1/staff-calls/open   callPlaceSchema  -> 200 openCallsSchema
 *   POST /v1/staff-calls/go     goToCallSchema   -> 200 callTakenSchema
 *
 * A call is known for as long as its terminal repeats it ({@link CALL_LASTS_SECONDS}). What is told to somebody is an
 * answer, `refused`; only who may not ask at all gets a problem. Words in answers are read as far as they are known, so
 * that a newer gateway says more and breaks nothing; an older one has no such route, and then there is no notice.
 */

/** Repeated more often than that a call stays; a terminal that is cut off or restarted calls no longer than this. */
export const CALL_LASTS_SECONDS = 45;
/** A member waits ten minutes at the most and may ask once more; nothing here is believed to wait longer. */
const LONGEST_SECONDS = 3_600;

const callId = z.uuid();
const waitedSeconds = z.number().int().min(0).max(LONGEST_SECONDS);
const word = z.string().regex(/^[A-Za-z-]{1,24}$/);

export const callPlaceSchema = z.strictObject({ place: idSchema });
export const tellCallSchema = callPlaceSchema.extend({
  ...{ callId, waitedSeconds },
  locale: z.enum(LOCALES),
  step: z.enum(CALL_STEPS),
});
export const heldCallSchema = callPlaceSchema.extend({ callId });
export const goToCallSchema = heldCallSchema.extend({ counter: counterSchema });

const refusedSchema = z.object({
  result: z.literal('refused'),
  /** `no-place`, `other-place`, `over`. */
  why: word,
});
const takenSchema = z.object({ counter: counterSchema, here: z.boolean() });

/** `standing`: a `CallStanding`. */
export const callToldSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('told'), standing: word }),
  refusedSchema,
]);
export const callEndedSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('ended') }),
  refusedSchema,
]);
export const openCallsSchema = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('calls'),
    calls: z
      .array(
        z.object({
          callId,
          terminalId: z.string().regex(/^[A-Z][0-9]{4}$/),
          waitedSeconds: z.number().int().min(0),
          locale: word,
          step: word,
          going: takenSchema.nullable(),
        }),
      )
      .max(50),
  }),
  refusedSchema,
]);
export const callTakenSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('taken'), by: takenSchema }),
  refusedSchema,
]);
