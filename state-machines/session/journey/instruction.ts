import type { Answers } from '../../../domain/catalogue/definition.ts';
import { INSTRUCTION_KINDS, type InstructionKind } from '../../../domain/kinds/kinds.ts';
import { isInstructionAnswered } from '../context/answered.ts';
import type { SessionContext } from '../context/context.ts';
import { openPageOf } from '../parking/later.ts';
import { IDS } from '../guards/ids.ts';
import { sessionSetup } from '../setup.ts';

/** What somebody came for: a group, then what of it. */
export const menu = sessionSetup.createStateConfig({
  id: IDS.menu,
  on: {
    CHOOSE_GROUP: { guard: 'uncovered', actions: 'openGroup' },
    CHOOSE_KIND: [
      { guard: 'chooseRegistration', target: 'notice', actions: 'chooseKind' },
      { guard: 'uncovered', target: 'chosen', actions: 'chooseKind' },
    ],
    RESUME: { guard: 'uncovered', target: 'resumeSlip', actions: 'takeUpAnew' },
    CALCULATE: { guard: 'uncovered', target: 'calculate', actions: 'chooseCalculator' },
    TICKET: { guard: 'mayQueue', target: 'ticket', actions: 'bringTicket' },
    TICKET_SCANNED: { guard: 'mayBringTicket', target: 'ticket', actions: 'bringTicket' },
    MOCK_RUN: { guard: 'uncovered', target: 'mockRun', actions: 'dropInstruction' },
    BACK: [
      { guard: 'groupMayClose', actions: 'closeGroup' },
      { guard: 'uncovered', target: 'language', actions: 'dropInstruction' },
    ],
  },
});

/** What would be refused later is refused before anything is asked. */
export const chosen = sessionSetup.createStateConfig({
  always: [{ guard: 'refused', target: 'instructionRefused' }, { target: 'notice' }],
});

/** Why it is not taken, and the next step. */
export const instructionRefused = sessionSetup.createStateConfig({
  on: {
    BACK: { guard: 'uncovered', target: 'menu', actions: 'dropInstruction' },
    CONTINUE: { guard: 'uncovered', target: 'menu', actions: 'dropInstruction' },
  },
});

/** Staff saw another number on the card: the member types it again. */
const numberRefused = { guard: 'typedNumber', target: 'identify', actions: 'correctNumber' } as const;

function withAnswers(context: SessionContext, answers: Answers): SessionContext {
  const { visit } = context;
  const { instruction } = visit;
  return instruction === null
    ? context
    : { ...context, visit: { ...visit, instruction: { ...instruction, answers } } };
}

/** One kind's own pages; the same for each but for the machine. */
function flowOf(kind: InstructionKind) {
  return sessionSetup.createStateConfig({
    invoke: {
      id: 'instruction',
      src: kind,
      input: ({ context: { outside, online, visit } }) => ({
        outside,
        online,
        identified: visit.identified,
        records: visit.lookUp.records,
        answers: visit.instruction?.answers ?? {},
        byStaff: visit.instruction?.byStaff ?? [],
        startAt: visit.instruction?.openAt.page ?? null,
        changing: visit.instruction?.openAt.changing ?? false,
        typed: visit.open.typed,
      }),
      onSnapshot: {
        actions: {
          type: 'keepInstructed',
          params: ({ event }) => {
            const { context, value } = event.snapshot;
            const { answers, byStaff, drafts } = context;
            return { answers, byStaff, open: openPageOf(value, drafts) };
          },
        },
      },
      onDone: [
        {
          guard: ({ context, event }) =>
            'back' in event.output && context.visit.instruction?.openAt.changing !== true,
          target: `#${IDS.leftFlow}`,
          actions: { type: 'keepInstructed', params: ({ event }) => event.output },
        },
        {
          // Given up in the middle of the pages: it goes on with the first that is open.
          guard: ({ context, event }) =>
            'back' in event.output && !isInstructionAnswered(withAnswers(context, event.output.answers)),
          target: `#${IDS.firstOpenPage}`,
          actions: { type: 'keepInstructed', params: ({ event }) => event.output },
        },
        {
          target: `#${IDS.attestation}`,
          actions: { type: 'keepInstructed', params: ({ event }) => event.output },
        },
      ],
    },
  });
}

/** The pages of the instruction that was chosen. */
export const instruct = sessionSetup.createStateConfig({
  id: IDS.instruct,
  initial: 'choosing',
  on: {
    ANSWER: { guard: 'uncovered', actions: 'passToInstruction' },
    BACK: { guard: 'uncovered', actions: 'passToInstruction' },
    CONTINUE: { guard: 'uncovered', actions: 'passToInstruction' },
    FILE_OPEN: { guard: 'uncovered', actions: 'passToInstruction' },
    FILE_UP: { guard: 'uncovered', actions: 'passToInstruction' },
    FILE_STOP: { guard: 'uncovered', actions: 'passToInstruction' },
    FILE_AGAIN: { guard: 'uncovered', actions: 'passToInstruction' },
    FILE_SAVE: { guard: 'uncovered', actions: 'passToInstruction' },
    FIELD_DRAFT: { actions: 'passToInstruction' },
    NUMBER_REFUSED: numberRefused,
  },
  states: {
    choosing: {
      always: INSTRUCTION_KINDS.map((kind) => ({
        guard: ({ context }) => context.visit.instruction?.kind === kind,
        target: kind,
      })),
    },
    ...Object.fromEntries(INSTRUCTION_KINDS.map((kind) => [kind, flowOf(kind)])),
  },
});

/** The pages anew, at the first that is not answered. */
export const firstOpenPage = sessionSetup.createStateConfig({
  id: IDS.firstOpenPage,
  always: { target: 'instruct', actions: 'openFirst' },
});

/** Back from the first page: to whoever was identified, or to the notice where nobody is. */
export const leftFlow = sessionSetup.createStateConfig({
  id: IDS.leftFlow,
  always: [
    { guard: 'needsNobody', target: 'notice' },
    // Whoever went on without their records may think again.
    { guard: 'wentWithout', target: 'lookUpOffer' },
    { target: 'identify', actions: 'identifyAgain' },
  ],
});

export const instructionReview = sessionSetup.createStateConfig({
  id: IDS.instructionReview,
  on: {
    BACK: [
      // Whoever said that it need not be submitted may think again.
      { guard: 'backToHow', target: 'attestation', actions: 'askAgainHow' },
      { guard: 'uncovered', target: 'instruct', actions: 'openLast' },
    ],
    CHANGE_PAGE: { guard: 'mayChangePage', target: 'instruct', actions: 'openForChange' },
    CONTINUE: [
      { guard: 'mayFinishPreparing', target: 'prepared' },
      { guard: 'mayDeclareInstruction', target: 'declare' },
    ],
    NUMBER_REFUSED: numberRefused,
  },
  // Prepared without an attestation, and now the platform can be reached: then it can be submitted after all.
  always: { guard: 'reviewNeedsStaff', target: 'attestation' },
});

/** Nothing was submitted; what to bring where. */
export const prepared = sessionSetup.createStateConfig({
  id: IDS.prepared,
  on: {
    BACK: { guard: 'uncovered', target: 'instructionReview' },
    DONE: {
      guard: 'uncovered',
      target: `#${IDS.wiping}`,
      actions: { type: 'endAs', params: { how: 'prepared' } },
    },
    CONTINUE: {
      guard: 'uncovered',
      target: `#${IDS.wiping}`,
      actions: { type: 'endAs', params: { how: 'prepared' } },
    },
  },
});
