import type { TicketRules } from '../schema/tickets.ts';

/**
 * That a booking is cancelled or changed at least 24 hours before is sourced (facts/domain.md §2.4). How early and how
 * late somebody may check in is an ASSUMPTION of ours, found in no source: the platform sets it.
 */
export const TICKET_RULES: TicketRules = {
  checkIn: { minutesBefore: 15, minutesAfter: 10, source: 'sample' },
  cancel: { hoursBefore: 24, source: 'sourced' },
};
