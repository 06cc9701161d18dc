import { assign, fromCallback, fromPromise, setup, type SnapshotFrom } from 'xstate';
import type { EnquiryFault } from '../domain/codes.ts';
import type { IamSmartEvidence } from '../domain/identity/proof/iam-smart.ts';
import { type Failure, fail, type Result } from '../domain/result.ts';
import type { ScreenIntent } from '../domain/terminal/intent/intent.ts';
import type { AuditEntry } from '../domain/terminal/audit/entry.ts';
import type { QueueEvent } from '../domain/terminal/ports/queue/queue.ts';
import type { SignInOfVisit } from '../domain/terminal/ports/queue/proof.ts';
import type { SignInStop } from '../domain/terminal/view/screens/proof.ts';
import type { IdentityClaim } from '../domain/wire/enquiry.ts';
import type { SignInBegun, SignInState } from '../domain/wire/iam-smart.ts';
import { deadline, inTime } from './deadline.ts';
import { instantAfter, type Outside } from './outside.ts';

export type IamSmartEvent =
  | Extract<ScreenIntent, { type: 'BACK' | 'RETRY' }>
  | Extract<QueueEvent, { type: 'CONNECTION' }>
  /** The platform did not answer. */
  | { readonly type: 'SIGN_IN_OVERDUE' }
  /** Time to ask how it stands. */
  | { readonly type: 'ASK_DUE' }
  /** The code has run out. */
  | { readonly type: 'CODE_DUE' };

interface IamSmartInput {
  readonly outside: Outside;
  readonly sessionId: string;
  readonly online: boolean;
  /** Whose document was read; goes sealed to the platform and nowhere else. */
  readonly claim: IdentityClaim | null;
}

export type IamSmartOutput =
  { readonly outcome: 'back' } | { readonly outcome: 'signed-in'; readonly evidence: IamSmartEvidence };

/** The code on the screen. */
interface Code {
  readonly id: string;
  readonly content: string;
  /** When it runs out: on the machine's clock, and as an instant for display. */
  readonly runsOutAt: number;
  readonly runsOut: string;
}

interface IamSmartContext extends IamSmartInput {
  readonly code: Code | null;
  readonly scanned: boolean;
  readonly stopped: SignInStop;
  readonly output: IamSmartOutput;
}

type Begun = Result<SignInBegun, Failure<EnquiryFault>>;
type Told = Result<SignInState, Failure<EnquiryFault>>;

export const beginSignIn = fromPromise<Begun, IamSmartInput>(({ input: { outside, sessionId, claim } }) =>
  claim === null
    ? Promise.resolve(fail('unavailable'))
    : outside.ports.queue.beginSignIn({ session: sessionId, ...claim }),
);

interface AboutSignIn {
  readonly outside: Outside;
  readonly signIn: SignInOfVisit;
}

export const askSignIn = fromPromise<Told, AboutSignIn>(({ input: { outside, signIn } }) =>
  outside.ports.queue.signInState(signIn),
);

/**
 * A code is on the screen. However the page is left, the platform is told that nobody wants its answer any more: an
 * actor that is stopped is cleaned up after, while the exit actions of a machine that is stopped are not run.
 */
export const codeShown = fromCallback<IamSmartEvent, AboutSignIn>(
  ({ input: { outside, signIn } }) =>
    () =>
      outside.ports.queue.endSignIn(signIn),
);

const signInOf = ({ sessionId, code }: IamSmartContext): SignInOfVisit => ({
  id: code?.id ?? '',
  session: sessionId,
});

/** What the platform says of a sign-in that is over without an approval; one it does not know any more has run out. */
function stopOf(told: Told): SignInStop | null {
  if (!told.ok) return told.code === 'offline' ? 'offline' : null;
  switch (told.value.state) {
    case 'refused':
    case 'different-person':
      return told.value.state;
    case 'expired':
    case 'unknown':
      return 'expired';
    default:
      return null;
  }
}

/** Why there is no code; what the platform could only say of a submission is no answer to this. */
function notBegun(begun: Begun): SignInStop {
  if (begun.ok) return 'unavailable';
  switch (begun.code) {
    case 'not-found':
    case 'not-here':
    case 'nothing-left':
    case 'not-correctable':
      return 'unavailable';
    default:
      return begun.code;
  }
}

const iamSmartSetup = setup({
  types: {
    context: {} as IamSmartContext,
    events: {} as IamSmartEvent,
    input: {} as IamSmartInput,
    output: {} as IamSmartOutput,
  },
  actors: { askSignIn, beginSignIn, codeShown, deadline },
  guards: {
    offline: ({ context }) => !context.online,
    connectionGoes: ({ event }) => event.type === 'CONNECTION' && !event.online,
    mayTryAgain: ({ context: { online, stopped } }) =>
      online && stopped !== 'too-many-tries' && stopped !== 'assurance-too-low',
  },
  actions: {
    noteConnection: assign(({ event }) => (event.type === 'CONNECTION' ? { online: event.online } : {})),
    keepCode: assign(({ context: { outside } }, { begun }: { readonly begun: Begun }) => {
      if (!begun.ok) return {};
      const { id, code: content, secondsLeft } = begun.value;
      const left = secondsLeft * 1_000;
      const runsOutAt = outside.clock.now() + left;
      return { code: { id, content, runsOutAt, runsOut: instantAfter(outside, left) }, scanned: false };
    }),
    forgetCode: assign({ code: null, scanned: false }),
    noteTold: assign(({ context }, { told }: { readonly told: Told }) => ({
      scanned: context.scanned || (told.ok && told.value.state === 'scanned'),
    })),
    stop: assign((_, { why }: { readonly why: SignInStop }) => ({ stopped: why })),
    endSignedIn: assign(({ context: { sessionId } }, { told }: { readonly told: Told }) => {
      const token = told.ok ? told.value.token : null;
      return token === null
        ? {}
        : { output: { outcome: 'signed-in' as const, evidence: { sessionId, token } } };
    }),
    auditBegun: ({ context }) => write(context, { event: 'iam-smart.begun', actor: 'member' }),
    auditEnded: ({ context }, { result }: { readonly result: string }) =>
      write(context, { event: 'iam-smart.ended', actor: 'member', detail: { result } }),
  },
});

