import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import { deadline } from '../../deadline.ts';
import { say, type SpeechEvent, speechMachine, type SpeechSnapshot } from '../../speech.machine.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = speechMachine.provide({
  actors: { deadline: silent(deadline), say: silent(say) },
  // There is no terminal above it here.
  actions: { tellListening: () => undefined },
});
const done = (output: unknown) => ({ type: 'xstate.done.actor.say', output, actorId: 'say' });
const passage = { id: 'notice.registration', locale: 'en', text: 'We need your name.' } as const;

/** Every answer of a voice, what somebody at the page can do, and the waits. */
const EVENTS = [
  done(ok(null)),
  done(fail('no-voice')),
  done(fail('no-answer')),
  { type: 'xstate.error.actor.say', error: 'gone', actorId: 'say' },
  { type: 'READ_ALOUD', passage, sessionId: 's' },
  { type: 'STOP_READING' },
  { type: 'PAGE_TURNED' },
  { type: 'LISTENING_DUE' },
  { type: 'SPEECH_OVERDUE' },
] as unknown as readonly SpeechEvent[];

const graph = walk(machine, {
  input: { outside: outsideOfGraph() },
  events: () => EVENTS,
  distinguish: ({ context }) => context.passage === null,
});
const states = [...graph.states.values()];
const quiet = (state: SpeechSnapshot): boolean => state.matches('silent');

describe('the graph of reading aloud', () => {
  it('is walked whole: every state is reached', () => {
    expect([...graph.all].filter((id) => !graph.visited.has(id))).toEqual([]);
  });

  it.each(['STOP_READING', 'PAGE_TURNED', 'SPEECH_OVERDUE'] as const)('%s silences it at once', (type) => {
    const speaking = states.filter((state) => !quiet(state));
    expect(speaking.length).toBeGreaterThan(0);
    expect(speaking.filter((state) => !leadsTo(machine, state, [{ type }], quiet, 1))).toEqual([]);
  });

  it('only somebody who asks makes it speak, and silence remembers neither words nor visit', () => {
    const begun = graph.edges.filter(({ from, to }) => quiet(from) && !quiet(to));
    expect(new Set(begun.map(({ event }) => event.type))).toEqual(new Set(['READ_ALOUD']));
    expect(
      states.filter(quiet).filter(({ context }) => context.passage !== null || context.sessionId !== null),
    ).toEqual([]);
  });
});
