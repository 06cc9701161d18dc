import { describe, expect, it } from 'vitest';
import { CHECK_RESULTS } from '../../../domain/operations/checks.ts';
import { fail, ok } from '../../../domain/result.ts';
import { summariseUsability } from '../../../domain/usability/summarise.ts';
import { deadline } from '../../deadline.ts';
import { operationsActors } from '../../operations/actors.ts';
import { operationsMachine, type OperationsEvent } from '../../operations/operations.machine.ts';
import { operationsOverlay } from '../../operations/operations-overlay.ts';
import { OPERATIONS_FACTS } from '../../testing/operations.ts';
import { ALL_WELL } from '../../testing/status.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = operationsMachine.provide({
  actors: {
    deadline: silent(deadline),
    facts: silent(operationsActors.facts),
    check: silent(operationsActors.check),
    service: silent(operationsActors.service),
    usability: silent(operationsActors.usability),
    save: silent(operationsActors.save),
    updates: silent(operationsActors.updates),
  },
});

const done = (id: string, output: unknown) => ({ type: `xstate.done.actor.${id}`, output, actorId: id });
const failed = (id: string) => ({ type: `xstate.error.actor.${id}`, error: 'gone', actorId: id });
const report = { summary: summariseUsability([]), days: 30 };

const EVENTS = [
  ...(['log', 'test', 'take-out', 'restart', 'usability', 'updates'] as const).map((page) => ({
    type: 'OPERATE',
    page,
  })),
  { type: 'TAKE_OUT', reason: 'repair' },
  { type: 'PUT_BACK' },
  { type: 'CHOOSE_UPDATES', from: '02:00' },
  { type: 'RESTART_TERMINAL' },
  { type: 'START_PRACTICE' },
  { type: 'SAVE_USABILITY' },
  { type: 'STAFF_CANCEL' },
  { type: 'OPERATION_OVERDUE' },
  done('facts', OPERATIONS_FACTS),
  failed('facts'),
  ...CHECK_RESULTS.map((result) => done('check', result)),
  failed('check'),
  done('service', ok(null)),
  done('service', fail('not-saved')),
  failed('service'),
  done('updates', ok(null)),
  done('updates', fail('not-saved')),
  failed('updates'),
  done('usability', report),
  done('usability', null),
  failed('usability'),
  done('save', ok({ name: 'a.csv' })),
  done('save', fail('no-drive')),
  failed('save'),
] as unknown as readonly OperationsEvent[];

const graph = (inHand: boolean, canSeeUsability: boolean) =>
  walk(machine, {
    input: { outside: outsideOfGraph(), staffId: 'S-3001', inHand, canPractise: true, canSeeUsability },
    distinguish: ({ context }) => [
      context.facts !== null,
      context.report !== null,
      context.saved,
      context.change,
      // How many were tried, and whether any failed: which one it was changes no way.
      context.checks.filter(({ state }) => state !== 'waiting').length,
      context.checks.some(({ state }) => state === 'failed'),
    ],
    events: () => EVENTS,
  });

const whole = graph(false, true);
const world = { devices: {}, status: ALL_WELL };

describe('the graph of the operations pages', () => {
  it('is walked whole: every state is reached', () => {
    expect([...whole.all].filter((id) => !whole.visited.has(id))).toEqual([]);
  });

  it('has a page for every state, one id for each', () => {
    const pages = new Set([...whole.states.values()].map((state) => operationsOverlay(state, world).id));
    expect([...pages].sort()).toEqual([
      'operations',
      'operations-log',
      'operations-restart',
      'operations-take-out',
      'operations-test',
      'operations-updates',
      'usability',
    ]);
  });

  it('leads out from everywhere, by going back and waiting alone', () => {
    const out: readonly OperationsEvent[] = [{ type: 'STAFF_CANCEL' }, { type: 'OPERATION_OVERDUE' }];
    const stuck = [...whole.states.values()].filter(
      (state) => !leadsTo(machine, state, out, ({ status }) => status === 'done', 8),
    );
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('restarts nothing while a visit is in hand, and shows figures to nobody who may not see them', () => {
    const held = graph(true, false);
    const pages = [...held.states.values()].map((state) => operationsOverlay(state, world).id);
    expect(pages).not.toContain('operations-restart');
    expect(pages).not.toContain('usability');
    expect(pages).toContain('operations-test');
  });
});
