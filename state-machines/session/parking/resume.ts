import { inTime } from '../../deadline.ts';
import { IDS } from '../guards/ids.ts';
import { numberOf } from '../context/number-of.ts';
import { sessionSetup } from '../setup.ts';

/** Page events that the child takes, only while nothing covers the page. */
const toResume = { guard: 'uncovered', actions: 'passToResume' } as const;
const silent = { target: 'resumeTrouble', actions: ['takingUpSilent', 'auditTakingUp'] } as const;

/** The slip: scanned, or its two rows typed. */
export const resumeSlip = sessionSetup.createStateConfig({
  entry: 'leaveSlip',
  invoke: {
    id: 'resume',
    src: 'resume',
    input: {},
    onDone: [
      {
        guard: ({ event }) => event.output.outcome === 'code',
        target: 'identify',
        actions: [
          { type: 'keepSlip', params: ({ event }) => ({ output: event.output }) },
          'identifyByReader',
        ],
      },
      { target: 'language', actions: 'registerInstead' },
    ],
  },
  on: {
    ANSWER: toResume,
    BACK: toResume,
    FIELD_DRAFT: { actions: 'passToResume' },
    SLIP_SCANNED: [
      { guard: 'slipIsRead', target: 'identify', actions: ['bringSlip', 'identifyByReader'] },
      { actions: 'passToResume' },
    ],
  },
});

/** Slip and document are compared, here or at the platform. Only now is anything said about the slip. */
export const takingUp = sessionSetup.createStateConfig({
  invoke: [
    {
      id: 'take-up',
      src: 'takeUp',
      input: ({ context: { outside, visit } }) => {
        const { brought: code } = visit.later;
        const { identified } = visit;
        return {
          outside,
          request:
            code === null || identified === null
              ? null
              : { code, number: numberOf(identified), ...(visit.later.copy ? { copy: true } : {}) },
        };
      },
      onDone: [
        {
          guard: ({ event }) => event.output.ok,
          target: 'takenUp',
          actions: [
            { type: 'noteTakenUp', params: ({ event }) => ({ result: event.output }) },
            'auditTakingUp',
          ],
        },
        {
          target: 'resumeTrouble',
          actions: [
            { type: 'noteTakenUp', params: ({ event }) => ({ result: event.output }) },
            'auditTakingUp',
          ],
        },
      ],
      onError: silent,
    },
    {
      id: 'take-up-overdue',
      src: 'deadline',
      input: ({ context: { outside } }) =>
        inTime(outside, outside.delays.enquiryOverdue, { type: 'TAKE_UP_OVERDUE' }),
    },
  ],
  on: { TAKE_UP_OVERDUE: silent, BACK: { guard: 'uncovered', target: 'resumeSlip' } },
});

/** Exactly where they were; first what has to be said. */
export const takenUp = sessionSetup.createStateConfig({
  always: [
    { guard: 'refused', target: 'instructionRefused' },
    { guard: 'mustAnswerAgain', target: 'resumeChanged' },
    { guard: 'wasAtTheEnd', target: 'attestation' },
    { guard: 'instructing', target: 'instruct' },
    { target: 'task' },
  ],
});

/** Rules have changed since: some answers have to be given again. */
export const resumeChanged = sessionSetup.createStateConfig({
  on: { CONTINUE: { guard: 'uncovered', target: 'takenUp', actions: 'readOnAgain' } },
});

/** Nothing was opened. */
export const resumeTrouble = sessionSetup.createStateConfig({
  on: {
    RETRY: { guard: 'mayTakeUpAgain', target: 'takingUp' },
    // Nobody has to wait: a draft is copied and never changed (docs/adr/0034).
    TAKE_COPY: { guard: 'mayTakeCopy', target: 'takingUp', actions: 'goOnWithCopy' },
    BACK: { guard: 'uncovered', target: 'resumeSlip' },
    DONE: {
      guard: 'uncovered',
      target: `#${IDS.wiping}`,
      actions: { type: 'endAs', params: { how: 'left' } },
    },
  },
});

/** The slip on the screen until it is closed or its time is over (`../idle.ts`). */
export const parked = sessionSetup.createStateConfig({
  id: IDS.parked,
  entry: 'touch',
  on: {
    DONE: {
      guard: 'uncovered',
      target: `#${IDS.wiping}`,
      actions: { type: 'endAs', params: { how: 'parked' } },
    },
  },
});
