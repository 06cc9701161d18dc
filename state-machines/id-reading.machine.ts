import { assign, setup, type SnapshotFrom } from 'xstate';
import type { FieldErrorCode, ReaderTrouble } from '../domain/codes.ts';
import type { HkidDocument } from '../domain/identity/document.ts';
import { PRACTICE_NUMBERS } from '../domain/practice/people.ts';
import { isPracticeTerminal } from '../domain/practice/practice-terminal.ts';
import { fail, type Failure, type Result } from '../domain/result.ts';
import { canonicalHkid, formatHkid, parseHkid, type Hkid } from '../domain/identity/hkid.ts';
import type { WhoItIs } from '../domain/identity/difference.ts';
import { printedForm } from '../domain/identity/partial-date.ts';
import { checkAnswer } from '../domain/registration/steps.ts';
import { asRecorded } from '../domain/registration/who.ts';
import type { RecordStep } from '../domain/terminal/view.ts';
import { hongKongDate } from '../domain/time.ts';
import type { IdentifiedMember } from '../domain/registration/draft.ts';
import type { ScreenIntent } from '../domain/terminal/intent.ts';
import type { HardwareEvent } from '../domain/terminal/ports.ts';
import { deadline, inTime } from './deadline.ts';
import type { Outside } from './outside.ts';
import { readerAfter, type ReaderFacts, readerUsable, troubleOf } from './reader-facts.ts';

/** What a page may ask for while a member is being identified. */
type IdReadingIntent = Extract<
  ScreenIntent,
  {
    type:
      | 'CONTINUE'
      | 'BACK'
      | 'FIELD_DRAFT'
      | 'ANSWER'
      | 'RETRY'
      | 'NO_HKID'
      | 'TYPE_NUMBER'
      | 'OTHER_DOCUMENT'
      | 'RECORD_DIFFERS';
  }
>;

export type IdReadingEvent =
  | IdReadingIntent
  /** The session passes on what concerns the ID reader; other devices are not heard here. */
  | HardwareEvent
  /** The card lies there and nothing came in time. */
  | { readonly type: 'READ_OVERDUE' };

export type OtherDocument = 'passport' | 'replacement-slip';

export interface IdReadingInput {
  readonly outside: Outside;
  readonly sessionId: string;
  readonly reader: ReaderFacts;
  /** `result` shows again what was read or typed; `typed-number` asks for the number once more. */
  readonly startAt: 'reader' | 'result' | 'typed-number' | 'no-hkid';
  readonly identified: IdentifiedMember | null;
  /** Whether a record that has the member otherwise is a case here. */
  readonly mayDiffer: boolean;
}

export type IdReadingOutput =
  | {
      readonly outcome: 'identified';
      readonly identified: IdentifiedMember;
      /** How a record has them, as the member says; left out: they said nothing of one. */
      readonly recordSays?: WhoItIs;
    }
  | { readonly outcome: 'back' }
  | { readonly outcome: 'other-document'; readonly document: OtherDocument };

interface IdReadingContext {
  readonly outside: Outside;
  readonly sessionId: string;
  readonly startAt: IdReadingInput['startAt'];
  readonly reader: ReaderFacts;
  /** The read that is armed; a document of any other is dropped. */
  readonly readId: string | null;
  readonly identified: IdentifiedMember | null;
  readonly trouble: ReaderTrouble;
  /** Failed reads so far in this visit. */
  readonly attempt: number;
  readonly typed: string;
  readonly typedError: FieldErrorCode | null;
  /** The typed number that passed its check digit and still has to be confirmed. */
  readonly number: Hkid | null;
  readonly mayDiffer: boolean;
  /** What is said of a record so far; null: nothing. */
  readonly said: Readonly<Partial<Record<RecordStep, string>>>;
  readonly saidError: FieldErrorCode | null;
  readonly output: IdReadingOutput;
}

const DEVICE_TROUBLES: readonly ReaderTrouble[] = ['absent', 'faulted', 'middleware-down'];

function awayAfter(context: IdReadingContext, event: IdReadingEvent): boolean {
  return troubleOf(readerAfter(context.reader, event).status) !== null;
}

