import { assign, fromPromise, setup, type SnapshotFrom } from 'xstate';
import type { EnquiryFault, FieldErrorCode } from '../domain/codes.ts';
import { MOBILE_CODE_DIGITS, type MobileEvidence } from '../domain/identity/proof/mobile-code.ts';
import type { Locale } from '../domain/locale.ts';
import { type Failure, fail, type Result } from '../domain/result.ts';
import type { ScreenIntent } from '../domain/terminal/intent/intent.ts';
import type { AuditEntry } from '../domain/terminal/audit/entry.ts';
import type { QueueEvent } from '../domain/terminal/ports/queue/queue.ts';
import type { MobileCodeStop } from '../domain/terminal/view/screens/proof.ts';
import type { MobileCodeAnswer, MobileCodeSent } from '../domain/wire/mobile-code.ts';
import { deadline, inTime } from './deadline.ts';
import type { Outside } from './outside.ts';

export type MobileCodeEvent =
  | Extract<ScreenIntent, { type: 'ANSWER' | 'BACK' | 'FIELD_DRAFT' | 'RETRY' | 'TYPE_NUMBER' }>
  | Extract<QueueEvent, { type: 'CONNECTION' }>
  /** The platform did not answer. */
  | { readonly type: 'CODE_OVERDUE' }
  /** Another message may be asked for from now on. */
  | { readonly type: 'AGAIN_DUE' }
  /** The code has run out. */
  | { readonly type: 'CODE_DUE' };

export interface MobileCodeInput {
  readonly outside: Outside;
  readonly sessionId: string;
  readonly locale: Locale;
  /** Eight digits; goes sealed to the platform and nowhere else. */
  readonly mobile: string;
}

/** `not-confirmed`: it goes on as without a network, the number is typed once more. */
export type MobileCodeOutput =
  | { readonly outcome: 'back' }
  | { readonly outcome: 'not-confirmed' }
  | { readonly outcome: 'confirmed'; readonly evidence: MobileEvidence };

interface Sent {
  readonly id: string;
  /** On the machine's clock. */
  readonly runsOutAt: number;
  readonly againAt: number;
}

interface MobileCodeContext extends MobileCodeInput {
  readonly online: boolean;
  readonly sent: Sent | null;
  readonly mayAgain: boolean;
  /** A message was asked for once more and is on its way. */
  readonly sentAgain: boolean;
  readonly typed: string;
  readonly attempt: number;
  readonly error: FieldErrorCode | null;
  readonly why: MobileCodeStop;
  readonly output: MobileCodeOutput;
}

type Sending = Result<MobileCodeSent, Failure<EnquiryFault>>;
type Tried = Result<MobileCodeAnswer, Failure<EnquiryFault>>;

export const sendCode = fromPromise<Sending, MobileCodeInput>(
  ({ input: { outside, sessionId: session, mobile, locale } }) =>
    outside.ports.queue.sendMobileCode?.({ session, mobile, locale }) ?? Promise.resolve(fail('unavailable')),
);

export const tryCode = fromPromise<
  Tried,
  { readonly outside: Outside; readonly sessionId: string; readonly id: string; readonly code: string }
>(
  ({ input: { outside, sessionId: session, id, code } }) =>
    outside.ports.queue.tryMobileCode?.({ id, session, code }) ?? Promise.resolve(fail('unavailable')),
);

const SIX_FIGURES = new RegExp(`^\\d{${String(MOBILE_CODE_DIGITS)}}$`);

