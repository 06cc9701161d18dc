import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import type { StaffMember } from '../../../domain/identity/staff.ts';
import { deadline } from '../../deadline.ts';
import { operationsMachine } from '../../operations/operations.machine.ts';
import { upkeepOverlay } from '../../operations/upkeep-parts.ts';
import { upkeepMachine, type UpkeepEvent } from '../../operations/upkeep.machine.ts';
import { changePin } from '../../session/actors.ts';
import { idleLock } from '../../idle-lock.ts';
import type { TerminalContext } from '../../terminal.machine.ts';
import { officer01, technician01 } from '../../testing/people.ts';
import { ALL_WELL } from '../../testing/status.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = upkeepMachine.provide({
  actors: {
    deadline: silent(deadline),
    changePin: silent(changePin),
    idleLock: silent(idleLock),
    operations: silent(operationsMachine),
  },
});
const done = (id: string, output: unknown) => ({ type: `xstate.done.actor.${id}`, output, actorId: id });
const failed = (id: string) => ({ type: `xstate.error.actor.${id}`, error: 'gone', actorId: id });

const EVENTS = [
  ...[done('operations', undefined), failed('operations')],
  ...[done('change-pin', ok(null)), done('change-pin', fail('pin-easy')), failed('change-pin')],
  { type: 'OPERATIONS' },
  { type: 'CHANGE_PIN' },
  { type: 'NEW_PIN', pin: '741593', again: '741593' },
  { type: 'NEW_PIN', pin: '741593', again: '1' },
  { type: 'OPERATE', page: 'log' },
  { type: 'STAFF_CANCEL' },
  { type: 'VERIFY_OVERDUE' },
  { type: 'SHIFT_DUE' },
] as unknown as readonly UpkeepEvent[];

const walkAs = (staff: StaffMember) =>
  walk(machine, {
    input: { outside: outsideOfGraph(), staff },
    events: () => EVENTS,
    distinguish: ({ context }) => context.pinRefusal,
  });
const technician = walkAs(technician01);
const world = { status: ALL_WELL, devices: {} } as unknown as TerminalContext;

describe("the graph of the machine's own pages between two visits", () => {
  it('is walked whole: every state is reached', () => {
    expect([...technician.all].filter((id) => !technician.visited.has(id))).toEqual([]);
  });

  it('has a page for every state that is not over, and a way out of each', () => {
    const open = [...technician.states.values()].filter(({ status }) => status === 'active');
    // The operations view has pages of its own, in its own graph.
    const own = open.filter((one) => !one.matches('operations'));
    expect(own.filter((one) => upkeepOverlay(one, world) === null)).toEqual([]);
    const out = [
      done('operations', undefined),
      { type: 'VERIFY_OVERDUE' },
      { type: 'SHIFT_DUE' },
    ] as unknown as readonly UpkeepEvent[];
    const stuck = open.filter((one) => !leadsTo(machine, one, out, ({ status }) => status === 'done', 5));
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('whoever may not operate the machine sees how it stands and changes their PIN, and nothing more', () => {
    const states = [...walkAs(officer01).states.values()];
    expect(states.filter((one) => one.matches('operations'))).toEqual([]);
    expect(states.some((one) => one.matches('newPin'))).toBe(true);
  });
});