function documentOf(context: IdReadingContext): HkidDocument | null {
  return context.identified?.means === 'reader' ? context.identified.document : null;
}

/** In practice only the numbers of invented cards: nobody's own gets into it by a slip. */
function readNumber(typed: string, terminalId: string): Result<Hkid, Failure<FieldErrorCode>> {
  const parsed = parseHkid(typed);
  if (!parsed.ok || !isPracticeTerminal(terminalId)) return parsed;
  return PRACTICE_NUMBERS.includes(canonicalHkid(parsed.value)) ? parsed : fail('practice-number');
}

interface AtRecord {
  readonly step: RecordStep;
}

function saidContext({ outside }: IdReadingContext): Parameters<typeof checkAnswer>[2] {
  return { answers: {}, today: hongKongDate(outside.ports.now()) };
}

/** As it was said of the record, else as the card has it: only what differs has to be typed. */
export function recordValue(context: IdReadingContext, step: RecordStep): string {
  const said = context.said[step];
  const document = documentOf(context);
  if (said !== undefined || document === null) return said ?? '';
  const { surname, givenNames } = asRecorded(document.surname, document.givenNames);
  if (step === 'surname') return surname;
  return step === 'given-names' ? givenNames : printedForm(document.dateOfBirth);
}

const idReadingSetup = setup({
  types: {
    context: {} as IdReadingContext,
    events: {} as IdReadingEvent,
    input: {} as IdReadingInput,
    output: {} as IdReadingOutput,
  },
  actors: { deadline },
  guards: {
    showsDocument: ({ context }) => context.startAt === 'result' && documentOf(context) !== null,
    showsTyped: ({ context }) => context.startAt === 'result' && context.number !== null,
    asksDocument: ({ context }) => context.startAt === 'no-hkid',
    asksNumber: ({ context }) => context.startAt === 'typed-number',
    readerAway: ({ context }) => troubleOf(context.reader.status) !== null,
    readerUsable: ({ context }) => readerUsable(context.reader),
    cardLies: ({ context }) => readerUsable(context.reader) && context.reader.cardPresent,
    cardLeftBehind: ({ context }) => readerUsable(context.reader) && context.reader.leftBehind,
    readerGoes: ({ context, event }) => awayAfter(context, event),
    /** Arming a reader that was not there yet may have been lost: it is armed again when it becomes ready. */
    readerComes: ({ context, event }) =>
      !readerUsable(context.reader) && readerUsable(readerAfter(context.reader, event)),
    readerHeals: ({ context, event }) =>
      DEVICE_TROUBLES.includes(context.trouble) && readerUsable(readerAfter(context.reader, event)),
    ourIdentityCard: ({ context, event }) =>
      event.type === 'DOCUMENT_READ' && event.readId === context.readId && event.document.kind === 'hkid',
    ourPassport: ({ context, event }) =>
      event.type === 'DOCUMENT_READ' && event.readId === context.readId && event.document.kind === 'passport',
    ourFailure: ({ context, event }) => event.type === 'READ_FAILED' && event.readId === context.readId,
    mayDiffer: ({ context }) => context.mayDiffer,
    saidIsRight: ({ context, event }, { step }: AtRecord) =>
      event.type === 'ANSWER' && checkAnswer(step, event.value, saidContext(context)).ok,
    numberIsRight: ({ context, event }) =>
      event.type === 'ANSWER' && readNumber(event.value, context.outside.config.terminalId).ok,
  },
  actions: {
    noteReader: assign({ reader: ({ context, event }) => readerAfter(context.reader, event) }),
    newRead: assign({ readId: ({ context }) => context.outside.ports.newId() }),
    arm: ({ context }) => {
      if (context.readId === null) return;
      context.outside.ports.hardware.command({ type: 'ARM_READ', readId: context.readId });
    },
    disarm: ({ context }) => context.outside.ports.hardware.command({ type: 'DISARM_READ' }),
    forgetRead: assign({ readId: null }),
    keepDocument: assign({
      identified: ({ context, event }) =>
        event.type === 'DOCUMENT_READ' && event.document.kind === 'hkid'
          ? { means: 'reader' as const, document: event.document }
          : context.identified,
    }),
    failed: assign(({ context }, { trouble }: { readonly trouble: ReaderTrouble }) => ({
      trouble,
      attempt: context.attempt + 1,
    })),
    failedAsReported: assign(({ context, event }) =>
      event.type === 'READ_FAILED' ? { trouble: event.trouble, attempt: context.attempt + 1 } : {},
    ),
    readerLost: assign(({ context }) => ({ trouble: troubleOf(context.reader.status) ?? context.trouble })),
    auditRead: ({ context, event }) => {
      if (event.type !== 'DOCUMENT_READ') return;
      const { document } = event;
      context.outside.ports.queue.audit({
        event: 'document.read',
        actor: 'system',
        sessionId: context.sessionId,
        detail: {
          kind: document.kind,
          attempt: context.attempt + 1,
          ...(document.kind === 'hkid' ? { authenticity: document.authenticity.result } : {}),
        },
      });
    },
    auditTyped: ({ context }) =>
      context.outside.ports.queue.audit({
        event: 'document.typed',
        actor: 'member',
        sessionId: context.sessionId,
        detail: { attempt: context.attempt },
      }),
    auditFailure: ({ context }) =>
      context.outside.ports.queue.audit({
        event: 'document.read-failed',
        actor: 'system',
        sessionId: context.sessionId,
        detail: { trouble: context.trouble, attempt: context.attempt },
      }),
    keepDraft: assign(({ event }) =>
      event.type === 'FIELD_DRAFT' ? { typed: event.value, typedError: null } : {},
    ),
    keepNumber: assign(({ context, event }) => {
      if (event.type !== 'ANSWER') return {};
      const parsed = readNumber(event.value, context.outside.config.terminalId);
      return parsed.ok
        ? { typed: formatHkid(parsed.value), typedError: null, number: parsed.value }
        : { typed: event.value, typedError: parsed.code };
    }),
    endIdentifiedByReader: assign({
      output: ({ context }) => {
        const document = documentOf(context);
        return document === null
          ? context.output
          : {
              outcome: 'identified' as const,
              identified: context.identified ?? { means: 'reader', document },
            };
      },
    }),
    endIdentifiedByTyping: assign({
      output: ({ context }) => {
        const { number, identified } = context;
        if (number === null) return context.output;
        const same =
          identified?.means === 'typed' && canonicalHkid(identified.number) === canonicalHkid(number);
        return {
          outcome: 'identified' as const,
          identified: same ? identified : { means: 'typed' as const, number },
        };
      },
    }),
    forgetSaid: assign({ said: {}, saidError: null }),
    draftSaid: assign(({ context, event }, { step }: AtRecord) =>
      event.type === 'FIELD_DRAFT' ? { said: { ...context.said, [step]: event.value }, saidError: null } : {},
    ),
    keepSaid: assign(({ context, event }, { step }: AtRecord) => {
      if (event.type !== 'ANSWER') return {};
      const checked = checkAnswer(step, event.value, saidContext(context));
      return checked.ok
        ? { said: { ...context.said, [step]: checked.value }, saidError: null }
        : { said: { ...context.said, [step]: event.value }, saidError: checked.code };
    }),
    clearSaidError: assign({ saidError: null }),
    endSaid: assign({
      output: ({ context }) => {
        const { output } = context;
        if (output.outcome !== 'identified') return output;
        const recordSays = {
          surname: recordValue(context, 'surname'),
          givenNames: recordValue(context, 'given-names'),
          dateOfBirth: recordValue(context, 'date-of-birth'),
        };
        return { ...output, recordSays };
      },
    }),
    endBack: assign({ output: { outcome: 'back' } as const }),
    endPassport: assign({ output: { outcome: 'other-document', document: 'passport' } as const }),
    endOther: assign(({ event }) =>
      event.type === 'OTHER_DOCUMENT'
        ? { output: { outcome: 'other-document' as const, document: event.document } }
        : {},
    ),
  },
});

