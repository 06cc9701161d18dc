import { describe, expect, it } from 'vitest';
import { PRINT_FAULTS } from '../../../domain/paper/paper.ts';
import { fail, ok } from '../../../domain/result.ts';
import { deadline } from '../../deadline.ts';
import {
  printingMachine,
  type PrintingEvent,
  type PrintingSnapshot,
  sendToPrinter,
} from '../../printing.machine.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = printingMachine.provide({
  actors: { deadline: silent(deadline), sendToPrinter: silent(sendToPrinter) },
});

const done = (output: unknown) => ({
  type: 'xstate.done.actor.send-to-printer',
  output,
  actorId: 'send-to-printer',
});

/** Every answer and error of a printer, as the contract allows them. */
const EVENTS = [
  done(ok(null)),
  ...PRINT_FAULTS.map((fault) => done(fail(fault))),
  { type: 'xstate.error.actor.send-to-printer', error: 'gone', actorId: 'send-to-printer' },
  { type: 'PRINT_OVERDUE' },
  { type: 'PRINT_AGAIN' },
  { type: 'PRINT_CLOSE' },
] as unknown as readonly PrintingEvent[];

const graph = walk(machine, {
  input: {
    outside: outsideOfGraph(),
    sessionId: 's',
    paper: { kind: 'receipt', locale: 'en', terminalId: 'K0127', at: '', blocks: [] },
    output: 'slips',
  },
  events: () => EVENTS,
  distinguish: ({ context }) => context.fault,
});
const states = [...graph.states.values()];
const open = states.filter(({ status }) => status === 'active');
const over = ({ status }: PrintingSnapshot): boolean => status === 'done';

describe('the graph of printing', () => {
  it('is walked whole: every state is reached', () => {
    expect([...graph.all].filter((id) => !graph.visited.has(id))).toEqual([]);
  });

  it('is gone on from at once, without paper, from every page', () => {
    const stuck = open.filter((state) => !leadsTo(machine, state, [{ type: 'PRINT_CLOSE' }], over, 1));
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('prints a second time only when somebody asks for it', () => {
    const again = graph.edges.filter(({ from, to }) => !from.matches('sending') && to.matches('sending'));
    expect(again.length).toBeGreaterThan(0);
    expect(new Set(again.map(({ event }) => event.type))).toEqual(new Set(['PRINT_AGAIN']));
  });

  it('does not wait for ever, and says why it failed', () => {
    const waits = open.filter((state) => state.matches('sending'));
    const failed = (state: PrintingSnapshot): boolean => state.matches('failed');
    expect(waits.filter((state) => !leadsTo(machine, state, [{ type: 'PRINT_OVERDUE' }], failed, 1))).toEqual(
      [],
    );
    expect(open.filter(failed).filter(({ context }) => context.fault === null)).toEqual([]);
  });
});
