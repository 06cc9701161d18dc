import type { SnapshotFrom } from 'xstate';
import { inTime } from '../deadline.ts';
import { enquiryContext, enquirySetup, resultOf } from './setup.ts';

const silence = {
  target: 'trouble',
  actions: ['noteSilence', { type: 'audit', params: { result: 'unavailable' } }],
} as const;
const networkGoes = [
  {
    guard: 'connectionGoes',
    target: 'trouble',
    actions: ['noteConnection', 'noteOffline', { type: 'audit', params: { result: 'offline' } }],
  },
  { actions: 'noteConnection' },
] as const;
const givenUp = { type: 'audit', params: { result: 'given-up' } } as const;

/** "I have my slip": reference, then code, then the question. */
const reference = enquirySetup.createStateConfig({
  on: {
    FIELD_DRAFT: { actions: 'draftReference' },
    ANSWER: [
      { guard: 'leftElsewhere', target: 'trouble', actions: ['keepReference', 'noteOffline'] },
      { guard: 'referenceIsRight', target: 'code', actions: 'keepReference' },
      { actions: 'keepReference' },
    ],
    BACK: { target: 'choice', actions: 'forgetFound' },
  },
});

const code = enquirySetup.createStateConfig({
  on: {
    FIELD_DRAFT: { actions: 'draftCode' },
    ANSWER: [{ guard: 'codeIsRight', target: 'asking', actions: 'keepCode' }, { actions: 'keepCode' }],
    BACK: { target: 'reference', actions: 'forgetError' },
  },
});

const asking = enquirySetup.createStateConfig({
  invoke: [
    {
      id: 'enquire',
      src: 'enquire',
      input: ({ context: { outside, reference: left, code: typed } }) => ({
        outside,
        reference: left,
        code: typed,
      }),
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
      onError: silence,
    },
    {
      id: 'enquiry-overdue',
      src: 'deadline',
      input: ({ context: { outside } }) =>
        inTime(outside, outside.delays.enquiryOverdue, { type: 'ENQUIRY_OVERDUE' }),
    },
  ],
  on: {
    ENQUIRY_OVERDUE: silence,
    CONNECTION: networkGoes,
    BACK: { target: 'code', actions: givenUp },
  },
});

/** The slip is lost: what did the holder of this card leave? */
const searching = enquirySetup.createStateConfig({
  invoke: [
    {
      id: 'list-left',
      src: 'listLeft',
      input: ({ context: { outside, claim } }) => ({ outside, claim }),
      onDone: [
        {
          guard: ({ event }) => event.output.ok,
          target: 'listed',
          actions: [
            { type: 'keepLeft', params: ({ event }) => ({ answer: event.output }) },
            {
              type: 'audit',
              params: ({ event }) => ({
                result: 'listed',
                count: event.output.ok ? event.output.value.items.length : 0,
              }),
            },
          ],
        },
        {
          target: 'trouble',
          actions: [
            { type: 'keepFault', params: ({ event }) => ({ answer: event.output }) },
            {
              type: 'audit',
              params: ({ event }) => ({ result: event.output.ok ? 'listed' : event.output.code }),
            },
          ],
        },
      ],
      onError: silence,
    },
    {
      id: 'enquiry-overdue',
      src: 'deadline',
      input: ({ context: { outside } }) =>
        inTime(outside, outside.delays.enquiryOverdue, { type: 'ENQUIRY_OVERDUE' }),
    },
  ],
  on: {
    ENQUIRY_OVERDUE: silence,
    CONNECTION: networkGoes,
    BACK: { target: 'choice', actions: [givenUp, 'forgetLeft'] },
  },
});

/**
 * What became of something that was left before: with reference and enquiry code, or, where the slip is lost, with the
 * document that the session had read; then status words only. Withdrawing and correcting belong to the session as well.
 */
export const enquiryMachine = enquirySetup.createMachine({
  id: 'enquiry',
  options: { maxIterations: 50 },
  context: ({ input }) => enquiryContext(input),
  initial: 'opening',
  on: { CONNECTION: { actions: 'noteConnection' } },
  states: {
    opening: {
      always: [
        { guard: 'wasFound', target: 'result' },
        // Nobody types twenty characters to be told afterwards that it is no use.
        { guard: 'nothingToLookUp', target: 'trouble', actions: 'noteOffline' },
        { guard: 'wasIdentified', target: 'searching' },
        { target: 'choice' },
      ],
    },
    choice: {
      on: {
        ENQUIRE_BY: [
          { guard: 'withSlip', target: 'reference' },
          { guard: 'withCard', target: 'finished', actions: 'endByDocument' },
        ],
        BACK: { target: 'finished', actions: 'endBack' },
      },
    },
    reference,
    code,
    asking,
    searching,
    listed: { always: [{ guard: 'wasFound', target: 'result' }, { target: 'list' }] },
    list: {
      on: {
        CHOOSE_LEFT: { guard: 'isListed', target: 'result', actions: 'chooseLeft' },
        DONE: { target: 'finished', actions: 'endFinished' },
        BACK: { target: 'choice', actions: 'forgetLeft' },
      },
    },
    result: {
      on: {
        WITHDRAW: { guard: 'mayBeWithdrawn', target: 'finished', actions: 'endWithdraw' },
        CORRECT: { guard: 'mayBeCorrected', target: 'finished', actions: 'endCorrect' },
        DONE: { target: 'finished', actions: 'endFinished' },
        BACK: [
          { guard: 'leftSeveral', target: 'list', actions: 'forgetFound' },
          { guard: 'wasListed', target: 'choice', actions: 'forgetLeft' },
          { target: 'reference', actions: 'forgetFound' },
        ],
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
          { guard: 'wasIdentified', target: 'leaving', actions: 'forgetLeft' },
          { target: 'finished', actions: 'endBack' },
        ],
        DONE: { target: 'finished', actions: 'endFinished' },
      },
    },
    askingAgain: {
      always: [
        { guard: 'wasTyped', target: 'asking' },
        { guard: 'wasIdentified', target: 'searching' },
        { target: 'choice' },
      ],
    },
    /** Back from what the card did not find: to the choice, where there is one. */
    leaving: {
      always: [
        { guard: 'online', target: 'choice' },
        { target: 'finished', actions: 'endBack' },
      ],
    },
    finished: { type: 'final' },
  },
  output: ({ context }) => context.output,
});

export type EnquirySnapshot = SnapshotFrom<typeof enquiryMachine>;
