import { z } from 'zod';
import { DISTRICTS } from '../../registration/answers.ts';
import { idSchema, isoDateSchema, localTextSchema, sourceSchema, timeOfDaySchema } from './common.ts';

/** 0 (Sunday) to 6; times of Hong Kong. */
const openingSchema = z.strictObject({
  weekdays: z.array(z.number().int().min(0).max(6)).min(1),
  opens: timeOfDaySchema,
  closes: timeOfDaySchema,
});
export type Opening = z.infer<typeof openingSchema>;

/** facts/domain.md §2.4. */
export const contactsSchema = z.strictObject({
  hotline: z.strictObject({ number: z.string().min(3).max(20), source: sourceSchema }),
  contributionHotline: z.strictObject({
    number: z.string().min(3).max(20),
    hours: z.array(openingSchema).min(1),
    onHolidays: z.boolean(),
    source: sourceSchema,
  }),
  /** Where cheques are posted. */
  chequePost: z.strictObject({ address: localTextSchema, source: sourceSchema }),
  cashTaken: z.boolean(),
  /** Working days in which a complaint is acknowledged and answered. */
  complaintPledge: z.strictObject({
    acknowledgedWithin: z.number().int().positive(),
    answeredWithin: z.number().int().positive(),
    source: sourceSchema,
  }),
});

const PLACE_KINDS = ['service-centre', 'station', 'van-stop'] as const;

export const placeSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(PLACE_KINDS),
  district: z.enum(DISTRICTS),
  name: localTextSchema,
  address: localTextSchema,
  /** For a van stop, who has asked the van there. */
  partner: z.exactOptional(localTextSchema),
  /** For a van stop, when the van stands there. */
  hours: z.array(openingSchema).min(1),
  onHolidays: z.boolean(),
  /** The days between which the place is there, both included. */
  from: isoDateSchema,
  to: isoDateSchema.nullable(),
  source: sourceSchema,
});
export type Place = z.infer<typeof placeSchema>;
