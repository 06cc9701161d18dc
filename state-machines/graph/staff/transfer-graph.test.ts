import { describe, expect, it } from 'vitest';
import { EXPORT_FAULTS, RECEIPT_FAULTS } from '../../../domain/operations/transfer.ts';
import { fail } from '../../../domain/result.ts';
import { deadline } from '../../deadline.ts';
import { EXPORTED, RECEIPTS } from '../../testing/transfer.ts';
import { transferActors, transferMachine, type TransferEvent } from '../../transfer/transfer.machine.ts';
import { transferOverlay } from '../../transfer/transfer-overlay.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = transferMachine.provide({
  // There is nobody above it here.
  actions: { touch: () => undefined },
  actors: {
    deadline: silent(deadline),
    watch: silent(transferActors.watch),
    export: silent(transferActors.export),
    receipts: silent(transferActors.receipts),
  },
});

const ONE = [{ id: 'd1', name: 'OFFICE' }];
const TWO = [...ONE, { id: 'd2', name: '' }];
const EVENTS = [
  ...[[], ONE, TWO].map((drives) => ({ type: 'DRIVES', drives })),
  { type: 'DRIVE_CHOOSE', drive: 'd2' },
  { type: 'DRIVE_CHOOSE', drive: 'd9' },
  ...['DRIVE_EXPORT', 'DRIVE_RECEIPTS', 'DRIVE_STOP', 'STAFF_CANCEL', 'TRANSFER_OVERDUE'].map((type) => ({
    type,
  })),
  { type: 'PROGRESS', progress: { phase: 'writing', done: 50, of: 60 } },
  { type: 'EXPORTED', answer: EXPORTED },
  ...EXPORT_FAULTS.map((code) => ({ type: 'EXPORTED', answer: fail(code) })),
  { type: 'xstate.done.actor.receipts', output: RECEIPTS, actorId: 'receipts' },
  ...RECEIPT_FAULTS.map((code) => ({
    ...{ type: 'xstate.done.actor.receipts', output: fail(code), actorId: 'receipts' },
  })),
  { type: 'xstate.error.actor.receipts', error: 'gone', actorId: 'receipts' },
] as unknown as readonly TransferEvent[];

const whole = walk(machine, {
  input: { outside: outsideOfGraph(), staffId: 'S4052' },
  // What came of it stands on its page and changes no way.
  distinguish: ({ context }) => [context.drives, context.chosen, context.progress !== null],
  events: () => EVENTS,
});
const states = [...whole.states.values()];

describe('the graph of the pages of a USB drive', () => {
  it('is walked whole: every state is reached', () => {
    expect([...whole.all].filter((id) => !whole.visited.has(id))).toEqual([]);
  });

  it('has a page for every state', () => {
    const open = states.filter(({ status }) => status === 'active');
    expect([...new Set(open.map((state) => transferOverlay(state).id))].sort()).toEqual([
      'transfer',
      'transfer-exported',
      'transfer-exporting',
      'transfer-reading',
      'transfer-received',
    ]);
  });

  it('leads out from everywhere, by stopping, going back and waiting alone', () => {
    const out = [
      { type: 'DRIVE_STOP' },
      { type: 'STAFF_CANCEL' },
      { type: 'TRANSFER_OVERDUE' },
    ] as const satisfies readonly TransferEvent[];
    const stuck = states.filter(
      (state) => !leadsTo(machine, state, out, ({ status }) => status === 'done', 6),
    );
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('nothing is written or read while no drive is there, or none of several was chosen', () => {
    const without = states.filter(
      ({ context: { drives, chosen } }) =>
        drives === null || drives.length === 0 || (drives.length > 1 && chosen === null),
    );
    expect(without.length).toBeGreaterThan(0);
    expect(without.filter((state) => state.can({ type: 'DRIVE_EXPORT' }))).toEqual([]);
    expect(without.filter((state) => state.can({ type: 'DRIVE_RECEIPTS' }))).toEqual([]);
  });

  it('an id that was never told chooses nothing', () => {
    expect(states.filter((state) => state.can({ type: 'DRIVE_CHOOSE', drive: 'd9' }))).toEqual([]);
  });
});
