import { z } from 'zod';
import { LOCALES, TEXT_SIZES } from '../locale.ts';
import { PROFILES } from '../wire/policy.ts';
import { FACES, TIME_CLASSES, USABILITY_FLOWS, USABILITY_MODES, VISIT_OUTCOMES } from './codes.ts';

/** The step of a cell that is about a whole visit. */
export const WHOLE_VISIT = 'visit';

/**
 * Of a page: `reached` once per visit, `time:<class>` and `back` (left for one that was seen before) as often as it was
 * left, `help`, `error:<code>`, `left:<outcome>` where the visit ended on it. Of a whole visit: `begun`,
 * `time:<class>`, `ended:<outcome>`, `face:<face>`.
 */
const times = [...TIME_CLASSES.map(String), 'more'].join('|');
const outcomes = VISIT_OUTCOMES.join('|');
const measureSchema = z
  .string()
  .max(64)
  .regex(
    new RegExp(
      `^(?:reached|back|help|begun|time:(?:${times})|error:[a-z][a-z-]*(?:\\.[a-z][a-z-]*)*` +
        `|(?:left|ended):(?:${outcomes})|face:(?:${FACES.join('|')}))$`,
    ),
  );

/** The name of a page as views name it (`stepId`): words of our own in small letters, never a figure alone. */
const stepSchema = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+){0,2}$/);

/** Where something was counted; with its day it is the key of one count. */
const usabilityPlaceSchema = z.strictObject({
  mode: z.enum(USABILITY_MODES),
  profile: z.enum(PROFILES),
  flow: z.enum(USABILITY_FLOWS),
  step: stepSchema,
  locale: z.enum(LOCALES),
  textSize: z.enum(TEXT_SIZES),
  /** Staff held the session while it happened. */
  assist: z.boolean(),
  measure: measureSchema,
});
export type UsabilityPlace = z.infer<typeof usabilityPlaceSchema>;

const countSchema = z.number().int().positive().max(1_000_000_000);

/** What one visit adds. */
export const usabilityTallySchema = usabilityPlaceSchema.extend({ count: countSchema });
export type UsabilityTally = z.infer<typeof usabilityTallySchema>;

/** Of one visit, or of the tap after it: what is added to the day in one transaction. */
export const usabilityNoteSchema = z.array(usabilityTallySchema).min(1).max(2_000);

export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One count of one day in Hong Kong. */
export const usabilityCellSchema = usabilityTallySchema.extend({ day: daySchema });
export type UsabilityCell = z.infer<typeof usabilityCellSchema>;
