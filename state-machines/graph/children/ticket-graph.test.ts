import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import type { Ticket } from '../../../domain/terminal/ports/tickets.ts';
import type { Screen } from '../../../domain/terminal/view/screen.ts';
import { deadline } from '../../deadline.ts';
import { ticketScreen } from '../../present/ticket-screen.ts';
import { askQueue, type TicketEvent } from '../../ticket/setup.ts';
import { ticketMachine, type TicketSnapshot } from '../../ticket/ticket.machine.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = ticketMachine.provide({
  actors: { deadline: silent(deadline), askQueue: silent(askQueue) },
});

const CODE = 'Q'.repeat(26);
const waiting: Ticket = {
  ticketId: '0190d5a8-0000-7000-8000-00000000a042',
  number: 'A012',
  purpose: 'registration',
  state: 'waiting',
  ahead: 4,
  takenAt: '2026-11-23T04:00:00.000Z',
  appointmentAt: null,
  counter: null,
};

/** One answer of the queue for each way it leads: what differs in words only is in the situations. */
const ANSWERS = [
  ...(['waiting', 'called', 'missed', 'cancelled'] as const).map((state) => ok({ ...waiting, state })),
  ok({ appointmentAt: '2026-11-25T04:00:00.000Z' }),
  ...(['offline', 'unavailable', 'unknown-booking', 'other-place'] as const).map((fault) => fail(fault)),
  fail('too-early', { from: '2026-11-24T03:45:00.000Z', until: '2026-11-23T04:00:00.000Z', cancel: 1 }),
  fail('too-early', { from: '2026-11-23T04:45:00.000Z', until: '2026-11-22T05:00:00.000Z', cancel: 0 }),
];
const told = (actorId: string) => [
  ...ANSWERS.map((output) => ({ type: `xstate.done.actor.${actorId}`, output, actorId })),
  { type: `xstate.error.actor.${actorId}`, error: 'gone', actorId },
];

const EVENTS = [
  ...told('ask-queue'),
  ...told('look-at-ticket'),
  { type: 'TICKET_OVERDUE' },
  { type: 'TICKET_LOOK_DUE' },
  { type: 'CONNECTION', online: true, trouble: null },
  { type: 'CONNECTION', online: false, trouble: 'no-network' },
  { type: 'TICKET_WAY', way: 'take' },
  { type: 'TICKET_WAY', way: 'appointment' },
  { type: 'TICKET_FOR', purpose: 'registration' },
  { type: 'TICKET_SCANNED', scanned: { of: 'ticket', code: CODE } },
  { type: 'TICKET_SCANNED', scanned: { of: 'booking', code: CODE } },
  { type: 'TICKET_SCANNED', scanned: null },
  { type: 'FIELD_DRAFT', value: 'K7' },
  { type: 'ANSWER', value: 'k7m2 9xqa' },
  { type: 'ANSWER', value: 'K7M2' },
  { type: 'ANSWER', value: '' },
  { type: 'TICKET_CANCEL' },
  { type: 'CONTINUE' },
  { type: 'RETRY' },
  { type: 'BACK' },
  { type: 'DONE' },
] as unknown as readonly TicketEvent[];

const walkFrom = (online: boolean, scanned: { of: 'ticket' | 'booking'; code: string } | null) =>
  walk(machine, {
    input: { outside: outsideOfGraph(), sessionId: 's', online, scanned },
    events: () => EVENTS,
    // Only what the page of the moment heeds, and what is come back to from it.
    distinguish: (snapshot) => {
      const { context } = snapshot;
      const { question, purpose, booking, ticket, fault } = context;
      const asked = snapshot.matches('trouble') || snapshot.matches('confirm') || snapshot.matches('asking');
      return [
        context.online,
        asked ? [question, question === 'take' && purpose === null, booking?.by] : null,
        snapshot.matches('trouble') || snapshot.matches('confirm') ? fault : null,
        snapshot.matches('reference') ? context.error : null,
        snapshot.matches('ticket') ? context.stale : null,
        snapshot.matches('cancelled') ? context.gaveBack !== null : null,
        snapshot.matches('choice') || snapshot.matches('purpose') || snapshot.matches('reference')
          ? null
          : ticket?.state,
        context.own !== null,
        context.output.outcome,
      ];
    },
  });

