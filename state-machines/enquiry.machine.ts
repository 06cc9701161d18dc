import { assign, fromPromise, setup, type SnapshotFrom } from 'xstate';
import type { EnquiryFault, FieldErrorCode } from '../domain/codes.ts';
import { KIND_FACTS } from '../domain/kinds/kinds.ts';
import { formatReference, parseReference } from '../domain/reference.ts';
import { fail, ok, type Failure, type Result } from '../domain/result.ts';
import { formatEnquiryCode, parseEnquiryCode } from '../domain/service/enquiry-code.ts';
import type { ScreenIntent } from '../domain/terminal/intent.ts';
import type { QueueEvent } from '../domain/terminal/ports.ts';
import type { EnquiryAnswer } from '../domain/wire/enquiry.ts';
import { deadline, inTime } from './deadline.ts';
import type { Outside } from './outside.ts';

export type EnquiryEvent =
  | Extract<ScreenIntent, { type: 'FIELD_DRAFT' | 'BACK' | 'RETRY' | 'WITHDRAW' | 'CORRECT' | 'DONE' }>
  /** Continue on a page that is typed on, and the number of the staff member who holds the session. */
  | { readonly type: 'ANSWER'; readonly value: string; readonly staffId: string | null }
  | Extract<QueueEvent, { type: 'CONNECTION' }>
  /** The platform did not answer. */
  | { readonly type: 'ENQUIRY_OVERDUE' };

/** What the platform said of something that was left before. */
export interface Found extends EnquiryAnswer {
  readonly reference: string;
}

interface EnquiryInput {
  readonly outside: Outside;
  readonly sessionId: string;
  readonly online: boolean;
  /** What was found before in this visit: shown again. */
  readonly found: Found | null;
}

export type EnquiryOutput =
  | { readonly outcome: 'back' | 'finished' }
  | { readonly outcome: 'withdraw' | 'correct'; readonly found: Found };

interface EnquiryContext {
  readonly outside: Outside;
  readonly sessionId: string;
  readonly online: boolean;
  readonly typedReference: string;
  /** Never shown again once it was answered, never logged. */
  readonly typedCode: string;
  readonly reference: string | null;
  readonly code: string | null;
  readonly error: FieldErrorCode | null;
  /** Who held the session when it was asked. */
  readonly staffId: string | null;
  readonly found: Found | null;
  readonly fault: EnquiryFault;
  readonly output: EnquiryOutput;
}

type Answer = Result<EnquiryAnswer, Failure<EnquiryFault>>;

interface EnquireInput {
  readonly outside: Outside;
  readonly reference: string | null;
  readonly code: string | null;
}

export const enquire = fromPromise<Answer, EnquireInput>(({ input: { outside, reference, code } }) =>
  reference === null || code === null
    ? Promise.resolve(fail('not-found'))
    : outside.ports.queue.enquire({ reference, by: 'code', code }),
);

function readReference(typed: string): Result<string, Failure<FieldErrorCode>> {
  const parsed = parseReference(typed);
  if (parsed.ok) return ok(formatReference(parsed.value));
  return typed.trim() === '' ? fail('required') : parsed;
}

function readCode(typed: string): Result<string, Failure<FieldErrorCode>> {
  const code = parseEnquiryCode(typed);
  if (code !== null) return ok(code);
  return fail(typed.trim() === '' ? 'required' : 'enquiry-code-format');
}

/**
 * The platform compares who withdraws with who left it, at its assurance: nobody was identified for the one kind, and for
 * another a terminal cannot identify well enough. A platform that does not say the kind judges when it comes.
 */
function isWithdrawable({ kind = null }: Found): boolean {
  if (kind === null) return true;
  const { assurance } = KIND_FACTS[kind];
  return kind !== 'cancellation' && assurance > 0 && assurance <= KIND_FACTS.cancellation.assurance;
}

/** An instruction is given anew: only the pages of a registration can be filled with what was left. */
function isCorrectable({ kind = null }: Found): boolean {
  return kind === null || kind === 'member-registration';
}

