import { z } from 'zod';
import { usabilityTallySchema } from './cell.ts';

/** Counts of one day at most; more are cut off, the rarest first. */
export const MOST_CELLS = 10_000;

/**
 * PUT /v1/usability/<epoch>/<day>: all counts of one day of one terminal, in place of what was there for that day, so that
 * telling it twice is telling it once. The epoch is the database's: after a salvage a day begins anew and is added.
 */
export const usabilityDaySchema = z.strictObject({ cells: z.array(usabilityTallySchema).max(MOST_CELLS) });
export type UsabilityDay = z.infer<typeof usabilityDaySchema>;

export const usabilityStoredSchema = z.strictObject({ stored: z.literal(true) });

/** @param day Hong Kong date */
export function usabilityPath(epoch: number, day: string): string {
  return `/v1/usability/${String(epoch)}/${day}`;
}
