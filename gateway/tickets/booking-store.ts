import { z } from 'zod';
import { type Failure, type Result } from '../../domain/result.ts';
import { TICKET_PURPOSES, type TicketPurpose } from '../../domain/terminal/ports/tickets.ts';
import type { DurableDatabase } from '../store/database.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

/** One booking; of nobody. */
export interface BookingRow {
  readonly id: string;
  readonly reference: string;
  readonly place: string;
  readonly purpose: TicketPurpose;
  /** ISO instant. */
  readonly startsAt: string;
  readonly state: 'booked' | 'used' | 'cancelled';
}

/** A booking that is made; `key` is the SHA-256 of its QR's code. */
type NewBooking = Omit<BookingRow, 'state'> & { readonly key: string };

/** What somebody shows: hash of the code, or the reference. */
export type Shown =
  { readonly by: 'key'; readonly key: string } | { readonly by: 'reference'; readonly reference: string };

export interface BookingStore {
  add(booking: NewBooking): Promise<Result<null, Failure<'busy'>>>;
  find(shown: Shown): Promise<BookingRow | null>;
  /** @returns false when it was used or cancelled meanwhile: then nothing changes */
  cancel(id: string): Promise<Result<boolean, Failure<'busy'>>>;
  /** Those that begin at or after an instant, the earliest first. */
  list(place: string, from: string): Promise<readonly BookingRow[]>;
}

const row = z
  .object({
    id: z.string(),
    reference: z.string(),
    place: z.string(),
    purpose: z.enum(TICKET_PURPOSES),
    starts_at: z.string(),
    state: z.enum(['booked', 'used', 'cancelled']),
  })
  .transform(({ starts_at, ...rest }): BookingRow => ({ ...rest, startsAt: starts_at }));

const COLUMNS = 'id, reference, place, purpose, starts_at, state';

export function createBookingStore(database: DurableDatabase): BookingStore {
  const insert = database.prepare(`
    INSERT INTO ticket_bookings (id, reference, code_key, place, purpose, starts_at, state)
    VALUES (@id, @reference, @key, @place, @purpose, @startsAt, 'booked')`);
  const byKey = database.prepare(`SELECT ${COLUMNS} FROM ticket_bookings WHERE code_key = ?`);
  const byReference = database.prepare(`SELECT ${COLUMNS} FROM ticket_bookings WHERE reference = ?`);
  const cancel = database.prepare(
    `UPDATE ticket_bookings SET state = 'cancelled' WHERE id = ? AND state = 'booked'`,
  );
  const list = database.prepare(
    `SELECT ${COLUMNS} FROM ticket_bookings WHERE place = ? AND starts_at >= ? ORDER BY starts_at, id`,
  );

  return {
    add: (booking) =>
      promised(() =>
        unlessBusy(() => {
          insert.run(booking);
          return null;
        }),
      ),
    find: (shown) =>
      promised(() => {
        const found = shown.by === 'key' ? byKey.get(shown.key) : byReference.get(shown.reference);
        return found === undefined ? null : row.parse(found);
      }),
    cancel: (id) => promised(() => unlessBusy(() => cancel.run(id).changes === 1)),
    list: (place, from) => promised(() => z.array(row).parse(list.all(place, from))),
  };
}
