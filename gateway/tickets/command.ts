import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { enquiryCodeFrom, formatEnquiryCode } from '../../domain/service/enquiry-code.ts';
import { TICKET_PURPOSES, type TicketPurpose } from '../../domain/terminal/ports/tickets.ts';
import { TICKET_CODE_CHARACTERS, ticketCodeFrom, ticketQrText } from '../../domain/tickets/ticket-code.ts';
import { hongKongDate } from '../../domain/time.ts';
import { giveUp, giveUpFor, readArguments, say, USUAL_DATA } from '../commands/command.ts';
import { type GatewayParts, openGatewayParts } from '../parts.ts';

const BOOKINGS = `node gateway/main.ts bookings add <place> <purpose> <2026-11-24T10:30 in Hong Kong | +minutes> [--data ${USUAL_DATA}]
       node gateway/main.ts bookings list <place> [--data ${USUAL_DATA}]
       purposes: ${TICKET_PURPOSES.join(', ')}
`;
const TICKETS = `node gateway/main.ts tickets list|close|open <place> [--data ${USUAL_DATA}]
       node gateway/main.ts tickets call <place> <counter> [--data ${USUAL_DATA}]
       node gateway/main.ts tickets end <place> <ticket id> served|missed [--data ${USUAL_DATA}]
`;
const REFERENCE_BYTES = 8;
const MINUTE_MS = 60_000;

async function withParts(data: string, work: (parts: GatewayParts) => Promise<void>): Promise<void> {
  const opened = await openGatewayParts({ dataDir: data });
  if (!opened.ok) giveUpFor(opened);
  try {
    await work(opened.value);
  } finally {
    opened.value.close();
  }
}

function purposeOf(typed: string | undefined): TicketPurpose {
  const purpose = TICKET_PURPOSES.find((known) => known === typed);
  return purpose ?? giveUp(`no such purpose\n${BOOKINGS}`);
}

/** An instant in Hong Kong, or so many minutes from now. */
function instantOf(typed: string, now: Date): string {
  if (/^\+\d{1,6}$/.test(typed)) {
    return new Date(now.getTime() + Number(typed) * MINUTE_MS).toISOString();
  }
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) ? Date.parse(`${typed}:00.000+08:00`) : Number.NaN;
  return Number.isNaN(time) ? giveUp(`no such time\n${BOOKINGS}`) : new Date(time).toISOString();
}

/** Plays the platform's booking page, also while the gateway runs. Prints what the holder of a booking would be given. */
export async function bookings(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, BOOKINGS);
  const [verb, place, typedPurpose, when, ...more] = positionals;
  const adds = verb === 'add' && when !== undefined;
  const lists = verb === 'list' && typedPurpose === undefined;
  if (place === undefined || more.length > 0 || (!adds && !lists)) giveUp(`arguments\n${BOOKINGS}`);
  await withParts(values.data, async ({ bookings: store, now }) => {
    if (lists) {
      for (const one of await store.list(place, now().toISOString())) say({ ...one });
      return;
    }
    const code = ticketCodeFrom(randomBytes(TICKET_CODE_CHARACTERS));
    const reference = enquiryCodeFrom(randomBytes(REFERENCE_BYTES));
    const startsAt = instantOf(when ?? '', now());
    const added = await store.add({
      ...{ id: uuidv7(), reference, place, purpose: purposeOf(typedPurpose), startsAt },
      key: createHash('sha256').update(code).digest('base64url'),
    });
    if (!added.ok) giveUpFor(added);
    say({ startsAt, reference: formatEnquiryCode(reference), qr: ticketQrText({ of: 'booking', code }) });
  });
}

/** The queue of a place: to look at, to close for the day, and a counter played by hand. */
export async function tickets(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, TICKETS);
  const [verb = '', place, given, how] = positionals;
  const takes: Readonly<Record<string, number>> = { list: 2, close: 2, open: 2, call: 3, end: 4 };
  if (place === undefined || positionals.length !== takes[verb]) giveUp(`arguments\n${TICKETS}`);
  await withParts(values.data, async ({ ticketStore, tickets: queue, now }) => {
    switch (verb) {
      case 'list':
        for (const one of await ticketStore.list(place, hongKongDate(now().toISOString()))) say({ ...one });
        return;
      case 'call': {
        const called = await queue.callNext(place, given ?? '');
        if (!called.ok) giveUpFor(called);
        say({ called: called.value?.number ?? null, ticketId: called.value?.ticketId ?? null });
        return;
      }
      case 'end': {
        if (how !== 'served' && how !== 'missed') giveUp(`arguments\n${TICKETS}`);
        const ended = await queue.end(place, given ?? '', how);
        if (!ended.ok) giveUpFor(ended);
        say({ ended: ended.value.number, how });
        return;
      }
      default:
        await ticketStore.close(place, verb === 'close' ? now().toISOString() : null);
        say({ place, tickets: verb === 'close' ? 'closed' : 'open' });
    }
  });
}
