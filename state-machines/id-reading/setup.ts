import { assign, setup } from 'xstate';
import type { FieldErrorCode, ReaderTrouble } from '../../domain/codes.ts';
import type { HkidDocument } from '../../domain/identity/document/document.ts';
import { PRACTICE_NUMBERS } from '../../domain/practice/people.ts';
import { isPracticeTerminal } from '../../domain/practice/practice-terminal.ts';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import { canonicalHkid, formatHkid, parseHkid, type Hkid } from '../../domain/identity/document/hkid.ts';
import { printedForm } from '../../domain/identity/document/partial-date.ts';
import { checkAnswer } from '../../domain/registration/steps.ts';
import { asRecorded } from '../../domain/registration/who.ts';
import type { RecordStep } from '../../domain/terminal/view/screens/answers.ts';
import { hongKongDate } from '../../domain/time.ts';
import { deadline } from '../deadline.ts';
import { readerAfter, readerUsable, troubleOf } from '../reader-facts.ts';
import type { IdReadingEvent, IdReadingInput, IdReadingOutput, IdReadingContext } from './context.ts';

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

export const idReadingSetup = setup({
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
