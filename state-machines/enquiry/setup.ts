import { assign, setup } from 'xstate';
import type { EnquiryFault, FieldErrorCode } from '../../domain/codes.ts';
import { isPracticeTerminal } from '../../domain/practice/practice-terminal.ts';
import { formatReference, parseReference } from '../../domain/reference.ts';
import { fail, ok, type Failure, type Result } from '../../domain/result.ts';
import { formatEnquiryCode, parseEnquiryCode } from '../../domain/service/enquiry-code.ts';
import type { ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import type { IdentityClaim, LeftAnswer } from '../../domain/wire/enquiry.ts';
import { deadline } from '../deadline.ts';
import type { Outside } from '../outside.ts';
import { type Answer, enquire, type LeftResult, listLeft } from './actors.ts';
import { type Found, foundWithSlip, isCorrectable, isWithdrawable } from './found.ts';

export type EnquiryEvent =
  | Extract<
      ScreenIntent,
      {
        type:
          'FIELD_DRAFT' | 'BACK' | 'RETRY' | 'WITHDRAW' | 'CORRECT' | 'DONE' | 'ENQUIRE_BY' | 'CHOOSE_LEFT';
      }
    >
  /** Continue on a page that is typed on, and the number of the staff member who holds the session. */
  | { readonly type: 'ANSWER'; readonly value: string; readonly staffId: string | null }
  | Extract<QueueEvent, { type: 'CONNECTION' }>
  /** The platform did not answer. */
  | { readonly type: 'ENQUIRY_OVERDUE' };

interface EnquiryInput {
  readonly outside: Outside;
  readonly sessionId: string;
  readonly online: boolean;
  /** Something is kept on this machine: that can be looked up without a network. */
  readonly keptHere: boolean;
  /** Who stands here, where the slip is lost and the card was read; null: reference and code are asked for. */
  readonly claim: IdentityClaim | null;
  /** Who held the session when the enquiry was opened. */
  readonly staffId: string | null;
  /** What was found before in this visit: shown again. */
  readonly found: Found | null;
  readonly left: LeftAnswer | null;
}

export type EnquiryOutput =
  /** `by-document`: the slip is lost; whoever asks has to be identified first. */
  | { readonly outcome: 'back' | 'finished' | 'by-document' }
  | {
      readonly outcome: 'withdraw' | 'correct';
      readonly found: Found;
      readonly left: LeftAnswer | null;
    };

interface EnquiryContext extends EnquiryInput {
  readonly typedReference: string;
  /** Never shown again once it was answered, never logged. */
  readonly typedCode: string;
  readonly reference: string | null;
  readonly code: string | null;
  readonly error: FieldErrorCode | null;
  readonly fault: EnquiryFault;
  readonly output: EnquiryOutput;
}

/** @param terminalId of this terminal: a slip made in practice is none elsewhere, and the other way round */
function readReference(typed: string, terminalId: string): Result<string, Failure<FieldErrorCode>> {
  const parsed = parseReference(typed);
  if (parsed.ok) {
    const practised = isPracticeTerminal(parsed.value.terminalId);
    if (practised !== isPracticeTerminal(terminalId)) return fail(practised ? 'practice-slip' : 'live-slip');
    return ok(formatReference(parsed.value));
  }
  return typed.trim() === '' ? fail('required') : parsed;
}

function readCode(typed: string): Result<string, Failure<FieldErrorCode>> {
  const code = parseEnquiryCode(typed);
  if (code !== null) return ok(code);
  return fail(typed.trim() === '' ? 'required' : 'enquiry-code-format');
}

/** There may be something wrong with what was typed. */
const NOT_FOUND: readonly EnquiryFault[] = ['not-found', 'not-here'];

const NOTHING_TYPED = { typedReference: '', typedCode: '', reference: null, code: null } as const;

/** The context of an enquiry that has just been opened. */
export function enquiryContext(input: EnquiryInput): EnquiryContext {
  return { ...input, ...NOTHING_TYPED, error: null, fault: 'offline', output: { outcome: 'back' } };
}

/** What the audit entry says of an answer, in codes. */
export const resultOf = (answer: Answer): string => (answer.ok ? answer.value.status : answer.code);

/** The vocabulary of an enquiry; its states are in `enquiry.machine.ts`. */
export const enquirySetup = setup({
  types: {
    context: {} as EnquiryContext,
    events: {} as EnquiryEvent,
    input: {} as EnquiryInput,
    output: {} as EnquiryOutput,
  },
  actors: { deadline, enquire, listLeft },
  guards: {
    wasFound: ({ context }) => context.found !== null,
    wasListed: ({ context }) => context.left !== null,
    leftSeveral: ({ context }) => (context.left?.items.length ?? 0) > 1,
    wasIdentified: ({ context }) => context.claim !== null,
    online: ({ context }) => context.online,
    nothingToLookUp: ({ context }) => !context.online && (!context.keptHere || context.claim !== null),
    connectionGoes: ({ context, event }) => event.type === 'CONNECTION' && !event.online && context.online,
    withSlip: ({ event }) => event.type === 'ENQUIRE_BY' && event.by === 'code',
    withCard: ({ context, event }) =>
      event.type === 'ENQUIRE_BY' && event.by === 'document' && context.online,
    /** What was left elsewhere: nobody types a code to be told afterwards that it is no use. */
    leftElsewhere: ({ context, event }) => {
      const parsed = event.type === 'ANSWER' ? parseReference(event.value) : null;
      const { terminalId } = context.outside.config;
      return !context.online && parsed?.ok === true && parsed.value.terminalId !== terminalId;
    },
    isListed: ({ context, event }) =>
      event.type === 'CHOOSE_LEFT' && context.left?.items.some(({ id }) => id === event.id) === true,
    referenceIsRight: ({ context, event }) =>
      event.type === 'ANSWER' && readReference(event.value, context.outside.config.terminalId).ok,
    codeIsRight: ({ event }) => event.type === 'ANSWER' && readCode(event.value).ok,
    wasTyped: ({ context }) => context.code !== null,
    nothingFound: ({ context }) => NOT_FOUND.includes(context.fault) && context.claim === null,
    mayAskAgain: ({ context }) =>
      context.fault === 'unavailable' || (context.fault === 'offline' && context.online),
    triedTooOften: ({ context }) => context.fault === 'too-many-tries',
    mayBeWithdrawn: ({ context: { found } }) => found !== null && isWithdrawable(found),
    mayBeCorrected: ({ context: { found } }) => found !== null && isCorrectable(found),
  },
  actions: {
    noteConnection: assign(({ event }) => (event.type === 'CONNECTION' ? { online: event.online } : {})),
    draftReference: assign(({ event }) =>
      event.type === 'FIELD_DRAFT' ? { typedReference: event.value, error: null } : {},
    ),
    draftCode: assign(({ event }) =>
      event.type === 'FIELD_DRAFT' ? { typedCode: event.value, error: null } : {},
    ),
    keepReference: assign(({ context, event }) => {
      if (event.type !== 'ANSWER') return {};
      const read = readReference(event.value, context.outside.config.terminalId);
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
    /** With the answer the code has done its work, unless it is needed to withdraw what was found. */
    keepFound: assign(({ context }, { answer }: { readonly answer: Answer }) =>
      answer.ok && context.reference !== null && context.code !== null
        ? { found: foundWithSlip(answer.value, context.reference, context.code), ...NOTHING_TYPED }
        : {},
    ),
    /** A single thing is shown at once: there is nothing to choose. */
    keepLeft: assign((_, { answer }: { readonly answer: LeftResult }) => {
      if (!answer.ok) return {};
      const [only, ...others] = answer.value.items;
      return { left: answer.value, found: others.length === 0 ? (only ?? null) : null };
    }),
    chooseLeft: assign(({ context, event }) => ({
      found:
        (event.type === 'CHOOSE_LEFT' ? context.left?.items.find(({ id }) => id === event.id) : null) ?? null,
    })),
    keepFault: assign((_, { answer }: { readonly answer: Answer | LeftResult }) =>
      answer.ok ? {} : { fault: answer.code },
    ),
    noteOffline: assign({ fault: 'offline' }),
    noteSilence: assign({ fault: 'unavailable' }),
    forgetFound: assign({ found: null, error: null, ...NOTHING_TYPED }),
    /** Nobody is asked about any more; another card is read for another question. */
    forgetLeft: assign({ found: null, left: null, claim: null }),
    forgetError: assign({ error: null }),
    audit: ({ context }, detail: { readonly result: string; readonly count?: number }) => {
      const { outside, sessionId, staffId, claim } = context;
      outside.ports.queue.audit({
        event: 'enquiry.made',
        actor: staffId === null ? 'member' : 'staff',
        sessionId,
        ...(staffId === null ? {} : { staffId }),
        detail: { by: claim === null ? 'code' : 'document', ...detail },
      });
    },
    endBack: assign({ output: { outcome: 'back' } as const }),
    endFinished: assign({ output: { outcome: 'finished' } as const }),
    endByDocument: assign({ output: { outcome: 'by-document' } as const }),
    endWithdraw: assign(({ context: { found, left } }) =>
      found === null ? {} : { output: { outcome: 'withdraw' as const, found, left } },
    ),
    endCorrect: assign(({ context: { found, left } }) =>
      found === null ? {} : { output: { outcome: 'correct' as const, found, left } },
    ),
  },
});
