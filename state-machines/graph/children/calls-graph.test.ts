import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import { callWatch, endCall, goToCall, tellCall } from '../../calls/actors.ts';
import { answeringMachine, type AnsweringEvent } from '../../calls/answering.machine.ts';
import { callingMachine, type CallingEvent } from '../../calls/calling.machine.ts';
import type { Wanted } from '../../calls/wanted.ts';
import { deadline } from '../../deadline.ts';
import type { Outside } from '../../outside.ts';
import { officer01 } from '../../testing/people.ts';
import { callSeen, fakeStaffCalls } from '../../testing/staff-calls.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

function outsideOf(profile: 'kiosk' | 'station', somewhere = true): Outside {
  const outside = outsideOfGraph();
  return {
    ...outside,
    config: { ...outside.config, profile },
    ports: { ...outside.ports, ...(somewhere ? { staffCalls: fakeStaffCalls() } : {}) },
  };
}
const done = (id: string, output: unknown) => ({ type: `xstate.done.actor.${id}`, output, actorId: id });
const failed = (id: string) => ({ type: `xstate.error.actor.${id}`, error: 'gone', actorId: id });

const calling = callingMachine.provide({
  actors: {
    deadline: silent(deadline),
    tellCall: silent(tellCall),
    endCall: silent(endCall),
  },
  // Its parent is not walked.
  actions: { tellGoing: () => undefined },
});
const wanted: Wanted = { since: 7, locale: 'en', step: 'reader', unanswered: false };
const CALLING = [
  { type: 'WANTED', wanted },
  { type: 'WANTED', wanted: { ...wanted, unanswered: true } },
  { type: 'WANTED', wanted: { ...wanted, since: 8 } },
  { type: 'WANTED', wanted: null },
  ...[done('tell', ok('open')), done('tell', ok('shown')), done('tell', ok('going'))],
  ...[done('tell', fail('offline')), failed('tell'), done('end', undefined), failed('end')],
  { type: 'BEAT_DUE' },
  { type: 'CALL_OVERDUE' },
] as unknown as readonly CallingEvent[];
const ofCalling = (somewhere: boolean) =>
  walk(calling, {
    input: { outside: outsideOf('kiosk', somewhere) },
    events: () => CALLING,
    distinguish: ({ context: { wanted: now, call, standing, givenUp } }) => [
      ...[now, call === null ? null : call.beganAt, standing, givenUp],
    ],
  });

describe('the graph of a call of this terminal', () => {
  const graph = ofCalling(true);
  const states = [...graph.states.values()];

  it('is walked whole; a machine that is nowhere never leaves its state', () => {
    const nowhere = ofCalling(false);
    const both = new Set([...graph.visited, ...nowhere.visited]);
    expect([...graph.all].filter((id) => !both.has(id))).toEqual([]);
    expect([...nowhere.states.values()].filter((one) => !one.matches('off'))).toEqual([]);
  });

  it('is over from everywhere once nobody is wanted, and holds nothing then', () => {
    const over = [
      { type: 'CALL_OVERDUE' },
      { type: 'WANTED', wanted: null },
    ] as const satisfies readonly CallingEvent[];
    const stuck = states.filter(
      (one) => !leadsTo(calling, one, over, (now) => now.matches('quiet') && now.context.call === null, 8),
    );
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('never ends a call while it is being told, and never tells one that is over', () => {
    const leaving = graph.edges.filter(({ from, to }) => from.matches('telling') && to.matches('quiet'));
    expect(leaving.map(({ event }) => event)).toEqual([]);
    const telling = states.filter((one) => one.matches('telling') && one.context.call === null);
    expect(telling).toEqual([]);
  });
});

const answering = answeringMachine.provide({
  actors: {
    deadline: silent(deadline),
    callWatch: silent(callWatch),
    goToCall: silent(goToCall),
  },
});
const CALL_ID = callSeen('K0123').callId;
const ANSWERING = [
  { type: 'WATCHER', staff: officer01 },
  { type: 'WATCHER', staff: null },
  { type: 'CALLS', answer: ok([callSeen('K0123')]) },
  { type: 'CALLS', answer: ok([callSeen('K0123', { going: { counter: '4', here: false } })]) },
  { type: 'CALLS', answer: ok([]) },
  { type: 'CALLS', answer: fail('offline') },
  { type: 'CALL_GOING', callId: CALL_ID },
  { type: 'CALL_GOING', callId: 'call-of-nobody' },
  ...[done('go', ok({ counter: '3', here: true })), done('go', fail('over')), done('go', fail('offline'))],
  ...[failed('go'), { type: 'CALL_OVERDUE' }],
] as unknown as readonly AnsweringEvent[];
const ofAnswering = (outside: Outside) =>
  walk(answering, {
    input: { outside },
    events: () => ANSWERING,
    distinguish: ({ context: { staff, calls, going, untold } }) => [staff?.staffId, calls, going, untold],
  });

describe('the graph of the calls on a window of staff', () => {
  const graph = ofAnswering(outsideOf('station'));
  const states = [...graph.states.values()];

  it('is walked whole; a kiosk and a machine that is nowhere never leave their state', () => {
    const kiosk = ofAnswering(outsideOf('kiosk'));
    const both = new Set([...graph.visited, ...kiosk.visited]);
    expect([...graph.all].filter((id) => !both.has(id))).toEqual([]);
    const elsewhere = [kiosk, ofAnswering(outsideOf('station', false))].flatMap(({ states: all }) => [
      ...all.values(),
    ]);
    expect(elsewhere.filter((one) => !one.matches('off'))).toEqual([]);
  });

  it('shows nothing to nobody, from everywhere', () => {
    const empty = states.filter(
      (one) => one.matches('nobody') && (one.context.calls.length > 0 || one.context.staff !== null),
    );
    expect(empty).toEqual([]);
    const stuck = states.filter(
      (one) =>
        !leadsTo(answering, one, [{ type: 'WATCHER', staff: null }], (now) => now.matches('nobody'), 2),
    );
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('lets somebody go only to a call that stands there and that nobody has taken', () => {
    const went = graph.edges.filter(({ event }) => event.type === 'CALL_GOING');
    const wrong = went.filter(
      ({ from, to }) =>
        to.matches({ watched: 'telling' }) &&
        !from.matches({ watched: 'telling' }) &&
        !from.context.calls.some(({ callId, going }) => callId === CALL_ID && going === null),
    );
    expect(wrong).toEqual([]);
  });
});
