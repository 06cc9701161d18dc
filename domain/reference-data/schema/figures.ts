import { z } from 'zod';
import {
  isoDateSchema,
  moneySchema,
  percentSchema,
  rateSchema,
  sourceSchema,
  timeOfDaySchema,
} from './common.ts';

/** Everything dated here is in force from its `from` until the next one's; so no two can overlap and none has a gap. */

/** facts/domain.md §3a: mandatory contributions, monthly and otherwise paid, and self-employed. */
export const contributionLimitsSchema = z.strictObject({
  from: isoDateSchema,
  /** Relevant income of a month below which the employee pays nothing, and beyond which nobody pays more. */
  minimumMonthly: moneySchema,
  maximumMonthly: moneySchema,
  /** The same for each calendar day of a wage period that is not a month. */
  minimumDaily: moneySchema,
  maximumDaily: moneySchema,
  /** The same for a self-employed person's year. */
  minimumYearly: moneySchema,
  maximumYearly: moneySchema,
  rate: rateSchema,
  source: sourceSchema,
});
export type ContributionLimits = z.infer<typeof contributionLimitsSchema>;

/** facts/domain.md §3a: casual employees of industry schemes, by average daily relevant income. */
const industryBandSchema = z.strictObject({
  /** Daily income from this on, and below the other; null where there is no upper end. */
  from: moneySchema,
  below: moneySchema.nullable(),
  /** Contribution for each working day. */
  employer: moneySchema,
  employee: moneySchema,
});
export const industryScaleSchema = z.strictObject({
  from: isoDateSchema,
  bands: z.array(industryBandSchema).min(1),
  source: sourceSchema,
});
export type IndustryBand = z.infer<typeof industryBandSchema>;
export type IndustryScale = z.infer<typeof industryScaleSchema>;

/** facts/domain.md §3d: all in the Core Accumulation Fund before the first row's age, and the last row from its age on. */
export const disTableSchema = z.strictObject({
  from: isoDateSchema,
  rows: z
    .array(
      z.strictObject({
        age: z.number().int().min(18).max(120),
        coreAccumulation: percentSchema,
        age65Plus: percentSchema,
        source: sourceSchema,
      }),
    )
    .min(2),
});
export type DisTable = z.infer<typeof disTableSchema>;

/** facts/domain.md §3d. */
export const cutOffSchema = z.strictObject({
  from: isoDateSchema,
  /** At or after this Hong Kong time an instruction counts as received on the next working day. */
  cutOff: timeOfDaySchema,
  /** Whether a gale or black rainstorm day is a dealing day; what the platform's "special arrangement" is, is not known. */
  dealsInSevereWeather: z.boolean(),
  severeWeatherSource: sourceSchema,
  source: sourceSchema,
});
export type DatedCutOff = z.infer<typeof cutOffSchema>;
