import { v7 as uuidv7 } from 'uuid';
import { ticketPlace, ticketRulesOf } from '../../domain/reference-data/look-up/tickets.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { Ticket, TicketPurpose } from '../../domain/terminal/ports/tickets.ts';
import { bookingTime } from '../../domain/tickets/booking-time.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { TicketRefusal } from '../../domain/wire/tickets.ts';
import type { ReferenceDataPublication } from '../reference-data/publication.ts';
import type { Store, TryScope } from '../store/store.ts';
import type { BookingRow, BookingStore, Shown } from './booking-store.ts';
import type { Told, TicketStore } from './ticket-store.ts';

/**
 * Our own figures. A centre gave out a hundred tickets in ninety minutes (facts/kiosk-ux.md §3.1); with 130 bits a code
 * is not guessed, and the 40 bits of a reference are enough only because wrong ones are counted (as ADR 0010).
 */
const HOUR_MS = 60 * 60 * 1000;
const MOST_TAKEN = 240;
const MOST_WRONG = 30;
const MOST_WRONG_FOR_REFERENCE = 5;

type Refused = Failure<TicketRefusal | 'too-many-tries' | 'busy'>;
type Answer<T> = Promise<Result<T, Refused>>;
type TicketTold = Ticket & { readonly counter: string | null };

/** The queues of all places (domain/wire/tickets.ts). */
export interface Tickets {
  take(
    terminalId: string,
    request: { readonly place: string; readonly purpose: TicketPurpose; readonly key: string },
  ): Answer<TicketTold>;
  checkIn(
    terminalId: string,
    request: { readonly place: string; readonly booking: Shown; readonly key: string },
  ): Answer<TicketTold>;
  look(terminalId: string, key: string): Answer<TicketTold>;
  cancel(terminalId: string, key: string): Answer<TicketTold>;
  cancelBooking(terminalId: string, booking: Shown): Answer<{ readonly appointmentAt: string }>;
  waiting(place: string): Promise<{ readonly count: number; readonly oldestMinutes: number | null }>;
  callNext(place: string, counter: string): Answer<TicketTold | null>;
  end(place: string, ticketId: string, how: 'served' | 'missed'): Answer<TicketTold>;
}