const NOTHING_TYPED = { typedReference: '', typedCode: '', reference: null, code: null } as const;

const enquirySetup = setup({
  types: {
    context: {} as EnquiryContext,
    events: {} as EnquiryEvent,
    input: {} as EnquiryInput,
    output: {} as EnquiryOutput,
  },
  actors: { deadline, enquire },
  guards: {
    wasFound: ({ context }) => context.found !== null,
    online: ({ context }) => context.online,
    offline: ({ context }) => !context.online,
    connectionGoes: ({ event }) => event.type === 'CONNECTION' && !event.online,
    referenceIsRight: ({ event }) => event.type === 'ANSWER' && readReference(event.value).ok,
    codeIsRight: ({ event }) => event.type === 'ANSWER' && readCode(event.value).ok,
    wasTyped: ({ context }) => context.code !== null,
    nothingFound: ({ context }) => context.fault === 'not-found',
    mayAskAgain: ({ context }) =>
      context.fault === 'unavailable' || (context.fault === 'offline' && context.online),
    triedTooOften: ({ context }) => context.fault === 'too-many-tries',
    mayBeWithdrawn: ({ context: { found } }) => found?.status === 'received' && isWithdrawable(found),
    mayBeCorrected: ({ context: { found } }) => found?.status === 'needs-correction' && isCorrectable(found),
  },
  actions: {
    noteConnection: assign(({ event }) => (event.type === 'CONNECTION' ? { online: event.online } : {})),
    draftReference: assign(({ event }) =>
      event.type === 'FIELD_DRAFT' ? { typedReference: event.value, error: null } : {},
    ),
    draftCode: assign(({ event }) =>
      event.type === 'FIELD_DRAFT' ? { typedCode: event.value, error: null } : {},
    ),
    keepReference: assign(({ event }) => {
      if (event.type !== 'ANSWER') return {};
      const read = readReference(event.value);
      return read.ok
        ? { typedReference: read.value, reference: read.value, error: null }
        : { typedReference: event.value, error: read.code };
    }),
    keepCode: assign(({ event }) => {
      if (event.type !== 'ANSWER') return {};
      const read = readCode(event.value);
      return read.ok
        ? {
            typedCode: formatEnquiryCode(read.value),
            code: read.value,
            staffId: event.staffId,
            error: null,
          }
        : { typedCode: event.value, error: read.code };
    }),
    /** With the answer the code has done its work. */
    keepFound: assign(({ context }, { answer }: { readonly answer: Answer }) =>
      answer.ok && context.reference !== null
        ? { found: { ...answer.value, reference: context.reference }, ...NOTHING_TYPED }
        : {},
    ),
    keepFault: assign((_, { answer }: { readonly answer: Answer }) =>
      answer.ok ? {} : { fault: answer.code },
    ),
    noteOffline: assign({ fault: 'offline' }),
    noteSilence: assign({ fault: 'unavailable' }),
    forgetFound: assign({ found: null, error: null, ...NOTHING_TYPED }),
    forgetError: assign({ error: null }),
    audit: ({ context }, { result }: { readonly result: string }) => {
      const { outside, sessionId, staffId } = context;
      outside.ports.queue.audit({
        event: 'enquiry.made',
        actor: staffId === null ? 'member' : 'staff',
        sessionId,
        ...(staffId === null ? {} : { staffId }),
        detail: { by: 'code', result },
      });
    },
    endBack: assign({ output: { outcome: 'back' } as const }),
    endFinished: assign({ output: { outcome: 'finished' } as const }),
    endWithdraw: assign(({ context: { found } }) =>
      found === null ? {} : { output: { outcome: 'withdraw' as const, found } },
    ),
    endCorrect: assign(({ context: { found } }) =>
      found === null ? {} : { output: { outcome: 'correct' as const, found } },
    ),
  },
});

const resultOf = (answer: Answer): string => (answer.ok ? answer.value.status : answer.code);

/**
 * What became of something that was left before: reference and enquiry code, then status words only. It asks nothing
 * about the person and shows nothing of them; withdrawing and correcting belong to the session, which identifies first.
 */
