import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ticketAnswerSchema } from '../../domain/wire/tickets.ts';
import { openGatewayParts } from '../parts.ts';
import { expectProblem } from '../testing/answers.ts';
import { callAs, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { book, keyOf, PLACE, referenceOf, said } from './tickets.fixture.ts';

/** The gateway's clock stands at 11:10 on Sunday 22 November 2026 in Hong Kong. */
const TEN_MINUTES_LATER = '2026-11-22T03:20:00.000Z';

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.stop());

const post = (path: string, body: object) => gateway.call('POST', `/v1/tickets${path}`, body);
const take = async (number: number, purpose = 'registration', place = PLACE) =>
  said(await post('', { place, purpose, key: keyOf(number) }));
const look = async (number: number) => said(await post('/look', { key: keyOf(number) }));
const cancel = async (number: number) => said(await post('/cancel', { key: keyOf(number) }));
const callNext = async (counter: string) => said(await post('/call-next', { place: PLACE, counter }));
const checkIn = async (number: number, booking: object, place = PLACE) =>
  said(await post('/check-in', { place, booking, key: keyOf(number) }));
const waitingAt = (ahead: number, number: string) => ({ number, state: 'waiting', ahead, counter: null });

async function idOf(number: number): Promise<string> {
  const answer = ticketAnswerSchema.parse((await post('/look', { key: keyOf(number) })).json);
  return answer.result === 'ticket' ? answer.ticket.ticketId : '';
}
const end = async (number: number, how: string, place = PLACE) =>
  said(await post('/end', { place, ticketId: await idOf(number), how }));

describe('people who come one after the other', () => {
  it('get numbers with the letter of what they came for, and hear how many are before them', async () => {
    expect(await take(1)).toEqual(waitingAt(0, 'A001'));
    expect(await take(2, 'enquiry')).toEqual(waitingAt(1, 'D001'));
    expect(await take(3)).toEqual(waitingAt(2, 'A002'));
    expect((await post('/waiting', { place: PLACE })).json).toEqual({ count: 3, oldestMinutes: 0 });
  });

  it('tap twice: one ticket, also where the first answer was lost on the way', async () => {
    const both = await Promise.all([take(1), take(1)]);
    expect(both).toEqual([waitingAt(0, 'A001'), waitingAt(0, 'A001')]);
    expect(await take(2)).toEqual(waitingAt(1, 'A002'));
  });

  it('begin at 1 again on the next day of Hong Kong, and what was before is gone', async () => {
    await take(1);
    // 23:59:59 and midnight in Hong Kong.
    gateway.setNow('2026-11-22T15:59:59.999Z');
    expect(await take(2)).toEqual(waitingAt(1, 'A002'));
    gateway.setNow('2026-11-22T16:00:00.000Z');
    expect(await look(1)).toEqual({ why: 'unknown-ticket', params: {} });
    expect((await post('/waiting', { place: PLACE })).json).toEqual({ count: 0, oldestMinutes: null });
    expect(await take(3)).toEqual(waitingAt(0, 'A001'));
    const rows = await rowsOf('tickets');
    expect(rows.map((row) => row['day'])).toEqual(['2026-11-23']);
  });

  it('have a queue of their own in each place', async () => {
    await take(1);
    expect(await take(2, 'registration', 'centre-tsuen-wan')).toEqual(waitingAt(0, 'A001'));
  });

  it('are told when no more are given out, or there are no counters', async () => {
    expect(await take(1, 'registration', 'nowhere')).toEqual({ why: 'closed', params: {} });
    const parts = await partsOf();
    await parts.ticketStore.close(PLACE, '2026-11-22T03:00:00.000Z');
    expect(await take(1)).toEqual({ why: 'closed', params: {} });
    await parts.ticketStore.close(PLACE, null);
    parts.close();
    expect(await take(1)).toEqual(waitingAt(0, 'A001'));
  });
});

