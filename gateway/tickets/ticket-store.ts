import { z } from 'zod';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import {
  type Ticket,
  TICKET_PURPOSES,
  TICKET_STATES,
  type TicketPurpose,
} from '../../domain/terminal/ports/tickets.ts';
import { ticketNumber } from '../../domain/tickets/ticket-number.ts';
import type { DurableDatabase } from '../store/database.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

/** A ticket that is taken; its number is given with the commit. */
interface NewTicket {
  readonly id: string;
  readonly key: string;
  readonly place: string;
  /** Hong Kong day: numbers begin anew on each. */
  readonly day: string;
  readonly purpose: TicketPurpose;
  readonly takenAt: string;
  readonly booking: { readonly id: string; readonly appointmentAt: string } | null;
}

/** Where something is done, and when. */
interface At {
  readonly place: string;
  readonly day: string;
  /** ISO instant. */
  readonly now: string;
}

export type Told = Ticket & { readonly place: string; readonly day: string; readonly counter: string | null };

/** A thrown error is a storage fault: nothing of the call was committed. */
export interface TicketStore {
  /** Idempotent by `key`. @returns `used` when the booking of it has a ticket already, or is not booked any more */
  take(ticket: NewTicket): Promise<Result<Told, Failure<'busy' | 'used'>>>;
  find(key: string): Promise<Told | null>;
  /** The ticket of a booking; null: none, or its day is over. */
  ofBooking(bookingId: string): Promise<Told | null>;
  /** @returns null when it does not wait any more */
  cancel(key: string): Promise<Result<Told | null, Failure<'busy'>>>;
  waiting(place: string, day: string): Promise<{ readonly count: number; readonly oldest: string | null }>;
  /** One transaction: what one counter got, no other gets. */
  callNext(counter: string, at: At): Promise<Result<Told | null, Failure<'busy'>>>;
  /** @returns null when it is not called */
  end(id: string, how: 'served' | 'missed', at: At): Promise<Result<Told | null, Failure<'busy'>>>;
  /** All of one day in the order of their turn. */
  list(place: string, day: string): Promise<readonly Told[]>;
  close(place: string, at: string | null): Promise<void>;
  isClosed(place: string): Promise<boolean>;
}

const rowSchema = z.object({
  sequence: z.number(),
  id: z.string(),
  place: z.string(),
  day: z.string(),
  purpose: z.enum(TICKET_PURPOSES),
  serial: z.number(),
  state: z.enum(TICKET_STATES),
  taken_at: z.string(),
  appointment_at: z.string().nullable(),
  turn: z.string(),
  counter: z.string().nullable(),
});
type Row = z.infer<typeof rowSchema>;

const MINUTE_MS = 60_000;
/** How long a booking that is over is still known as used. */
const BOOKINGS_KEPT_MS = 7 * 24 * 60 * MINUTE_MS;

/**
 * Whose turn comes first, as text that sorts: by the minute, and within it who booked before who walked in. Whoever has an
 * appointment keeps the minute of it when they come a little later.
 */
function turnOf({ takenAt, booking }: NewTicket): string {
  const from = booking !== null && booking.appointmentAt < takenAt ? booking.appointmentAt : takenAt;
  return `${from.slice(0, 'YYYY-MM-DDTHH:MM'.length)} ${booking === null ? '2' : '1'}`;
}