export function createTickets(parts: {
  readonly tickets: TicketStore;
  readonly bookings: BookingStore;
  readonly store: Pick<Store, 'takeTry' | 'giveBackTry'>;
  readonly referenceData: Pick<ReferenceDataPublication, 'newest'>;
  readonly now: () => Date;
}): Tickets {
  const { tickets, bookings, store, referenceData, now } = parts;
  const today = (): string => hongKongDate(now().toISOString());
  const at = (place: string) => ({ place, day: today(), now: now().toISOString() });

  /** Counted before the answer is known; given back where nothing was wrong. */
  async function tried<T>(scopes: readonly TryScope[], work: () => Answer<T>): Answer<T> {
    const wait = await store.takeTry(scopes, now().toISOString(), HOUR_MS);
    if (wait !== null) return fail('too-many-tries', { afterSeconds: Math.ceil(wait / 1000) });
    const answer = await work();
    const wrong = !answer.ok && (answer.code === 'unknown-ticket' || answer.code === 'unknown-booking');
    if (!wrong) await store.giveBackTry(scopes);
    return answer;
  }
  const wrongOf = (terminalId: string): TryScope => ({
    scope: `ticket-wrong:${terminalId}`,
    most: MOST_WRONG,
  });
  function scopesOf(terminalId: string, booking: Shown): readonly TryScope[] {
    if (booking.by === 'key') return [wrongOf(terminalId)];
    const scope = `booking:${booking.reference}`;
    return [wrongOf(terminalId), { scope, most: MOST_WRONG_FOR_REFERENCE }];
  }

  async function takenFrom(place: string, terminalId: string): Promise<Result<null, Refused>> {
    const data = await referenceData.newest();
    if (ticketPlace(data, place, today()) === null || (await tickets.isClosed(place))) return fail('closed');
    const scopes = [{ scope: `tickets:${terminalId}`, most: MOST_TAKEN }];
    const wait = await store.takeTry(scopes, now().toISOString(), HOUR_MS);
    return wait === null ? ok(null) : fail('too-many-tries', { afterSeconds: Math.ceil(wait / 1000) });
  }

  async function take(
    request: { readonly place: string; readonly purpose: TicketPurpose; readonly key: string },
    booking: BookingRow | null,
  ): Answer<TicketTold> {
    const { place, purpose, key } = request;
    const taken = await tickets.take({
      ...{ id: uuidv7(), key, place, purpose },
      day: today(),
      takenAt: now().toISOString(),
      booking: booking === null ? null : { id: booking.id, appointmentAt: booking.startsAt },
    });
    return taken.ok ? ok(tellable(taken.value)) : taken;
  }

  async function heldNow(key: string): Promise<Told | null> {
    const found = await tickets.find(key);
    return found?.day === today() ? found : null;
  }

  async function bookingShown(booking: Shown): Promise<Result<BookingRow, Refused>> {
    const found = await bookings.find(booking);
    // One that was given back is told like one that never was.
    return found === null || found.state === 'cancelled' ? fail('unknown-booking') : ok(found);
  }

  async function timeOf({ startsAt }: BookingRow) {
    const rules = ticketRulesOf(await referenceData.newest());
    return bookingTime(startsAt, now().toISOString(), rules);
  }

  /** Whether a booking gives a ticket here and now. */
  async function mayCheckIn(booking: BookingRow, place: string): Promise<Result<null, Refused>> {
    if (booking.place !== place) return fail('other-place', { place: booking.place });
    if (booking.state === 'used') {
      const number = (await tickets.ofBooking(booking.id))?.number;
      return fail('used', number === undefined ? {} : { number });
    }
    const time = await timeOf(booking);
    if (time.standing === 'early') {
      const params = { from: time.from, until: time.cancelBy, cancel: time.mayCancel ? 1 : 0 };
      return fail('too-early', params);
    }
    return time.standing === 'late' ? fail('too-late', { until: time.until }) : ok(null);
  }

  return {
    async take(terminalId, request) {
      const before = await heldNow(request.key);
      if (before !== null) return ok(tellable(before));
      const open = await takenFrom(request.place, terminalId);
      return open.ok ? take(request, null) : open;
    },
    async checkIn(terminalId, { place, booking, key }) {
      const before = await heldNow(key);
      if (before !== null) return ok(tellable(before));
      return tried(scopesOf(terminalId, booking), async () => {
        const shown = await bookingShown(booking);
        if (!shown.ok) return shown;
        const may = await mayCheckIn(shown.value, place);
        if (!may.ok) return may;
        const open = await takenFrom(place, terminalId);
        return open.ok ? take({ place, purpose: shown.value.purpose, key }, shown.value) : open;
      });
    },
    look: (terminalId, key) =>
      tried([wrongOf(terminalId)], async () => {
        const found = await heldNow(key);
        return found === null ? fail('unknown-ticket') : ok(tellable(found));
      }),
    cancel: (terminalId, key) =>
      tried([wrongOf(terminalId)], async () => {
        const found = await heldNow(key);
        if (found === null) return fail('unknown-ticket');
        if (found.state === 'cancelled') return ok(tellable(found));
        const cancelled = await tickets.cancel(key);
        if (!cancelled.ok) return cancelled;
        return cancelled.value === null ? fail('not-waiting') : ok(tellable(cancelled.value));
      }),
    cancelBooking: (terminalId, booking) =>
      tried(scopesOf(terminalId, booking), async () => {
        const shown = await bookingShown(booking);
        if (!shown.ok) return shown;
        const { id, state, startsAt } = shown.value;
        if (state === 'used') return fail('used');
        const { mayCancel, cancelBy } = await timeOf(shown.value);
        if (!mayCancel) return fail('too-late-to-cancel', { until: cancelBy });
        const cancelled = await bookings.cancel(id);
        if (!cancelled.ok) return cancelled;
        return cancelled.value ? ok({ appointmentAt: startsAt }) : fail('unknown-booking');
      }),
    async waiting(place) {
      const { count, oldest } = await tickets.waiting(place, today());
      const minutes =
        oldest === null ? null : Math.max(0, Math.floor((now().getTime() - Date.parse(oldest)) / 60_000));
      return { count, oldestMinutes: minutes };
    },
    async callNext(place, counter) {
      const called = await tickets.callNext(counter, at(place));
      if (!called.ok) return called;
      return ok(called.value === null ? null : tellable(called.value));
    },
    async end(place, ticketId, how) {
      const ended = await tickets.end(ticketId, how, at(place));
      if (!ended.ok) return ended;
      return ended.value === null ? fail('not-waiting') : ok(tellable(ended.value));
    },
  };
}

function tellable({ place: _place, day: _day, ...ticket }: Told): TicketTold {
  return ticket;
}