describe('counters', () => {
  it.each(['7', 'B12', 'S0127', 'WINDOW12'])('called %s get the next, and it is told', async (counter) => {
    await take(1);
    expect(await callNext(counter)).toMatchObject({ number: 'A001' });
    expect(await look(1)).toMatchObject({ state: 'called', counter });
  });

  it('that call at once never get the same one', async () => {
    const people = 24;
    for (let number = 1; number <= people; number += 1) await take(number);
    const counters = Array.from({ length: people + 4 }, (_, at) => String(at + 1));
    const called = await Promise.all(
      counters.map((counter) => post('/call-next', { place: PLACE, counter })),
    );
    const numbers = called.flatMap(({ json }) => {
      const { ticket } = json as { ticket: { number: string } | null };
      return ticket === null ? [] : [ticket.number];
    });
    expect(numbers).toHaveLength(people);
    expect(new Set(numbers).size).toBe(people);
  });

  it('of two processes on one database do not either', async () => {
    for (let number = 1; number <= 10; number += 1) await take(number);
    const [one, other] = await Promise.all([partsOf(), partsOf()]);
    const calls = Array.from({ length: 10 }, (_, at) =>
      (at % 2 === 0 ? one : other).tickets.callNext(PLACE, `C${String(at)}`),
    );
    const numbers = (await Promise.all(calls)).map((answer) =>
      answer.ok ? answer.value?.number : answer.code,
    );
    one.close();
    other.close();
    expect(new Set(numbers).size).toBe(10);
  });

  it('get the one they have not ended again: an answer that was lost loses nobody', async () => {
    await take(1);
    await take(2);
    const first = { number: 'A001', state: 'called', ahead: 0, counter: '3' };
    expect(await callNext('3')).toEqual(first);
    expect(await callNext('3')).toEqual(first);
    expect(await look(2)).toEqual(waitingAt(0, 'A002'));
    expect(await end(1, 'served')).toMatchObject({ state: 'served' });
    expect(await callNext('3')).toMatchObject({ number: 'A002' });
    expect(await end(2, 'missed')).toMatchObject({ state: 'missed', counter: '3' });
    expect(await callNext('3')).toBeNull();
  });

  it('end what is called at their own place only, and say so twice where an answer was lost', async () => {
    await take(1);
    expect(await end(1, 'served')).toEqual({ why: 'not-waiting', params: {} });
    await callNext('1');
    expect(await end(1, 'served', 'centre-tsuen-wan')).toEqual({ why: 'not-waiting', params: {} });
    expect(await end(1, 'served')).toMatchObject({ state: 'served' });
    expect(await end(1, 'served')).toMatchObject({ state: 'served' });
    expect(await end(1, 'missed')).toEqual({ why: 'not-waiting', params: {} });
  });

  it('find somebody who was called when the place closed no longer at the counter the next morning', async () => {
    await take(1);
    await callNext('1');
    gateway.setNow('2026-11-23T01:00:00.000Z');
    await take(2);
    expect(await callNext('1')).toMatchObject({ number: 'A001', state: 'called' });
  });

  it('leave in the log which counter called when and how long was waited, and no ticket', async () => {
    await take(1);
    gateway.setNow(TEN_MINUTES_LATER);
    await callNext('3');
    await end(1, 'served');
    expect(await rowsOf('ticket_calls')).toEqual([
      { id: 1, at: TEN_MINUTES_LATER, place: PLACE, counter: '3', what: 'called', waited_minutes: 10 },
      { id: 2, at: TEN_MINUTES_LATER, place: PLACE, counter: '3', what: 'served', waited_minutes: 10 },
    ]);
  });
});