export function createTicketStore(database: DurableDatabase): TicketStore {
  const byKey = database.prepare('SELECT * FROM tickets WHERE code_key = ?');
  const byId = database.prepare('SELECT * FROM tickets WHERE id = ?');
  const byBooking = database.prepare('SELECT * FROM tickets WHERE booking_id = ?');
  const ahead = database.prepare(`
    SELECT count(*) AS count FROM tickets
    WHERE place = @place AND day = @day AND state = 'waiting'
      AND (turn < @turn OR (turn = @turn AND sequence < @sequence))`);
  const lastSerial = database.prepare(
    'SELECT coalesce(max(serial), 0) AS count FROM tickets WHERE place = ? AND day = ? AND purpose = ?',
  );
  const insert = database.prepare(`
    INSERT INTO tickets (id, code_key, place, day, purpose, serial, state, taken_at, booking_id, appointment_at, turn)
    VALUES (@id, @key, @place, @day, @purpose, @serial, 'waiting', @takenAt, @bookingId, @appointmentAt, @turn)`);
  const useBooking = database.prepare(
    `UPDATE ticket_bookings SET state = 'used' WHERE id = ? AND state = 'booked'`,
  );
  const forgetTickets = database.prepare('DELETE FROM tickets WHERE day < ?');
  const forgetBookings = database.prepare('DELETE FROM ticket_bookings WHERE starts_at < ?');
  const cancel = database.prepare(
    `UPDATE tickets SET state = 'cancelled' WHERE code_key = ? AND state = 'waiting'`,
  );
  const waiting = database.prepare(`
    SELECT count(*) AS count, min(taken_at) AS oldest FROM tickets
    WHERE place = ? AND day = ? AND state = 'waiting'`);
  const atCounter = database.prepare(`
    SELECT * FROM tickets WHERE place = @place AND day = @day AND state = 'called' AND counter = @counter`);
  const leftOver = database.prepare(`
    UPDATE tickets SET state = 'missed' WHERE place = @place AND day < @day AND state = 'called'`);
  const next = database.prepare(`
    SELECT * FROM tickets WHERE place = @place AND day = @day AND state = 'waiting'
    ORDER BY turn, sequence LIMIT 1`);
  const call = database.prepare(
    `UPDATE tickets SET state = 'called', counter = ? WHERE sequence = ? AND state = 'waiting'`,
  );
  const end = database.prepare(
    `UPDATE tickets SET state = @how WHERE id = @id AND place = @place AND state = 'called'`,
  );
  const note = database.prepare(`
    INSERT INTO ticket_calls (at, place, counter, what, waited_minutes) VALUES (@now, @place, @counter, @what, @waited)`);
  const list = database.prepare('SELECT * FROM tickets WHERE place = ? AND day = ? ORDER BY turn, sequence');
  const close = database.prepare(
    'INSERT INTO ticket_closures (place, closed_at) VALUES (?, ?) ON CONFLICT (place) DO NOTHING',
  );
  const open = database.prepare('DELETE FROM ticket_closures WHERE place = ?');
  const closure = database.prepare('SELECT closed_at FROM ticket_closures WHERE place = ?');

  const countOf = (found: unknown): number => z.object({ count: z.number() }).parse(found).count;

  function told(row: Row): Told {
    const { id, place, day, purpose, serial, state, taken_at, appointment_at, turn, sequence, counter } = row;
    return {
      ticketId: id,
      number: ticketNumber(purpose, serial),
      ...{ place, day, purpose, state, counter },
      ahead: state === 'waiting' ? countOf(ahead.get({ place, day, turn, sequence })) : 0,
      takenAt: taken_at,
      appointmentAt: appointment_at,
    };
  }
  const found = (row: unknown): Told | null => (row === undefined ? null : told(rowSchema.parse(row)));

  const take = database.transaction((ticket: NewTicket): Told | null => {
    const before = found(byKey.get(ticket.key));
    if (before !== null) return before;
    forgetTickets.run(ticket.day);
    forgetBookings.run(new Date(Date.parse(ticket.takenAt) - BOOKINGS_KEPT_MS).toISOString());
    const { booking, place, day, purpose } = ticket;
    if (booking !== null && useBooking.run(booking.id).changes === 0) return null;
    insert.run({
      ...{ id: ticket.id, key: ticket.key, place, day, purpose, takenAt: ticket.takenAt },
      serial: countOf(lastSerial.get(place, day, purpose)) + 1,
      bookingId: booking?.id ?? null,
      appointmentAt: booking?.appointmentAt ?? null,
      turn: turnOf(ticket),
    });
    return found(byKey.get(ticket.key));
  });

  const callNext = database.transaction((counter: string, at: At): Told | null => {
    const { place, day } = at;
    const again = found(atCounter.get({ place, day, counter }));
    if (again !== null) return again;
    leftOver.run({ place, day });
    const row = next.get({ place, day });
    if (row === undefined) return null;
    const { sequence, id, taken_at } = rowSchema.parse(row);
    call.run(counter, sequence);
    note.run({ now: at.now, place, counter, what: 'called', waited: minutesBetween(taken_at, at.now) });
    return found(byId.get(id));
  });

  const endOne = database.transaction((id: string, how: 'served' | 'missed', at: At): Told | null => {
    const before = found(byId.get(id));
    if (before === null || before.place !== at.place) return null;
    // Said twice, since the first answer was lost: it is so.
    if (before.state === how) return before;
    if (end.run({ id, how, place: at.place }).changes === 0) return null;
    const waited = minutesBetween(before.takenAt, at.now);
    note.run({ now: at.now, place: at.place, counter: before.counter ?? '', what: how, waited });
    return found(byId.get(id));
  });

  return {
    take: async (ticket) => {
      const taken = await promised(() => unlessBusy(() => take.immediate(ticket)));
      if (!taken.ok) return taken;
      return taken.value === null ? fail('used') : { ok: true, value: taken.value };
    },
    find: (key) => promised(() => found(byKey.get(key))),
    ofBooking: (bookingId) => promised(() => found(byBooking.get(bookingId))),
    cancel: (key) =>
      promised(() => unlessBusy(() => (cancel.run(key).changes === 1 ? found(byKey.get(key)) : null))),
    waiting: (place, day) =>
      promised(() => {
        const row = z
          .object({ count: z.number(), oldest: z.string().nullable() })
          .parse(waiting.get(place, day));
        return row;
      }),
    callNext: (counter, at) => promised(() => unlessBusy(() => callNext.immediate(counter, at))),
    end: (id, how, at) => promised(() => unlessBusy(() => endOne.immediate(id, how, at))),
    list: (place, day) => promised(() => z.array(rowSchema).parse(list.all(place, day)).map(told)),
    close: (place, at) =>
      promised(() => {
        if (at === null) open.run(place);
        else close.run(place, at);
      }),
    isClosed: (place) => promised(() => closure.get(place) !== undefined),
  };
}

function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE_MS));
}