export const enquiryMachine = enquirySetup.createMachine({
  id: 'enquiry',
  options: { maxIterations: 50 },
  context: ({ input }) => ({
    ...input,
    ...NOTHING_TYPED,
    error: null,
    staffId: null,
    fault: 'offline',
    output: { outcome: 'back' },
  }),
  initial: 'opening',
  on: { CONNECTION: { actions: 'noteConnection' } },
  states: {
    opening: {
      always: [
        { guard: 'wasFound', target: 'result' },
        // Nobody types twenty characters to be told afterwards that it is no use.
        { guard: 'offline', target: 'trouble', actions: 'noteOffline' },
        { target: 'reference' },
      ],
    },
    reference: {
      on: {
        FIELD_DRAFT: { actions: 'draftReference' },
        ANSWER: [
          { guard: 'referenceIsRight', target: 'code', actions: 'keepReference' },
          { actions: 'keepReference' },
        ],
        BACK: { target: 'finished', actions: 'endBack' },
      },
    },
    code: {
      on: {
        FIELD_DRAFT: { actions: 'draftCode' },
        ANSWER: [{ guard: 'codeIsRight', target: 'asking', actions: 'keepCode' }, { actions: 'keepCode' }],
        BACK: { target: 'reference', actions: 'forgetError' },
      },
    },
    asking: {
      invoke: [
        {
          id: 'enquire',
          src: 'enquire',
          input: ({ context: { outside, reference, code } }) => ({ outside, reference, code }),
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'result',
              actions: [
                { type: 'keepFound', params: ({ event }) => ({ answer: event.output }) },
                { type: 'audit', params: ({ event }) => ({ result: resultOf(event.output) }) },
              ],
            },
            {
              target: 'trouble',
              actions: [
                { type: 'keepFault', params: ({ event }) => ({ answer: event.output }) },
                { type: 'audit', params: ({ event }) => ({ result: resultOf(event.output) }) },
              ],
            },
          ],
          onError: {
            target: 'trouble',
            actions: ['noteSilence', { type: 'audit', params: { result: 'unavailable' } }],
          },
        },
        {
          id: 'enquiry-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.enquiryOverdue, { type: 'ENQUIRY_OVERDUE' }),
        },
      ],
      on: {
        ENQUIRY_OVERDUE: {
          target: 'trouble',
          actions: ['noteSilence', { type: 'audit', params: { result: 'unavailable' } }],
        },
        CONNECTION: [
          {
            guard: 'connectionGoes',
            target: 'trouble',
            actions: ['noteConnection', 'noteOffline', { type: 'audit', params: { result: 'offline' } }],
          },
          { actions: 'noteConnection' },
        ],
        BACK: { target: 'code', actions: { type: 'audit', params: { result: 'given-up' } } },
      },
    },
    result: {
      on: {
        WITHDRAW: { guard: 'mayBeWithdrawn', target: 'finished', actions: 'endWithdraw' },
        CORRECT: { guard: 'mayBeCorrected', target: 'finished', actions: 'endCorrect' },
        DONE: { target: 'finished', actions: 'endFinished' },
        BACK: { target: 'reference', actions: 'forgetFound' },
      },
    },
    trouble: {
      on: {
        RETRY: [
          { guard: 'nothingFound', target: 'reference' },
          { guard: 'mayAskAgain', target: 'askingAgain' },
        ],
        BACK: [
          { guard: 'triedTooOften', target: 'finished', actions: 'endBack' },
          { guard: 'wasTyped', target: 'code' },
          { target: 'finished', actions: 'endBack' },
        ],
        DONE: { target: 'finished', actions: 'endFinished' },
      },
    },
    askingAgain: { always: [{ guard: 'wasTyped', target: 'asking' }, { target: 'reference' }] },
    finished: { type: 'final' },
  },
  output: ({ context }) => context.output,
});

export type EnquirySnapshot = SnapshotFrom<typeof enquiryMachine>;
