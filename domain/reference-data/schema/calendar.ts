import { z } from 'zod';
import { isoDateSchema, localTextSchema, sourceSchema } from './common.ts';

const WARNINGS = ['gale', 'black-rainstorm'] as const;

export const calendarSchema = z.strictObject({
  /** First and last day for which the holidays are known. */
  from: isoDateSchema,
  to: isoDateSchema,
  /** General holidays that are not Sundays. */
  holidays: z.array(z.strictObject({ date: isoDateSchema, name: localTextSchema, source: sourceSchema })),
  /** Days of which any part had signal 8 or above, or a black rainstorm warning. */
  severeWeatherDays: z.array(
    z.strictObject({ date: isoDateSchema, warning: z.enum(WARNINGS), source: sourceSchema }),
  ),
});
