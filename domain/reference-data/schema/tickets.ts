import { z } from 'zod';
import { sourceSchema } from './common.ts';

/** Queue tickets and bookings (facts/domain.md §2.4, *Booking / queue*). */
export const ticketRulesSchema = z.strictObject({
  /** Whoever has a booking checks in between these minutes before and after its time. */
  checkIn: z.strictObject({
    minutesBefore: z.number().int().min(0).max(240),
    minutesAfter: z.number().int().min(0).max(240),
    source: sourceSchema,
  }),
  /** A booking is cancelled or changed at least so many hours before. */
  cancel: z.strictObject({ hoursBefore: z.number().int().min(0).max(168), source: sourceSchema }),
});
export type TicketRules = z.infer<typeof ticketRulesSchema>;
