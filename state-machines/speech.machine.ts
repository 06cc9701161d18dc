import { assign, fromPromise, sendParent, setup, type SnapshotFrom } from 'xstate';
import { type Failure, fail, type Result } from '../domain/result.ts';
import type { Passage } from '../domain/terminal/ports/speech.ts';
import type { SpeechFault } from '../domain/terminal/ports/speech.ts';
import { deadline, inTime } from './deadline.ts';
import type { Outside } from './outside.ts';

export type SpeechEvent =
  /** The page on top, asked for by who stands before it. */
  | { readonly type: 'READ_ALOUD'; readonly passage: Passage; readonly sessionId: string | null }
  | { readonly type: 'STOP_READING' }
  /** What is being read is not on the screen any more, or the visit is over. */
  | { readonly type: 'PAGE_TURNED' }
  /** Waits of `delays.ts`. */
  | { readonly type: 'LISTENING_DUE' }
  | { readonly type: 'SPEECH_OVERDUE' };

interface SpeechInput {
  readonly outside: Outside;
}

interface SpeechContext extends SpeechInput {
  /** Words of the catalogues only; of whom it is read to, nothing but the visit. */
  readonly passage: Passage | null;
  readonly sessionId: string | null;
}

interface Said extends SpeechInput {
  readonly passage: Passage | null;
}

/** Speaks until it is through; leaving the state silences it. */
export const say = fromPromise<Result<null, Failure<SpeechFault>>, Said>(
  ({ input: { outside, passage }, signal }) =>
    passage === null || outside.ports.speech === undefined
      ? Promise.resolve(fail('no-voice'))
      : outside.ports.speech.say(passage, signal),
);

const speechSetup = setup({
  types: { context: {} as SpeechContext, events: {} as SpeechEvent, input: {} as SpeechInput },
  actors: { deadline, say },
  actions: {
    keep: assign(({ event }) =>
      event.type === 'READ_ALOUD' ? { passage: event.passage, sessionId: event.sessionId } : {},
    ),
    forget: assign({ passage: null, sessionId: null }),
    tellListening: sendParent({ type: 'LISTENING' }),
  },
});

type At = { readonly context: SpeechContext };

/** A page is read aloud until it is through, somebody stops it, or the page or the visit is another one. */
export const speechMachine = speechSetup.createMachine({
  id: 'speech',
  options: { maxIterations: 20 },
  context: ({ input }) => ({ ...input, passage: null, sessionId: null }),
  initial: 'silent',
  states: {
    silent: { entry: 'forget', on: { READ_ALOUD: { target: 'speaking', actions: 'keep' } } },
    speaking: {
      invoke: [
        {
          id: 'say',
          src: 'say',
          input: ({ context: { outside, passage } }) => ({ outside, passage }),
          onDone: 'silent',
          onError: 'silent',
        },
        {
          id: 'speech-overdue',
          src: 'deadline',
          input: ({ context: { outside } }: At) =>
            inTime(outside, outside.delays.speechLongest, { type: 'SPEECH_OVERDUE' }),
        },
      ],
      on: { STOP_READING: 'silent', PAGE_TURNED: 'silent', SPEECH_OVERDUE: 'silent' },
      initial: 'listening',
      states: {
        /** Whoever listens is there, though they touch nothing. */
        listening: {
          invoke: {
            id: 'listening-due',
            src: 'deadline',
            input: ({ context: { outside } }: At) =>
              inTime(outside, outside.delays.listening, { type: 'LISTENING_DUE' }),
          },
          on: { LISTENING_DUE: { target: 'listening', reenter: true, actions: 'tellListening' } },
        },
      },
    },
  },
});

export type SpeechSnapshot = SnapshotFrom<typeof speechMachine>;
