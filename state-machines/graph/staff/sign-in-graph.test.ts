import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import { deadline } from '../../deadline.ts';
import { signInOverlay } from '../../present/sign-in-overlay.ts';
import { changePin, verify } from '../../session/actors.ts';
import { type SignInEvent, signInMachine, type SignInSnapshot } from '../../sign-in/sign-in.machine.ts';
import { officer01, starter01 } from '../../testing/people.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const outside = outsideOfGraph();
const done = (id: string, output: unknown) => ({ type: `xstate.done.actor.${id}`, output, actorId: id });
const failed = (id: string) => ({ type: `xstate.error.actor.${id}`, error: 'gone', actorId: id });

describe('the graph of a sign-in for the shift', () => {
  const signIn = signInMachine.provide({
    actors: { deadline: silent(deadline), verify: silent(verify), changePin: silent(changePin) },
  });
  const events = [
    ...[officer01, starter01].map((staff) => done('verify', ok(staff))),
    ...[done('verify', fail('wrong-pin')), failed('verify')],
    ...[done('change-pin', ok(null)), done('change-pin', fail('pin-easy')), failed('change-pin')],
    { type: 'STAFF_PIN', pin: '741593' },
    { type: 'STAFF_CANCEL' },
    { type: 'NEW_PIN', pin: '741593', again: '741593' },
    { type: 'NEW_PIN', pin: '741593', again: '1' },
    { type: 'PIN_DUE' },
    { type: 'VERIFY_OVERDUE' },
  ] as unknown as readonly SignInEvent[];
  const walked = walk(signIn, {
    input: { outside, badge: 'badge' },
    events: () => events,
    distinguish: ({ context: { refusal, pinRefusal, staff, badge } }) => [
      refusal?.code,
      pinRefusal,
      staff?.staffId,
      staff?.mustChangePin,
      badge,
    ],
  });

  it('is walked whole, with a page for every state and a way out of each', () => {
    expect([...walked.all].filter((id) => !walked.visited.has(id))).toEqual([]);
    const open = [...walked.states.values()].filter(({ status }) => status === 'active');
    const pageless = open.filter((one) => signInOverlay(one) === null);
    expect(pageless.map(({ value }) => value)).toEqual([]);
    const over = ({ status }: SignInSnapshot): boolean => status === 'done';
    const order = [{ type: 'VERIFY_OVERDUE' }, { type: 'STAFF_CANCEL' }] as const;
    expect(open.filter((one) => !leadsTo(signIn, one, order, over, 4)).map(({ value }) => value)).toEqual([]);
  });

  it('lets nobody in with a start PIN, and forgets the badge', () => {
    const over = [...walked.states.values()].filter(({ status }) => status === 'done');
    expect(over.some(({ output }) => output?.staff?.staffId === officer01.staffId)).toBe(true);
    expect(over.filter(({ output }) => output?.staff?.mustChangePin === true)).toEqual([]);
    expect(over.filter(({ context }) => context.badge !== '')).toEqual([]);
  });
});