/** One thing that a record may have otherwise than the card. */
function recordPage(
  step: RecordStep,
  before: 'result' | 'recordSurname' | 'recordGivenNames',
  next: {
    readonly target: 'recordGivenNames' | 'recordBirth' | 'finished';
    readonly actions?: readonly ('endIdentifiedByReader' | 'endSaid')[];
  },
) {
  const params = { step };
  return idReadingSetup.createStateConfig({
    on: {
      FIELD_DRAFT: { actions: { type: 'draftSaid', params } },
      ANSWER: [
        {
          guard: { type: 'saidIsRight', params },
          target: next.target,
          actions: [{ type: 'keepSaid', params }, ...(next.actions ?? [])],
        },
        { actions: { type: 'keepSaid', params } },
      ],
      BACK: { target: before, actions: 'clearSaidError' },
    },
  });
}

/**
 * Identifies the member: arms the reader, waits for the card, shows what was read; or takes a typed number, shown once
 * in full with its letter to be confirmed. Whatever the reader does, there is a plain way on. It never decides what
 * the identification is worth: that is the session's (domain/assurance.ts).
 */
export const idReadingMachine = idReadingSetup.createMachine({
  id: 'id-reading',
  options: { maxIterations: 50 },
  context: ({ input }) => ({
    outside: input.outside,
    sessionId: input.sessionId,
    startAt: input.startAt,
    reader: input.reader,
    readId: null,
    identified: input.identified,
    trouble: 'absent',
    attempt: 0,
    typed: input.identified?.means === 'typed' ? formatHkid(input.identified.number) : '',
    typedError: null,
    number: input.identified?.means === 'typed' ? input.identified.number : null,
    mayDiffer: input.mayDiffer,
    said: {},
    saidError: null,
    output: { outcome: 'back' },
  }),
  initial: 'opening',
  on: {
    DEVICE_STATE: { actions: 'noteReader' },
    HARDWARE_DOWN: { actions: 'noteReader' },
    CARD_PRESENT: { actions: 'noteReader' },
    CARD_REMOVED: { actions: 'noteReader' },
  },
  states: {
    opening: {
      always: [
        { guard: 'asksDocument', target: 'noHkid' },
        { guard: 'showsDocument', target: 'result' },
        { guard: 'showsTyped', target: 'checking' },
        { guard: 'asksNumber', target: 'typing' },
        { target: 'approaching' },
      ],
    },
    approaching: {
      always: [
        { guard: 'readerAway', target: 'trouble', actions: 'readerLost' },
        { guard: 'cardLeftBehind', target: 'occupied' },
        { guard: 'cardLies', target: 'armed.reading' },
        { target: 'armed' },
      ],
    },
    armed: {
      initial: 'waiting',
      // A new id for every arming: a document that comes late, for a read given up, finds no one who asked for it.
      entry: ['newRead', 'arm'],
      exit: ['disarm', 'forgetRead'],
      on: {
        DEVICE_STATE: [
          { guard: 'readerGoes', target: 'trouble', actions: ['noteReader', 'readerLost'] },
          { guard: 'readerComes', target: 'approaching', actions: 'noteReader' },
          { actions: 'noteReader' },
        ],
        HARDWARE_DOWN: { target: 'trouble', actions: ['noteReader', 'readerLost'] },
        DOCUMENT_READ: [
          {
            guard: 'ourIdentityCard',
            target: 'result',
            actions: ['keepDocument', 'auditRead'],
          },
          {
            guard: 'ourPassport',
            target: 'finished',
            actions: ['endPassport', 'auditRead'],
          },
        ],
        READ_FAILED: {
          guard: 'ourFailure',
          target: 'trouble',
          actions: ['failedAsReported', 'auditFailure'],
        },
      },
      states: {
        waiting: {
          on: {
            CARD_PRESENT: { target: 'reading', actions: 'noteReader' },
            NO_HKID: { target: '#id-reading.noHkid' },
            TYPE_NUMBER: { target: '#id-reading.typing' },
            BACK: { target: '#id-reading.finished', actions: 'endBack' },
          },
        },
        reading: {
          invoke: {
            id: 'read-timeout',
            src: 'deadline',
            input: ({ context: { outside } }) =>
              inTime(outside, outside.delays.readTimeout, { type: 'READ_OVERDUE' }),
          },
          on: {
            CARD_REMOVED: {
              target: '#id-reading.trouble',
              actions: [
                'noteReader',
                { type: 'failed', params: { trouble: 'removed-while-reading' } },
                'auditFailure',
              ],
            },
            READ_OVERDUE: {
              target: '#id-reading.trouble',
              actions: [{ type: 'failed', params: { trouble: 'timed-out' } }, 'auditFailure'],
            },
          },
        },
      },
    },
    /** Not armed: an armed reader would read the card that the person before left lying. */
    occupied: {
      on: {
        CARD_REMOVED: { target: 'approaching', actions: 'noteReader' },
        CARD_PRESENT: { target: 'approaching', actions: 'noteReader' },
        DEVICE_STATE: [
          { guard: 'readerGoes', target: 'trouble', actions: ['noteReader', 'readerLost'] },
          { actions: 'noteReader' },
        ],
        HARDWARE_DOWN: { target: 'trouble', actions: ['noteReader', 'readerLost'] },
        NO_HKID: { target: 'noHkid' },
        TYPE_NUMBER: { target: 'typing' },
        BACK: { target: 'finished', actions: 'endBack' },
      },
    },
    trouble: {
      on: {
        DEVICE_STATE: [
          { guard: 'readerHeals', target: 'approaching', actions: 'noteReader' },
          { guard: 'readerGoes', actions: ['noteReader', 'readerLost'] },
          { actions: 'noteReader' },
        ],
        HARDWARE_DOWN: { actions: ['noteReader', 'readerLost'] },
        CARD_PRESENT: [
          { guard: 'readerUsable', target: 'approaching', actions: 'noteReader' },
          { actions: 'noteReader' },
        ],
        RETRY: { guard: 'readerUsable', target: 'approaching' },
        NO_HKID: { target: 'noHkid' },
        TYPE_NUMBER: { target: 'typing' },
        BACK: { target: 'finished', actions: 'endBack' },
      },
    },
    result: {
      on: {
        CONTINUE: { target: 'finished', actions: 'endIdentifiedByReader' },
        RECORD_DIFFERS: { guard: 'mayDiffer', target: 'recordSurname', actions: 'forgetSaid' },
        /** "That is not me": the card on the reader, or the next one, is read again. */
        RETRY: { target: 'approaching' },
        // With the card still lying there the page before would be gone before it is seen.
        BACK: [{ guard: 'cardLies', target: 'finished', actions: 'endBack' }, { target: 'approaching' }],
      },
    },
    recordSurname: recordPage('surname', 'result', { target: 'recordGivenNames' }),
    recordGivenNames: recordPage('given-names', 'recordSurname', { target: 'recordBirth' }),
    recordBirth: recordPage('date-of-birth', 'recordGivenNames', {
      target: 'finished',
      actions: ['endIdentifiedByReader', 'endSaid'],
    }),
    noHkid: {
      on: {
        OTHER_DOCUMENT: { target: 'finished', actions: 'endOther' },
        TYPE_NUMBER: { target: 'typing' },
        BACK: { target: 'approaching' },
      },
    },
    typing: {
      on: {
        FIELD_DRAFT: { actions: 'keepDraft' },
        ANSWER: [
          { guard: 'numberIsRight', target: 'checking', actions: 'keepNumber' },
          { actions: 'keepNumber' },
        ],
        BACK: { target: 'approaching' },
      },
    },
    checking: {
      on: {
        CONTINUE: {
          target: 'finished',
          actions: ['endIdentifiedByTyping', 'auditTyped'],
        },
        BACK: { target: 'typing' },
      },
    },
    finished: { type: 'final' },
  },
  output: ({ context }) => context.output,
});

export type IdReadingSnapshot = SnapshotFrom<typeof idReadingMachine>;
