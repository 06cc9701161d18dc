import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import { STAFF_ACTIONS } from '../../../domain/identity/permissions.ts';
import type { VanScreen } from '../../../domain/terminal/view/van-view.ts';
import { deadline } from '../../deadline.ts';
import { endOfDayScreen, vanScreen } from '../../present/van-screen.ts';
import { signInMachine } from '../../sign-in/sign-in.machine.ts';
import type { TerminalContext } from '../../terminal.machine.ts';
import { officer01, technician01, vanOperator01 } from '../../testing/people.ts';
import { ALL_WELL, frozen } from '../../testing/status.ts';
import { noFiles } from '../../testing/files.ts';
import { fakeRoster } from '../../testing/roster.ts';
import { fakeWorkDay } from '../../testing/work-day.ts';
import { battery, closeStop, openStop } from '../../van/actors.ts';
import type { VanEvent } from '../../van/context.ts';
import {
  closeDay,
  draftDay,
  type EndOfDayEvent,
  endOfDayMachine,
  lastDay,
  type EndOfDaySnapshot,
  printers,
} from '../../work-day/end-of-day.machine.ts';
import { rosterMachine } from '../../van/roster.machine.ts';
import { type VanSnapshot, vanStopMachine } from '../../van/van-stop.machine.ts';
import { upkeepMachine } from '../../operations/upkeep.machine.ts';
import { lookAtDay } from '../../work-day/look-at-day.ts';
import { sendToPrinter } from '../../printing.machine.ts';
import { UNKNOWN_READER } from '../../reader-facts.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const outside = outsideOfGraph();
const machine = vanStopMachine.provide({
  actors: {
    deadline: silent(deadline),
    signIn: silent(signInMachine),
    lookAtDay: silent(lookAtDay),
    openStop: silent(openStop),
    closeStop: silent(closeStop),
    battery: silent(battery),
    endOfDay: silent(endOfDayMachine),
    upkeep: silent(upkeepMachine),
    roster: silent(rosterMachine),
  },
  // There is no terminal above it here.
  actions: { serve: () => undefined },
});

const book = fakeWorkDay();
const day = book.day;
const withStop = {
  ...day,
  stop: {
    ...{ placeId: null, lane: 'A', staffId: 'S-4001', openedAt: '2026-11-23T01:00:00.000Z', lastNumber: 1 },
    location: { site: 'Site 7', position: null },
  },
} as const;
const done = (id: string, output: unknown) => ({ type: `xstate.done.actor.${id}`, output, actorId: id });
const failed = (id: string) => ({ type: `xstate.error.actor.${id}`, error: 'gone', actorId: id });

/** Every answer and error of the children, by their contracts; then intents, hardware and waits. */
const EVENTS = [
  ...['look-at-day', 'open-stop', 'close-stop'].flatMap((id) => [
    done(id, ok(day)),
    done(id, ok(withStop)),
    done(id, fail('storage-fault')),
    failed(id),
  ]),
  ...[vanOperator01, officer01, technician01, null].map((staff) => done('sign-in', { staff })),
  failed('sign-in'),
  done('end-of-day', { outcome: 'back' }),
  done('end-of-day', { outcome: 'closed' }),
  done('end-of-day', { outcome: 'drive' }),
  failed('end-of-day'),
  ...[done('upkeep', undefined), failed('upkeep')],
  { type: 'STAFF_STATUS' },
  done('roster', undefined),
  failed('roster'),
  { type: 'VAN_ROSTER' },
  { type: 'FORM_SCANNED', scanned: fail('damaged') },
  { type: 'BADGE_SCANNED', text: 'badge' },
  { type: 'STAFF_PIN', pin: '741593' },
  { type: 'STAFF_CANCEL' },
  { type: 'NEW_PIN', pin: '741593', again: '741593' },
  { type: 'NEW_PIN', pin: '741593', again: '1' },
  { type: 'VAN_CHOOSE_STOP', placeId: null },
  { type: 'VAN_CHOOSE_STOP', placeId: 'nowhere' },
  { type: 'VAN_LANE', lane: 'B' },
  { type: 'ANSWER', value: 'Site 7' },
  { type: 'ANSWER', value: '' },
  { type: 'START', locale: 'en' },
  { type: 'VAN_OTHER_LANGUAGE' },
  { type: 'VAN_INTERPRETED', language: 'ne', locale: 'en' },
  { type: 'VAN_OWN_LANGUAGE', language: 'ne', locale: 'en' },
  { type: 'VAN_OWN_LANGUAGE', language: 'ur', locale: 'en' },
  { type: 'VAN_CALL_BACK', locale: 'en' },
  { type: 'VAN_CLOSE_STOP' },
  { type: 'VAN_END_DAY' },
  { type: 'VAN_SIGN_OUT' },
  { type: 'CONTINUE' },
  { type: 'BACK' },
  { type: 'RETRY' },
  { type: 'STATUS', status: ALL_WELL },
  { type: 'STATUS', status: frozen('too-many-pending') },
  { type: 'VISIT_BEGUN' },
  { type: 'VISIT_OVER', how: 'submitted', locked: false },
  { type: 'VISIT_OVER', how: 'idle', locked: false },
  { type: 'VISIT_OVER', how: 'left', locked: true },
  { type: 'WORK_OVERDUE' },
  { type: 'SHIFT_DUE' },
  { type: 'SERVE_OVERDUE' },
] as unknown as readonly VanEvent[];