describe('whoever holds a ticket', () => {
  it('sees where it stands, and by which counter it was called', async () => {
    await take(1);
    await take(2);
    expect(await look(2)).toEqual(waitingAt(1, 'A002'));
    await callNext('7');
    expect(await look(2)).toEqual(waitingAt(0, 'A002'));
    expect(await look(1)).toEqual({ number: 'A001', state: 'called', ahead: 0, counter: '7' });
  });

  it('gives it back, once or twice, and the others move up', async () => {
    await take(1);
    await take(2);
    expect(await cancel(1)).toMatchObject({ state: 'cancelled' });
    expect(await cancel(1)).toMatchObject({ state: 'cancelled' });
    expect(await look(2)).toEqual(waitingAt(0, 'A002'));
    await callNext('1');
    expect(await cancel(2)).toEqual({ why: 'not-waiting', params: {} });
  });

  it('made up is told nothing, and after thirty of them nothing for a while', async () => {
    await take(1);
    for (let number = 100; number < 130; number += 1) {
      expect(await look(number)).toEqual({ why: 'unknown-ticket', params: {} });
    }
    expectProblem(await post('/look', { key: keyOf(1) }), 429, 'too-many-tries');
    gateway.setNow('2026-11-22T04:20:00.000Z');
    expect(await look(1)).toMatchObject({ number: 'A001' });
  });

  it('may look as often as the page does', async () => {
    await take(1);
    for (let time = 0; time < 40; time += 1) expect(await look(1)).toMatchObject({ number: 'A001' });
  });
});

describe('whoever booked', () => {
  const at = '2026-11-22T03:20:00.000Z';

  it('checks in with the QR code or the reference from 15 minutes before to 10 after', async () => {
    const booking = await book(gateway, 1, at);
    gateway.setNow('2026-11-22T03:04:59.999Z');
    const early = { from: '2026-11-22T03:05:00.000Z', until: '2026-11-21T03:20:00.000Z', cancel: 0 };
    expect(await checkIn(11, booking)).toEqual({ why: 'too-early', params: early });
    gateway.setNow('2026-11-22T03:05:00.000Z');
    expect(await checkIn(11, booking)).toEqual(waitingAt(0, 'D001'));
    await book(gateway, 2, at);
    gateway.setNow('2026-11-22T03:30:00.000Z');
    expect(await checkIn(12, { by: 'reference', reference: referenceOf(2) })).toEqual(waitingAt(1, 'D002'));
    const third = await book(gateway, 3, at);
    gateway.setNow('2026-11-22T03:30:00.001Z');
    const late = { why: 'too-late', params: { until: '2026-11-22T03:30:00.000Z' } };
    expect(await checkIn(13, third)).toEqual(late);
  });

  it('comes before who walked in within the same minute, and keeps the minute of the appointment', async () => {
    gateway.setNow('2026-11-22T03:20:05.000Z');
    const booking = await book(gateway, 1, at);
    await take(1);
    await take(2);
    expect(await checkIn(3, booking)).toEqual(waitingAt(0, 'D001'));
    gateway.setNow('2026-11-22T03:25:00.000Z');
    await take(4);
    const late = await book(gateway, 2, at);
    expect(await checkIn(5, late)).toEqual(waitingAt(1, 'D002'));
    const soon = await book(gateway, 3, '2026-11-22T03:40:00.000Z');
    // Early by 15 minutes: the minute of coming counts, not a later one.
    expect(await checkIn(6, soon)).toEqual(waitingAt(4, 'D003'));
    for (const number of ['D001', 'D002', 'A001', 'A002', 'D003', 'A003']) {
      expect(await callNext(number)).toMatchObject({ number });
    }
  });

  it('checks in once; the same tap again gets the same ticket, another one hears its number', async () => {
    const booking = await book(gateway, 1, at);
    expect(await Promise.all([checkIn(11, booking), checkIn(11, booking)])).toEqual([
      waitingAt(0, 'D001'),
      waitingAt(0, 'D001'),
    ]);
    expect(await checkIn(12, booking)).toEqual({ why: 'used', params: { number: 'D001' } });
    const both = await book(gateway, 2, at);
    const answers = await Promise.all([checkIn(21, both), checkIn(22, both)]);
    expect(answers.filter((answer) => 'number' in (answer as object))).toHaveLength(1);
  });

  it('at another place is told which one', async () => {
    const booking = await book(gateway, 1, at, 'enquiry', 'centre-tsuen-wan');
    expect(await checkIn(11, booking)).toEqual({
      why: 'other-place',
      params: { place: 'centre-tsuen-wan' },
    });
  });

  it('cancels up to 24 hours before; afterwards it is said, and the booking stays', async () => {
    const tomorrow = '2026-11-23T03:10:00.000Z';
    const booking = await book(gateway, 1, tomorrow);
    const other = await book(gateway, 2, '2026-11-23T03:09:59.999Z');
    expect((await post('/cancel-booking', { booking: other })).json).toEqual({
      result: 'refused',
      why: 'too-late-to-cancel',
      params: { until: '2026-11-22T03:09:59.999Z' },
    });
    expect(await checkIn(12, other)).toMatchObject({ why: 'too-early', params: { cancel: 0 } });
    expect(await checkIn(11, booking)).toMatchObject({ why: 'too-early', params: { cancel: 1 } });
    expect((await post('/cancel-booking', { booking })).json).toEqual({
      result: 'cancelled',
      appointmentAt: tomorrow,
    });
    // Like one that never was.
    expect(await checkIn(11, booking)).toEqual({ why: 'unknown-booking', params: {} });
    expect(said(await post('/cancel-booking', { booking }))).toEqual({ why: 'unknown-booking', params: {} });
  });

  it('does not cancel what was used', async () => {
    const booking = await book(gateway, 1, at);
    await checkIn(11, booking);
    expect(said(await post('/cancel-booking', { booking }))).toEqual({ why: 'used', params: {} });
  });

  it('with a made-up reference is told nothing, and after five of them nothing for a while', async () => {
    const booking = { by: 'reference', reference: 'ZZZZZZZZ' };
    for (let time = 0; time < 5; time += 1) {
      expect(await checkIn(11, booking)).toEqual({ why: 'unknown-booking', params: {} });
    }
    expect(await checkIn(11, booking)).toEqual({ status: 429, code: 'too-many-tries' });
    expectProblem(
      await post('/check-in', { place: PLACE, booking: { by: 'reference', reference: '01' }, key: keyOf(1) }),
      400,
      'malformed',
    );
  });
});

