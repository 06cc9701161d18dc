import type { TicketRules } from '../reference-data/schema/tickets.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How a booking stands at an instant. All instants ISO. */
interface BookingTime {
  readonly standing: 'early' | 'open' | 'late';
  /** From when on, and up to when, its holder checks in. */
  readonly from: string;
  readonly until: string;
  /** Whether it may still be cancelled, and up to when. */
  readonly mayCancel: boolean;
  readonly cancelBy: string;
}

/**
 * When somebody with a booking may check in, and give it back (facts/domain.md §2.4: cancelled or changed at least 24
 * hours before; how early one may come is not in the facts).
 * @param appointmentAt ISO instant
 * @param now ISO instant
 */
export function bookingTime(appointmentAt: string, now: string, rules: TicketRules): BookingTime {
  const at = Date.parse(appointmentAt);
  const time = Date.parse(now);
  const from = at - rules.checkIn.minutesBefore * MINUTE_MS;
  const until = at + rules.checkIn.minutesAfter * MINUTE_MS;
  const cancelBy = at - rules.cancel.hoursBefore * HOUR_MS;
  return {
    standing: time < from ? 'early' : time > until ? 'late' : 'open',
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    mayCancel: time <= cancelBy,
    cancelBy: new Date(cancelBy).toISOString(),
  };
}
