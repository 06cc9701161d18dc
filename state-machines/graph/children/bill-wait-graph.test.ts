import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import { ENQUIRY_STATUSES } from '../../../domain/wire/enquiry.ts';
import {
  askBill,
  billWaitMachine,
  type BillWaitEvent,
  type BillWaitSnapshot,
} from '../../bill-wait.machine.ts';
import { deadline } from '../../deadline.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = billWaitMachine.provide({ actors: { deadline: silent(deadline), askBill: silent(askBill) } });

const done = (output: unknown) => ({ type: 'xstate.done.actor.ask-bill', output, actorId: 'ask-bill' });
const found = {
  id: '0190d5a8-0000-7000-8000-00000000f0f0',
  code: null,
  receivedAt: '2026-11-22T04:00:00.000Z',
};
const bill = { number: 'S-00000012-5', sample: true };

/** Every answer and error of the question, as its contract allows them. */
const EVENTS = [
  ...ENQUIRY_STATUSES.map((status) => done(ok({ ...found, status }))),
  done(ok({ ...found, status: 'accepted', bill })),
  done(fail('not-found')),
  done(fail('offline')),
  { type: 'xstate.error.actor.ask-bill', error: 'gone', actorId: 'ask-bill' },
  { type: 'ASK_BILL' },
  { type: 'BILL_WAIT_OVER' },
] as unknown as readonly BillWaitEvent[];

function graphFor(left: { reference: string; code: string } | null) {
  return walk(machine, {
    input: { outside: outsideOfGraph(), left },
    events: () => EVENTS,
    distinguish: ({ context }) => context.answer,
  });
}
const graph = graphFor({ reference: 'K0127-A0042-N', code: 'K7M29XQA' });
const states = [...graph.states.values()];
const over = ({ status }: BillWaitSnapshot): boolean => status === 'done';

describe('the graph of the wait for a bill', () => {
  it('is walked whole: every state is reached', () => {
    expect([...graph.all].filter((id) => !graph.visited.has(id))).toEqual([]);
  });

  it('ends from everywhere when its time is over', () => {
    const stuck = states.filter(
      (state) => !over(state) && !leadsTo(machine, state, [{ type: 'BILL_WAIT_OVER' }], over, 1),
    );
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('ends with a bill, with an end without one, or with nothing', () => {
    const outputs = states.filter(over).map(({ context: { answer } }) => answer);
    expect(outputs).toContain(null);
    expect(
      outputs.filter(
        (answer) => answer?.status === 'received' || (answer?.status === 'accepted' && !answer.bill),
      ),
    ).toEqual([]);
  });

  it('does not begin where nothing is waited for', () => {
    expect([...graphFor(null).states.values()].every(over)).toBe(true);
  });
});
