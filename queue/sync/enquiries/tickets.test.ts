import { describe, expect, test, vi } from 'vitest';
import { TICKET_CODE_CHARACTERS, ticketCodeFrom } from '../../../domain/tickets/ticket-code.ts';
import type { TicketRefusal } from '../../../domain/wire/tickets.ts';
import { type Act, json, problem } from '../../testing/exchange.ts';
import { startedTerminal, testTerminal } from '../../testing/terminal.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

const PLACE = { placeId: 'station-kwun-tong' };
const CODE = ticketCodeFrom(new Uint8Array(TICKET_CODE_CHARACTERS).fill(5));
const TICKET = {
  ...{ ticketId: '0195bb00-0000-7000-8000-000000000001', number: 'A001', purpose: 'enquiry' },
  ...{ state: 'waiting', ahead: 2, takenAt: '2026-03-02T04:10:00.000Z', appointmentAt: null, counter: null },
} as const;

const answering =
  (answer: object, told: (body: string) => void = () => undefined): Act =>
  ({ body, response }) => {
    told(body.toString('utf8'));
    json(response, 200, answer);
  };
const refusing = (why: TicketRefusal, params: object = {}): Act =>
  answering({ result: 'refused', why, params });

describe('the queue of this place', () => {
  test('is asked with the place and the hash of the code; the code itself stays here', async () => {
    const terminal = await startedTerminal(PLACE);
    const bodies: string[] = [];
    const act = answering({ result: 'ticket', ticket: TICKET }, (body) => bodies.push(body));
    terminal.gateway.script.tickets.push(act, act, act, act);
    const { tickets } = terminal.agent;
    expect(await tickets.take('enquiry', CODE)).toEqual({ ok: true, value: TICKET });
    await tickets.look(CODE);
    await tickets.cancel(CODE);
    await tickets.checkIn({ by: 'code', code: CODE }, CODE);
    expect(bodies.join()).not.toContain(CODE);
    const keys = bodies.map((body) => (JSON.parse(body) as { readonly key: string }).key);
    expect(new Set(keys).size).toBe(1);
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ place: PLACE.placeId, purpose: 'enquiry' });
  });

  test('says no in words of its own, with what belongs to them', async () => {
    const terminal = await startedTerminal(PLACE);
    const params = { from: '2026-03-02T05:00:00.000Z', cancel: 0 };
    terminal.gateway.script.tickets.push(refusing('too-early', params), refusing('too-late-to-cancel'));
    const booking = { by: 'reference', reference: 'k7m2 9xqa' } as const;
    const { tickets } = terminal.agent;
    expect(await tickets.checkIn(booking, CODE)).toEqual({ ok: false, code: 'too-early', params });
    expect(await tickets.cancelBooking(booking)).toMatchObject({ ok: false, code: 'too-late-to-cancel' });
  });

  test('is called from, and nobody may wait', async () => {
    const terminal = await startedTerminal(PLACE);
    terminal.gateway.script.tickets.push(
      answering({ count: 3, oldestMinutes: 12 }),
      answering({ result: 'ticket', ticket: { ...TICKET, state: 'called', counter: '3' } }),
      answering({ result: 'ticket', ticket: null }),
    );
    const { tickets } = terminal.agent;
    expect(await tickets.waiting()).toEqual({ ok: true, value: { count: 3, oldestMinutes: 12 } });
    expect(await tickets.callNext('3')).toMatchObject({ ok: true, value: { number: 'A001', counter: '3' } });
    expect(await tickets.callNext('3')).toEqual({ ok: true, value: null });
  });

  test('a reference that cannot be one is not asked for', async () => {
    const terminal = await startedTerminal(PLACE);
    const booking = { by: 'reference', reference: 'ABC0' } as const;
    expect(await terminal.agent.tickets.checkIn(booking, CODE)).toEqual({
      ok: false,
      code: 'unknown-booking',
    });
    expect(terminal.asked('POST /v1/tickets/check-in')).toBe(0);
  });

  test.each([
    [429, 'too-many-tries', 'too-many-tries'],
    [404, 'malformed', 'unavailable'],
    [503, 'busy', 'unavailable'],
  ])('the platform answers %i %s: %s', async (status, code, fault) => {
    const terminal = await startedTerminal(PLACE);
    terminal.gateway.script.tickets.push(problem(status, code));
    expect(await terminal.agent.tickets.take('enquiry', CODE)).toEqual({ ok: false, code: fault });
  });

  test('without a network it is offline, without a place closed', async () => {
    const away = await testTerminal(PLACE);
    await away.gateway.down();
    away.agent.start();
    await away.asleep();
    expect(await away.agent.tickets.take('enquiry', CODE)).toEqual({ ok: false, code: 'offline' });
    const nowhere = await startedTerminal();
    expect(await nowhere.agent.tickets.take('enquiry', CODE)).toEqual({ ok: false, code: 'closed' });
    expect(await nowhere.agent.tickets.callNext('1')).toEqual({ ok: false, code: 'closed' });
  });
});