const mobileCodeSetup = setup({
  types: {
    context: {} as MobileCodeContext,
    events: {} as MobileCodeEvent,
    input: {} as MobileCodeInput,
    output: {} as MobileCodeOutput,
  },
  actors: { deadline, sendCode, tryCode },
  guards: {
    connectionGoes: ({ event }) => event.type === 'CONNECTION' && !event.online,
    isSixFigures: ({ event }) => event.type === 'ANSWER' && SIX_FIGURES.test(event.value),
    maySendAgain: ({ context: { mayAgain, online } }) => mayAgain && online,
  },
  actions: {
    noteConnection: assign(({ event }) => (event.type === 'CONNECTION' ? { online: event.online } : {})),
    keepSent: assign(({ context: { outside, sent, attempt } }, { answer }: { readonly answer: Sending }) => {
      if (!answer.ok) return {};
      const { id, secondsLeft, againAfter } = answer.value;
      const now = outside.clock.now();
      return {
        sent: { id, runsOutAt: now + secondsLeft * 1_000, againAt: now + againAfter * 1_000 },
        sentAgain: sent !== null,
        mayAgain: false,
        typed: '',
        attempt: attempt + 1,
        error: null,
      };
    }),
    keepTyped: assign(({ event }) => (event.type === 'FIELD_DRAFT' ? { typed: event.value } : {})),
    keepAnswer: assign(({ event }) =>
      event.type === 'ANSWER' ? { typed: event.value, error: null, sentAgain: false } : {},
    ),
    refuse: assign((_, { why }: { readonly why: FieldErrorCode }) => ({ error: why })),
    startAnew: assign(({ context: { attempt } }) => ({ typed: '', attempt: attempt + 1 })),
    allowAgain: assign({ mayAgain: true }),
    stop: assign((_, { why }: { readonly why: MobileCodeStop }) => ({ why, typed: '' })),
    end: assign((_, { as }: { readonly as: 'back' | 'not-confirmed' }) => ({ output: { outcome: as } })),
    endConfirmed: assign(({ context: { sessionId } }, { tried }: { readonly tried: Tried }) =>
      tried.ok && tried.value.state === 'confirmed'
        ? { output: { outcome: 'confirmed' as const, evidence: { sessionId, token: tried.value.token } } }
        : {},
    ),
    auditAsked: ({ context }) => write(context, { event: 'mobile-code.asked', actor: 'member' }),
    auditEnded: ({ context }) =>
      write(context, {
        event: 'mobile-code.ended',
        actor: 'member',
        detail: { result: context.output.outcome === 'confirmed' ? 'confirmed' : 'not-confirmed' },
      }),
  },
});

function write(
  { outside, sessionId }: MobileCodeContext,
  entry: Pick<AuditEntry, 'event' | 'actor' | 'detail'>,
): void {
  outside.ports.queue.audit({ ...entry, sessionId });
}

function ends(as: 'back' | 'not-confirmed') {
  return { target: '#mobile-code-finished', actions: { type: 'end', params: { as } } } as const;
}

function stops(why: MobileCodeStop) {
  return { target: '#mobile-code-over', actions: { type: 'stop', params: { why } } } as const;
}

/** Why a code could not be tried; what the platform says of anything else is no answer to this. */
function notTried(tried: Tried): MobileCodeStop {
  return !tried.ok && tried.code === 'offline' ? 'offline' : 'unavailable';
}

const stateOf = (tried: Tried): MobileCodeAnswer['state'] | null => (tried.ok ? tried.value.state : null);

/**
 * Confirming a mobile number: the platform sends a code, the member types it (ADR 0026). Where none can be sent, or none
 * comes, the member goes on at once: the number is then typed twice, and says so.
 */
