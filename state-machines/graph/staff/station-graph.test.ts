import { beforeAll, describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import type { CasesScreen } from '../../../domain/terminal/view/cases-view.ts';
import type { StationScreen } from '../../../domain/terminal/view/station-view.ts';
import { deadline } from '../../deadline.ts';
import { idleLock } from '../../idle-lock.ts';
import { restingScreen, stationScreen } from '../../present/station-screen.ts';
import { UNKNOWN_READER } from '../../reader-facts.ts';
import { hasStaffWork } from '../../session/context/answered.ts';
import type { sessionMachine } from '../../session/session.machine.ts';
import { signInMachine } from '../../sign-in/sign-in.machine.ts';
import { callNext, endTicket, memberScreen, queueWatch, standing } from '../../station/actors.ts';
import { casesMachine } from '../../station/cases.machine.ts';
import type { ShiftEvent } from '../../station/context.ts';
import { shiftMachine, type ShiftSnapshot } from '../../station/shift.machine.ts';
import type { TerminalContext } from '../../terminal.machine.ts';
import { officer01, officer02, technician01 } from '../../testing/people.ts';
import { ALL_WELL, frozen } from '../../testing/status.ts';
import { fakeTickets, ticket } from '../../testing/counter-tickets.ts';
import { endOfDayMachine } from '../../work-day/end-of-day.machine.ts';
import { upkeepMachine } from '../../operations/upkeep.machine.ts';
import { lookAtDay } from '../../work-day/look-at-day.ts';
import { fakeWorkDay } from '../../testing/work-day.ts';
import { inJourney, inPresence } from '../session/places.ts';
import { walkAtCounter } from '../session/walks.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk, type Edge, type Walk } from '../walk.ts';

const plain = outsideOfGraph();
const outside = { ...plain, ports: { ...plain.ports, tickets: fakeTickets() } };
const machine = shiftMachine.provide({
  actors: {
    callNext: silent(callNext),
    cases: silent(casesMachine),
    deadline: silent(deadline),
    endOfDay: silent(endOfDayMachine),
    endTicket: silent(endTicket),
    idleLock: silent(idleLock),
    lookAtDay: silent(lookAtDay),
    memberScreen: silent(memberScreen),
    queueWatch: silent(queueWatch),
    signIn: silent(signInMachine),
    standing: silent(standing),
    upkeep: silent(upkeepMachine),
  },
  // There is no terminal above it here.
  actions: { serve: () => undefined },
});

const { day } = fakeWorkDay();
const done = (id: string, output: unknown) => ({ type: `xstate.done.actor.${id}`, output, actorId: id });
const failed = (id: string) => ({ type: `xstate.error.actor.${id}`, error: 'gone', actorId: id });

/** Every answer and error of the children, by their contracts; then intents, hardware and waits. */
const EVENTS = [
  ...[done('look-at-day', ok(day)), done('look-at-day', fail('storage-fault')), failed('look-at-day')],
  ...[officer01, technician01, null].map((staff) => done('sign-in', { staff })),
  failed('sign-in'),
  ...[ok(ticket('A012')), ok(null), fail('offline')].map((answer) => done('call-next', answer)),
  failed('call-next'),
  ...['end-missed', 'end-served'].flatMap((id) => [
    done(id, ok(null)),
    done(id, fail('offline')),
    failed(id),
  ]),
  ...[done('standing', true), done('standing', false), failed('standing')],
  ...['back', 'take-up', 'enquire'].map((outcome) => done('cases', { outcome, locale: 'en' })),
  failed('cases'),
  { type: 'CASE_OPEN', id: 1 },
  ...[
    done('end-of-day', { outcome: 'back' }),
    done('end-of-day', { outcome: 'closed' }),
    failed('end-of-day'),
  ],
  ...[done('upkeep', undefined), failed('upkeep')],
  { type: 'STAFF_STATUS' },
  { type: 'BADGE_SCANNED', text: 'badge' },
  { type: 'STATION_CALL_NEXT' },
  { type: 'STATION_TYPE_TICKET' },
  { type: 'STATION_WITHOUT_TICKET' },
  { type: 'STATION_MISSED' },
  { type: 'STATION_CASES' },
  { type: 'STATION_END_DAY' },
  { type: 'STATION_SIGN_OUT' },
  { type: 'START', locale: 'en' },
  { type: 'MENU', locale: 'en' },
  { type: 'ANSWER', value: 'A012' },
  { type: 'ANSWER', value: 'x' },
  { type: 'BACK' },
  { type: 'RETRY' },
  { type: 'STATUS', status: ALL_WELL },
  { type: 'STATUS', status: frozen('too-many-pending') },
  { type: 'MEMBER_SCREEN', there: false },
  { type: 'MEMBER_SCREEN', there: true },
  { type: 'WAITING', answer: ok({ count: 1, oldestMinutes: 5 }) },
  { type: 'VISIT_BEGUN' },
  { type: 'VISIT_OVER', how: 'submitted', locked: false },
  { type: 'VISIT_OVER', how: 'idle', locked: false },
  { type: 'VISIT_OVER', how: 'left', locked: true },
  { type: 'ATTENDED', staff: officer02 },
  { type: 'SHIFT_DUE' },
  { type: 'TICKET_OVERDUE' },
  { type: 'WORK_OVERDUE' },
  { type: 'SERVE_OVERDUE' },
] as unknown as readonly ShiftEvent[];

const walkAs = (profile: 'station' | 'van') =>
  walk(machine, {
    input: { outside: { ...outside, config: { ...outside.config, profile } }, devices: {}, status: null },
    events: () => EVENTS,
    distinguish: ({ context: { staff, called, status, typedWrong, memberScreen: seen, day: now } }) => [
      staff?.staffId,
      called === null ? null : [called.ticketId, called.number],
      status?.freeze.level,
      ...[typedWrong, seen, now === null],
    ],
  });
const station = walkAs('station');
const van = walkAs('van');
const states = [...station.states.values()];
const parts = (shift: ShiftSnapshot) => ({ shift, signIn: null, cases: null, endOfDay: null });
const terminal = { reader: UNKNOWN_READER } as TerminalContext;
const onShift = (shift: ShiftSnapshot): boolean => shift.matches({ on: 'onShift' });

describe('the graph of a counter', () => {
  it('is walked whole: every state is reached', () => {
    const visited = new Set([...station.visited, ...van.visited]);
    expect([...station.all].filter((id) => !visited.has(id))).toEqual([]);
  });

  it('in a kiosk and a van it is off, whatever happens', () => {
    expect([...van.states.values()].filter((state) => !state.matches('off'))).toEqual([]);
  });

  it('has a page for every state, in both windows', () => {
    const pages: readonly [Parameters<ShiftSnapshot['matches']>[0], (StationScreen | CasesScreen)['id']][] = [
      [{ on: 'looking' }, 'station-waiting'],
      [{ on: 'trouble' }, 'station-trouble'],
      [{ on: 'signedOut' }, 'station-signed-out'],
      [{ on: 'signingIn' }, 'station-signed-out'],
      [{ on: { onShift: 'ready' } }, 'station-ready'],
      [{ on: { onShift: 'typing' } }, 'station-ticket'],
      [{ on: { onShift: 'calling' } }, 'station-waiting'],
      [{ on: { onShift: 'called' } }, 'station-called'],
      [{ on: { onShift: 'missing' } }, 'station-waiting'],
      [{ on: { onShift: 'standing' } }, 'station-waiting'],
      [{ on: { onShift: 'handing' } }, 'station-waiting'],
      // Its pages are the child's; without one it is about to come.
      [{ on: { onShift: 'cases' } }, 'cases-waiting'],
      [{ on: 'ending' }, 'station-waiting'],
      [{ on: 'upkeep' }, 'station-waiting'],
    ];
    for (const [state, page] of pages) {
      const at = states.filter((one) => one.matches(state));
      expect(new Set(at.map((one) => stationScreen(parts(one), terminal).id)), page).toEqual(new Set([page]));
      expect(new Set(at.map((one) => restingScreen(parts(one)).id))).toEqual(new Set(['station-rest']));
    }
  });

  it('has a way back to the sign-in from every state', () => {
    const order = [
      { type: 'STATION_SIGN_OUT' },
      failed('upkeep'),
      done('sign-in', { staff: null }),
      { type: 'VISIT_OVER', how: 'idle', locked: false },
      { type: 'TICKET_OVERDUE' },
      done('look-at-day', ok(day)),
      done('end-of-day', { outcome: 'closed' }),
      { type: 'RETRY' },
    ] as unknown as readonly ShiftEvent[];
    const out = (shift: ShiftSnapshot): boolean => shift.matches({ on: 'signedOut' });
    const stuck = states.filter((state) => !state.matches('off') && !leadsTo(machine, state, order, out, 8));
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('nobody is at the counter without having signed in, nor stays signed in when they are signed out', () => {
    const wrong = states.filter(
      (state) =>
        (onShift(state) && state.context.staff === null) ||
        (state.matches({ on: 'signedOut' }) && state.context.staff !== null),
    );
    expect(wrong.map(({ value }) => value)).toEqual([]);
  });

  it('whoever looks after the machine is signed in, and whoever serves comes back to the counter', () => {
    const upkeep = states.filter((state) => state.matches({ on: 'upkeep' }));
    expect(upkeep.filter(({ context }) => context.staff === null)).toEqual([]);
    const closed = station.edges.filter(
      ({ from, event }) =>
        from.matches({ on: 'upkeep' }) && (event.type as string) === 'xstate.done.actor.upkeep',
    );
    expect(
      closed.filter(({ from, to }) => onShift(to) === (from.context.staff?.role === 'technician')),
    ).toEqual([]);
  });

  it('a technician is never at the counter', () => {
    expect(states.filter((state) => onShift(state) && state.context.staff?.role === 'technician')).toEqual(
      [],
    );
  });

  it('a visit begins only after the staff list was asked, with a display for the member and no limit reached', () => {
    const handed = station.edges.filter(
      ({ from, to }) =>
        !from.matches({ on: { onShift: 'handing' } }) && to.matches({ on: { onShift: 'handing' } }),
    );
    expect(handed.length).toBeGreaterThan(0);
    expect(handed.filter(({ event }) => (event as { output?: unknown }).output !== true)).toEqual([]);
    const asked = station.edges.filter(
      ({ from, to }) =>
        !from.matches({ on: { onShift: 'standing' } }) && to.matches({ on: { onShift: 'standing' } }),
    );
    const without = asked.filter(
      ({ from: { context } }) => !context.memberScreen || context.status?.freeze.level === 'frozen',
    );
    expect(without.map(({ from }) => from.value)).toEqual([]);
  });

  it('who is no more at the counter is called by nobody: a ticket ends with its visit', () => {
    const kept = station.edges.filter(
      ({ from, to }) => from.matches({ on: 'ending' }) && !to.matches({ on: 'ending' }) && to.context.called,
    );
    expect(kept.map(({ to }) => to.value)).toEqual([]);
  });
});

describe('the graph of a visit at a counter', { timeout: 60_000 }, () => {
  let visit: Walk<typeof sessionMachine>;
  type VisitEdge = Edge<typeof sessionMachine>;
  const shown = ({ from, event, to }: VisitEdge): unknown => ({ from: from.value, event, to: to.value });
  const held = ({ from }: VisitEdge): boolean => from.context.visit.assist !== null;

  // Two thousand states and more; the limit only ends a walk that never ends.
  beforeAll(() => {
    visit = walkAtCounter();
  }, 120_000);

  it('comes to a receipt, and is handed over the counter both ways', () => {
    expect(visit.edges.some(({ to }) => inJourney(to, 'receipt'))).toBe(true);
    expect(visit.edges.some(({ event }) => event.type === 'HAND_BACK')).toBe(true);
    expect(visit.edges.some(({ event }) => event.type === 'TAKE_BACK')).toBe(true);
  });

  it('has nothing that only the member may do within reach while staff hold it', () => {
    const memberOnly = ['SUBMIT', 'CONFIRM_TOUCHED', 'IAM_SMART', 'PRINT_PAPER'];
    const within = visit.edges.filter((edge) => held(edge) && memberOnly.includes(edge.event.type));
    expect(within.map(shown)).toEqual([]);
    const declared = visit.edges.filter(
      (edge) =>
        held(edge) &&
        (['declare', 'submitting'] as const).some(
          (page) => inJourney(edge.to, page) && !inJourney(edge.from, page),
        ),
    );
    expect(declared.map(shown)).toEqual([]);
  });

  it('is taken back by who sits there, never in the store nor after it, and by nobody who does not', () => {
    const taken = visit.edges.filter(({ event }) => event.type === 'TAKE_BACK');
    const wrong = taken.filter(
      ({ from, to }) =>
        from.context.visit.kept !== null ||
        inJourney(from, 'submitting') ||
        to.context.visit.assist?.staffId !== from.context.visit.attendant?.staffId,
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it('goes on after staff touched something only when the member has seen it', () => {
    const past = visit.edges.filter(
      ({ from, to, event }) =>
        from.context.visit.unconfirmed &&
        !to.context.visit.unconfirmed &&
        inPresence(to, 'visit') &&
        to.context.visit.assist === null &&
        event.type !== 'CONFIRM_TOUCHED' &&
        // Or the member has changed all of it.
        hasStaffWork(to.context.visit),
    );
    expect(past.map(shown)).toEqual([]);
  });
});