const walks = [
  walkFrom(true, null),
  walkFrom(false, null),
  walkFrom(true, { of: 'ticket', code: CODE }),
  walkFrom(true, { of: 'booking', code: CODE }),
];
const states = walks.flatMap((one) => [...one.states.values()]);
const edges = walks.flatMap((one) => one.edges);
const open = states.filter(({ status }) => status === 'active');
const pageOf = ({ value }: TicketSnapshot): string => (typeof value === 'string' ? value : 'ticket');

describe('the graph of a queue ticket', () => {
  it('is walked whole: every state is reached', () => {
    const visited = new Set(walks.flatMap((one) => [...one.visited]));
    expect([...(walks[0]?.all ?? [])].filter((id) => !visited.has(id))).toEqual([]);
  });

  it('has a page of its own for every state', () => {
    const screens: Readonly<Record<string, Screen['id']>> = {
      choice: 'ticket-choice',
      purpose: 'ticket-purpose',
      reference: 'ticket-reference',
      asking: 'ticket-asking',
      ticket: 'ticket',
      confirm: 'ticket-confirm',
      cancelled: 'ticket-cancelled',
      trouble: 'ticket-trouble',
    };
    const wrong = open.filter((state) => screens[pageOf(state)] !== ticketScreen(state).id);
    expect(wrong.map(({ value }) => value)).toEqual([]);
  });

  it('can be left from every page: backwards, or with what there is', () => {
    const done = ({ status }: TicketSnapshot): boolean => status === 'done';
    const ways = [{ type: 'BACK' }, { type: 'DONE' }, { type: 'TICKET_OVERDUE' }] as const;
    const pages = new Map(
      open.map((state) => {
        const { question, fault, booking, ticket, online } = state.context;
        return [JSON.stringify([state.value, question, fault, booking, ticket?.state, online]), state];
      }),
    );
    const stuck = [...pages.values()].filter((state) => !leadsTo(machine, state, ways, done, 8));
    expect(stuck.map(({ value, context }) => [value, context.fault.code])).toEqual([]);
  });

  it('does not wait for ever', () => {
    const asking = open.filter((state) => state.matches('asking') || state.matches({ ticket: 'looking' }));
    expect(asking.length).toBeGreaterThan(0);
    expect(asking.every((state) => state.can({ type: 'TICKET_OVERDUE' }))).toBe(true);
  });

  it('asks for nothing while offline, and says whom to ask', () => {
    const asking = open.filter((state) => state.matches('asking') && !state.context.online);
    expect(asking).toEqual([]);
    const offline = open.filter(
      (state) => state.matches('trouble') && state.context.fault.code === 'offline',
    );
    expect(offline.length).toBeGreaterThan(0);
  });

  it('gives nothing back without asking once more', () => {
    const gone = edges.filter(({ to }) => to.matches('cancelled') && !to.matches('confirm'));
    expect(gone.length).toBeGreaterThan(0);
    const asked = edges.filter(
      ({ from, to }) =>
        to.matches('asking') &&
        !from.matches('asking') &&
        (to.context.question === 'cancel' || to.context.question === 'cancel-booking'),
    );
    const pages = new Set(asked.map(({ from }) => pageOf(from)));
    expect([...pages].sort()).toEqual(['confirm', 'trouble']);
    // From the trouble only what was confirmed already is asked again.
    const again = asked.filter(({ from }) => from.matches('trouble'));
    expect(again.every(({ event }) => event.type === 'RETRY')).toBe(true);
  });

  it('keeps one code for all tries of a visit until it has a ticket', () => {
    const changed = edges.filter(
      ({ from, to }) => from.context.own !== null && to.context.own !== from.context.own,
    );
    expect(changed.every(({ to }) => to.context.own === null && to.context.ticket !== null)).toBe(true);
  });

  it('ends with a ticket only where one waits or is called', () => {
    const ends = states.filter(({ output }) => output?.outcome === 'ticketed');
    expect(new Set(ends.map(({ context }) => context.ticket?.state))).toEqual(new Set(['waiting', 'called']));
  });
});
