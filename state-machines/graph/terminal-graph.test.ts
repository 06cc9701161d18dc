import { describe, expect, it } from 'vitest';
import type { SelfTestReport } from '../../domain/terminal/ports/ports.ts';
import { deadline } from '../deadline.ts';
import { present } from '../present/present.ts';
import { sessionMachine } from '../session/session.machine.ts';
import { speechMachine } from '../speech.machine.ts';
import {
  terminalActors,
  type TerminalEvent,
  terminalMachine,
  type TerminalSnapshot,
} from '../terminal.machine.ts';
import { ALL_WELL } from '../testing/status.ts';
import { outsideOfGraph, silent } from './stub.ts';
import { vanStopMachine } from '../van/van-stop.machine.ts';
import { leadsTo, walk } from './walk.ts';

const machine = terminalMachine.provide({
  actors: {
    deadline: silent(deadline),
    session: silent(sessionMachine),
    speech: silent(speechMachine),
    van: silent(vanStopMachine),
    hardware: silent(terminalActors.hardware),
    queue: silent(terminalActors.queue),
    printer: silent(terminalActors.printer),
    selfTest: silent(terminalActors.selfTest),
  },
});

const passed: SelfTestReport = { reasons: [], keptItemsSafe: true };
const notPassed: SelfTestReport = { reasons: [{ code: 'disk-full' }], keptItemsSafe: true };

/** Every output and error of the children, as their contracts allow them. */
const CHILDREN = [
  { type: 'xstate.done.actor.self-test', output: passed, actorId: 'self-test' },
  { type: 'xstate.done.actor.self-test', output: notPassed, actorId: 'self-test' },
  { type: 'xstate.error.actor.self-test', error: 'gone', actorId: 'self-test' },
  { type: 'xstate.done.actor.session', output: undefined, actorId: 'session' },
  { type: 'xstate.error.actor.session', error: 'a bug', actorId: 'session' },
  { type: 'xstate.error.actor.van', error: 'a bug', actorId: 'van' },
  { type: 'xstate.error.actor.speech', error: 'a bug', actorId: 'speech' },
  { type: 'LISTENING' },
] as unknown as readonly TerminalEvent[];

const EVENTS: readonly TerminalEvent[] = [
  ...CHILDREN,
  { type: 'BEGIN' },
  { type: 'SELF_TEST_OVERDUE' },
  { type: 'RETEST_DUE' },
  { type: 'OUT_OF_SERVICE', reason: 'screen-keeps-failing' },
  { type: 'DEVICE_STATE', device: 'id-reader', status: 'ready', simulated: true },
  { type: 'HARDWARE_DOWN' },
  { type: 'CONNECTION', online: true, trouble: null },
  { type: 'COUNTS', pending: 1, parked: 0 },
  { type: 'STATUS', status: ALL_WELL },
  { type: 'PRINTER', output: 'slips', status: 'ready' },
];

const graph = walk(machine, {
  input: { outside: outsideOfGraph() },
  events: () => EVENTS,
  distinguish: ({ context }) => [context.reasons, context.online, context.reader.status, context.pending],
});
const states = [...graph.states.values()];

describe('the graph of the terminal', () => {
  it('is walked whole: every state is reached', () => {
    expect([...graph.all].filter((id) => !graph.visited.has(id))).toEqual([]);
  });

  it('has a screen for every state', () => {
    const screens: readonly [Parameters<TerminalSnapshot['matches']>[0], string][] = [
      ['starting', 'starting'],
      ['selfTest', 'self-test'],
      ['outOfService', 'out-of-service'],
    ];
    for (const [state, screen] of screens) {
      const shown = states.filter((snapshot) => snapshot.matches(state)).map((one) => present(one).screen.id);
      expect(new Set(shown)).toEqual(new Set([screen]));
    }
  });

  it('has a way into service from every state, once the self-test passes', () => {
    const [pass] = CHILDREN;
    if (pass === undefined) throw new Error('no event');
    const order: readonly TerminalEvent[] = [pass, { type: 'BEGIN' }, { type: 'RETEST_DUE' }];
    const inService = (snapshot: TerminalSnapshot): boolean => snapshot.matches('inService');
    const stuck = states.filter((state) => !leadsTo(machine, state, order, inService, 6));
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('goes into service only after a self-test without reasons', () => {
    const entries = graph.edges.filter(
      ({ from, to }) => !from.matches('inService') && to.matches('inService'),
    );
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries.map(({ event }) => event))).toEqual(new Set([CHILDREN[0]]));
  });
});
