import { type SnapshotFrom } from 'xstate';
import { formatHkid } from '../../domain/identity/document/hkid.ts';
import type { RecordStep } from '../../domain/terminal/view/screens/answers.ts';
import { inTime } from '../deadline.ts';
import { idReadingSetup } from './setup.ts';

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