export const mobileCodeMachine = mobileCodeSetup.createMachine({
  id: 'mobile-code',
  options: { maxIterations: 50 },
  context: ({ input }) => ({
    ...input,
    online: true,
    sent: null,
    mayAgain: false,
    sentAgain: false,
    typed: '',
    attempt: 0,
    error: null,
    why: 'expired',
    output: { outcome: 'back' },
  }),
  initial: 'sending',
  on: { CONNECTION: { actions: 'noteConnection' } },
  states: {
    sending: {
      entry: 'auditAsked',
      invoke: [
        {
          id: 'send-code',
          src: 'sendCode',
          input: ({ context }) => context,
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'open',
              actions: { type: 'keepSent', params: ({ event }) => ({ answer: event.output }) },
            },
            ends('not-confirmed'),
          ],
          onError: ends('not-confirmed'),
        },
        {
          id: 'send-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.mobileCodeOverdue, { type: 'CODE_OVERDUE' }),
        },
      ],
      on: { CODE_OVERDUE: ends('not-confirmed'), BACK: ends('back') },
    },
    open: {
      initial: 'entering',
      invoke: [
        {
          id: 'code-deadline',
          src: 'deadline',
          input: ({ context: { outside, sent } }) => ({
            clock: outside.clock,
            at: sent?.runsOutAt ?? 0,
            due: { type: 'CODE_DUE' },
          }),
        },
        {
          id: 'again-deadline',
          src: 'deadline',
          input: ({ context: { outside, sent } }) => ({
            clock: outside.clock,
            at: sent?.againAt ?? 0,
            due: { type: 'AGAIN_DUE' },
          }),
        },
      ],
      on: {
        CODE_DUE: stops('expired'),
        AGAIN_DUE: { actions: 'allowAgain' },
        CONNECTION: [
          {
            guard: 'connectionGoes',
            ...stops('offline'),
            actions: ['noteConnection', stops('offline').actions],
          },
          { actions: 'noteConnection' },
        ],
        BACK: ends('back'),
        TYPE_NUMBER: ends('not-confirmed'),
      },
      states: {
        entering: {
          on: {
            FIELD_DRAFT: { actions: 'keepTyped' },
            ANSWER: [
              { guard: 'isSixFigures', target: 'checking', actions: 'keepAnswer' },
              { actions: ['keepAnswer', { type: 'refuse', params: { why: 'mobile-code-format' } }] },
            ],
            RETRY: { guard: 'maySendAgain', target: '#mobile-code-again' },
          },
        },
        checking: {
          invoke: [
            {
              id: 'try-code',
              src: 'tryCode',
              input: ({ context: { outside, sessionId, sent, typed } }) => ({
                outside,
                sessionId,
                id: sent?.id ?? '',
                code: typed,
              }),
              onDone: [
                {
                  guard: ({ event }) => stateOf(event.output) === 'confirmed',
                  target: '#mobile-code-finished',
                  actions: { type: 'endConfirmed', params: ({ event }) => ({ tried: event.output }) },
                },
                {
                  guard: ({ event }) => stateOf(event.output) === 'wrong',
                  target: 'entering',
                  actions: ['startAnew', { type: 'refuse', params: { why: 'mobile-code-wrong' } }],
                },
                { guard: ({ event }) => stateOf(event.output) === 'over', ...stops('used-up') },
                {
                  target: '#mobile-code-over',
                  actions: { type: 'stop', params: ({ event }) => ({ why: notTried(event.output) }) },
                },
              ],
              onError: stops('unavailable'),
            },
            {
              id: 'try-overdue',
              src: 'deadline',
              input: ({ context: { outside } }) =>
                inTime(outside, outside.delays.mobileCodeOverdue, { type: 'CODE_OVERDUE' }),
            },
          ],
          on: { CODE_OVERDUE: stops('unavailable') },
        },
      },
    },
    /** The earlier code stays good where no other one could be sent. */
    again: {
      id: 'mobile-code-again',
      invoke: [
        {
          id: 'send-again',
          src: 'sendCode',
          input: ({ context }) => context,
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'open',
              actions: { type: 'keepSent', params: ({ event }) => ({ answer: event.output }) },
            },
            { target: 'open', actions: { type: 'refuse', params: { why: 'mobile-code-too-soon' } } },
          ],
          onError: stops('unavailable'),
        },
        {
          id: 'again-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.mobileCodeOverdue, { type: 'CODE_OVERDUE' }),
        },
      ],
      on: { CODE_OVERDUE: stops('unavailable'), BACK: ends('back'), TYPE_NUMBER: ends('not-confirmed') },
    },
    over: {
      id: 'mobile-code-over',
      invoke: {
        id: 'again-deadline-over',
        src: 'deadline',
        input: ({ context: { outside, sent } }) => ({
          clock: outside.clock,
          at: sent?.againAt ?? 0,
          due: { type: 'AGAIN_DUE' },
        }),
      },
      on: {
        AGAIN_DUE: { actions: 'allowAgain' },
        RETRY: { guard: 'maySendAgain', target: 'again' },
        TYPE_NUMBER: ends('not-confirmed'),
        BACK: ends('back'),
      },
    },
    finished: { id: 'mobile-code-finished', type: 'final', entry: 'auditEnded' },
  },
  output: ({ context }) => context.output,
});

export type MobileCodeSnapshot = SnapshotFrom<typeof mobileCodeMachine>;