const walkAs = (profile: 'van' | 'kiosk') =>
  walk(machine, {
    input: {
      outside: {
        ...outside,
        config: { ...outside.config, profile },
        ports: { ...outside.ports, files: noFiles(), roster: fakeRoster() },
      },
      devices: {},
      status: null,
    },
    events: () => EVENTS,
    distinguish: ({ context: { operator, day: now, status, fault, siteError, lane } }) => [
      operator?.staffId,
      now?.stop?.lastNumber === undefined,
      status?.freeze.level,
      fault,
      siteError,
      lane,
    ],
  });
const van = walkAs('van');
const kiosk = walkAs('kiosk');
const states = [...van.states.values()];
const parts = (snapshot: VanSnapshot) => ({ van: snapshot, signIn: null, endOfDay: null, roster: null });
const terminal = { reader: UNKNOWN_READER } as TerminalContext;
const SHIFT = ['plan', 'stop', 'ready', 'roster', 'language', 'closeAsked', 'handing', 'serving'] as const;

describe('the graph of a van', () => {
  it('is walked whole: every state is reached', () => {
    const visited = new Set([...van.visited, ...kiosk.visited]);
    expect([...van.all].filter((id) => !visited.has(id))).toEqual([]);
  });

  it('in a kiosk it is off, whatever happens', () => {
    expect(
      [...kiosk.states.values()].filter((state) => !state.matches('off')).map(({ value }) => value),
    ).toEqual([]);
  });

  it('has a page for every state', () => {
    const pages: readonly [Parameters<VanSnapshot['matches']>[0], VanScreen['id']][] = [
      ['looking', 'van-waiting'],
      ['trouble', 'van-trouble'],
      ['signedOut', 'van-signed-out'],
      ['plan', 'van-plan'],
      ['stop', 'van-stop'],
      ['opening', 'van-waiting'],
      ['roster', 'van-waiting'],
      ['language', 'van-language'],
      ['handing', 'van-waiting'],
      ['closing', 'van-waiting'],
      ['endOfDay', 'van-waiting'],
      ['upkeep', 'van-waiting'],
    ];
    for (const [state, page] of pages) {
      const shown = states
        .filter((one) => one.matches(state))
        .map((one) => vanScreen(parts(one), terminal).id);
      expect(new Set(shown), JSON.stringify(state)).toEqual(new Set([page]));
    }
  });

  it('has a way back to the sign-in from every state', () => {
    const order = [
      { type: 'VAN_SIGN_OUT' },
      done('sign-in', { staff: null }),
      failed('upkeep'),
      { type: 'VISIT_OVER', how: 'idle', locked: false },
      { type: 'SERVE_OVERDUE' },
      done('look-at-day', ok(day)),
      done('open-stop', ok(withStop)),
      done('close-stop', ok(day)),
      done('end-of-day', { outcome: 'closed' }),
      { type: 'RETRY' },
    ] as unknown as readonly VanEvent[];
    const out = (snapshot: VanSnapshot): boolean => snapshot.matches({ signedOut: 'resting' });
    const stuck = states.filter((state) => !leadsTo(machine, state, order, out, 8));
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('nobody is on a page of the shift without having signed in, nor stays signed in at rest', () => {
    const wrong = states.filter(
      (state) =>
        (SHIFT.some((one) => state.matches(one)) && state.context.operator === null) ||
        (state.matches({ signedOut: 'resting' }) && state.context.operator !== null),
    );
    expect(wrong.map(({ value }) => value)).toEqual([]);
  });

  it('only whoever the table lets run a stop opens, closes or serves', () => {
    expect(STAFF_ACTIONS).toContain('run-stop');
    const wrong = states.filter(
      (state) =>
        (SHIFT.some((one) => state.matches(one)) || state.matches('opening')) &&
        state.context.operator?.role !== 'van-operator',
    );
    expect(wrong.map(({ value, context }) => [value, context.operator?.role])).toEqual([]);
  });

  it('nobody begins a visit while the limits are reached', () => {
    const begun = van.edges.filter(({ from, to }) => !from.matches('handing') && to.matches('handing'));
    expect(begun.length).toBeGreaterThan(0);
    expect(begun.filter(({ from }) => from.context.status?.freeze.level === 'frozen')).toEqual([]);
  });
});

describe('the graph of the end of a day', () => {
  const dayMachine = endOfDayMachine.provide({
    actors: {
      deadline: silent(deadline),
      draftDay: silent(draftDay),
      closeDay: silent(closeDay),
      lastDay: silent(lastDay),
      printers: silent(printers),
      sendToPrinter: silent(sendToPrinter),
    },
  });

  async function graph() {
    const drafted = await book.draft({ by: vanOperator01, devices: {} });
    if (!drafted.ok) throw new Error(drafted.code);
    const report = drafted.value;
    const events = [
      done('draft-day', ok(report)),
      done('draft-day', fail('storage-fault')),
      failed('draft-day'),
      done('close-day', ok({ report, digest: 'q'.repeat(43) })),
      done('close-day', fail('disk-full')),
      done('close-day', fail('day-over')),
      failed('close-day'),
      done('last-day', ok({ report, digest: 'p'.repeat(43) })),
      done('last-day', ok(null)),
      failed('last-day'),
      ...(['none', 'ready', 'out-of-paper'] as const).map((status) => ({
        ...{ type: 'PRINTER', output: 'documents', status },
      })),
      done('send-to-printer', ok(null)),
      done('send-to-printer', fail('out-of-paper')),
      failed('send-to-printer'),
      ...['DAY_CLOSE', 'DAY_PRINT', 'PRINT_OVERDUE', 'RETRY', 'BACK', 'DONE', 'TO_DRIVE', 'WORK_OVERDUE'].map(
        (type) => ({
          type,
        }),
      ),
    ] as unknown as readonly EndOfDayEvent[];
    return walk(dayMachine, {
      input: { outside, by: vanOperator01, devices: {} },
      events: () => events,
      distinguish: ({ context: { fault, outcome, digest, last, printed, printers: standing } }) => [
        ...[fault, outcome, digest, typeof last === 'string' ? last : last !== null],
        ...[printed, standing.documents],
      ],
    });
  }

  it('is walked whole, with a page for every state and a way out of each', async () => {
    const walked = await graph();
    expect([...walked.all].filter((id) => !walked.visited.has(id))).toEqual([]);
    const pages: Readonly<Record<string, VanScreen['id']>> = {
      counting: 'van-waiting',
      trouble: 'van-trouble',
      tally: 'day-tally',
      closing: 'van-waiting',
      report: 'day-report',
    };
    const open = [...walked.states.values()].filter(({ status }) => status === 'active');
    const place = ({ value }: EndOfDaySnapshot): string =>
      typeof value === 'string' ? value : (Object.keys(value)[0] ?? '');
    expect(open.filter((state) => pages[place(state)] !== endOfDayScreen(state).id)).toEqual([]);
    const over = ({ status }: EndOfDaySnapshot): boolean => status === 'done';
    const order = [{ type: 'DONE' }, { type: 'BACK' }, { type: 'WORK_OVERDUE' }] as const;
    const stuck = open.filter((state) => !leadsTo(dayMachine, state, order, over, 4));
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('a report is shown only once it was signed and kept', async () => {
    const walked = await graph();
    const reports = walked.edges.filter(({ from, to }) => !from.matches('report') && to.matches('report'));
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.every(({ from }) => from.matches('closing'))).toBe(true);
  });
});