describe('who may ask', () => {
  it('is a terminal: nobody else sees or calls anybody', async () => {
    const answer = await fetch(`${gateway.url}/v1/tickets/call-next`, { method: 'POST' });
    expect(answer.status).toBe(401);
  });

  it('any terminal of the place: a slip of one is looked at before another', async () => {
    await take(1);
    const other = await gateway.enrol('K0128');
    const answer = await callAs(gateway.url, other, 'POST', '/v1/tickets/look', { key: keyOf(1) });
    expect(said(answer)).toEqual(waitingAt(0, 'A001'));
  });

  it('a terminal that takes without end is stopped', async () => {
    for (let number = 0; number < 240; number += 1) await take(1000 + number);
    expect(await take(5000)).toEqual({ status: 429, code: 'too-many-tries' });
  });
});

it('nothing that opens a ticket stands in the log, and the columns hold hashes, places and times alone', async () => {
  const booking = await book(gateway, 1, '2026-11-22T03:20:00.000Z');
  await checkIn(11, booking);
  expect(gateway.log.join('')).not.toContain(keyOf(11));
  const [row = {}] = await rowsOf('tickets');
  expect(Object.keys(row).sort()).toEqual([
    ...['appointment_at', 'booking_id', 'code_key', 'counter', 'day', 'id', 'place', 'purpose', 'sequence'],
    ...['serial', 'state', 'taken_at', 'turn'],
  ]);
  expect(row['code_key']).toBe(keyOf(11));
});

async function partsOf() {
  const opened = await openGatewayParts({
    dataDir: gateway.dataDir,
    now: () => new Date('2026-11-22T03:10:00.000Z'),
  });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

async function rowsOf(table: string): Promise<readonly Record<string, unknown>[]> {
  const file = readdirSync(gateway.dataDir).find((name) => /\.(db|sqlite)$/.test(name)) ?? '';
  const database = new Database(join(gateway.dataDir, file), { readonly: true });
  const rows = database.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
  database.close();
  return Promise.resolve(rows);
}