function write(
  { outside, sessionId }: IamSmartContext,
  entry: Pick<AuditEntry, 'event' | 'actor' | 'detail'>,
): void {
  outside.ports.queue.audit({ ...entry, sessionId });
}

/** It has stopped for this reason, which the page says. */
function stops(why: SignInStop) {
  return {
    target: '#sign-in-stopped',
    actions: [
      { type: 'stop', params: { why } },
      { type: 'auditEnded', params: { result: why } },
    ],
  } as const;
}

const connection = {
  CONNECTION: [
    {
      guard: 'connectionGoes',
      ...stops('offline'),
      actions: ['noteConnection', ...stops('offline').actions],
    },
    { actions: 'noteConnection' },
  ],
} as const;

const givenUp = {
  target: '#sign-in-finished',
  actions: { type: 'auditEnded', params: { result: 'given-up' } },
} as const;

/**
 * Signing in with iAM Smart: a code, the member's phone, and the platform's word about it, asked for every two seconds
 * (DESIGN.md, *Assurance*; ADR 0015). Whatever comes after the page was left is heard by nobody.
 */
export const iamSmartMachine = iamSmartSetup.createMachine({
  id: 'iam-smart',
  options: { maxIterations: 50 },
  context: ({ input }) => ({
    ...input,
    code: null,
    scanned: false,
    stopped: 'offline',
    output: { outcome: 'back' },
  }),
  initial: 'opening',
  on: { CONNECTION: { actions: 'noteConnection' } },
  states: {
    opening: {
      entry: 'auditBegun',
      always: [{ guard: 'offline', ...stops('offline') }, { target: 'beginning' }],
    },
    beginning: {
      invoke: [
        {
          id: 'begin-sign-in',
          src: 'beginSignIn',
          input: ({ context }) => context,
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'showing',
              actions: { type: 'keepCode', params: ({ event }) => ({ begun: event.output }) },
            },
            {
              target: 'stopped',
              actions: [
                { type: 'stop', params: ({ event }) => ({ why: notBegun(event.output) }) },
                {
                  type: 'auditEnded',
                  params: ({ event }) => ({ result: notBegun(event.output) }),
                },
              ],
            },
          ],
          onError: stops('unavailable'),
        },
        {
          id: 'begin-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.enquiryOverdue, { type: 'SIGN_IN_OVERDUE' }),
        },
      ],
      on: { SIGN_IN_OVERDUE: stops('unavailable'), ...connection, BACK: givenUp },
    },
    showing: {
      initial: 'pausing',
      exit: 'forgetCode',
      invoke: [
        {
          id: 'code-shown',
          src: 'codeShown',
          input: ({ context }) => ({ outside: context.outside, signIn: signInOf(context) }),
        },
        {
          id: 'code-deadline',
          src: 'deadline',
          input: ({ context: { outside, code } }) => ({
            clock: outside.clock,
            at: code?.runsOutAt ?? 0,
            due: { type: 'CODE_DUE' },
          }),
        },
      ],
      on: { CODE_DUE: stops('expired'), ...connection, BACK: givenUp },
      states: {
        pausing: {
          invoke: {
            id: 'ask-due',
            src: 'deadline',
            input: ({ context: { outside } }) =>
              inTime(outside, outside.delays.iamSmartAsk, { type: 'ASK_DUE' }),
          },
          on: { ASK_DUE: { target: 'asking' } },
        },
        asking: {
          invoke: [
            {
              id: 'ask-sign-in',
              src: 'askSignIn',
              input: ({ context }) => ({ outside: context.outside, signIn: signInOf(context) }),
              onDone: [
                {
                  guard: ({ event }) => event.output.ok && event.output.value.token !== null,
                  target: '#sign-in-finished',
                  actions: [
                    { type: 'endSignedIn', params: ({ event }) => ({ told: event.output }) },
                    { type: 'auditEnded', params: { result: 'approved' } },
                  ],
                },
                {
                  guard: ({ event }) => stopOf(event.output) !== null,
                  target: '#sign-in-stopped',
                  actions: [
                    { type: 'stop', params: ({ event }) => ({ why: stopOf(event.output) ?? 'expired' }) },
                    {
                      type: 'auditEnded',
                      params: ({ event }) => ({ result: stopOf(event.output) ?? 'expired' }),
                    },
                  ],
                },
                {
                  target: 'pausing',
                  actions: { type: 'noteTold', params: ({ event }) => ({ told: event.output }) },
                },
              ],
              // The code is good for two minutes: what did not come this time may come the next.
              onError: { target: 'pausing' },
            },
            {
              id: 'ask-overdue',
              src: 'deadline',
              input: ({ context: { outside } }) =>
                inTime(outside, outside.delays.enquiryOverdue, { type: 'SIGN_IN_OVERDUE' }),
            },
          ],
          on: { SIGN_IN_OVERDUE: { target: 'pausing' } },
        },
      },
    },
    stopped: {
      id: 'sign-in-stopped',
      on: {
        RETRY: { guard: 'mayTryAgain', target: 'opening' },
        BACK: { target: 'finished' },
      },
    },
    finished: { id: 'sign-in-finished', type: 'final' },
  },
  output: ({ context }) => context.output,
});

export type IamSmartSnapshot = SnapshotFrom<typeof iamSmartMachine>;
