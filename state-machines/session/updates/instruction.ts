import { definitionOf } from '../../../domain/catalogue/catalogue.ts';
import { pagesFor } from '../../../domain/catalogue/pages.ts';
import { type InstructionKind, KIND_FACTS } from '../../../domain/kinds/kinds.ts';
import { factsOf } from '../../flow/create-flow-machine.ts';
import type { Instruction } from '../context/visit.ts';
import type { SessionContext } from '../context/context.ts';
import { NOTHING_LOOKED_UP } from '../about-member/looking-up.ts';
import { NO_PAGE, NOTHING_LATER } from '../parking/later.ts';
import { type At, ofVisit } from './of-visit.ts';

/** What hangs on the flow that was begun. */
const NOTHING_BEGUN = { open: NO_PAGE, later: NOTHING_LATER, lookUp: NOTHING_LOOKED_UP } as const;

/** A change of the instruction under way. */
function ofInstruction(
  change: (instruction: Instruction, at: At) => Partial<Instruction>,
): (at: At) => Partial<SessionContext> {
  return ofVisit((at) => {
    const { instruction } = at.context.visit;
    return instruction === null ? {} : { instruction: { ...instruction, ...change(instruction, at) } };
  });
}

/** An instruction as it begins: nothing answered, and refused already where it would be refused later. */
export function newInstruction(
  kind: InstructionKind,
  { outside, online, visit }: SessionContext,
): Instruction {
  const facts = factsOf({ outside, identified: visit.identified, online, answers: {} });
  const refusal = definitionOf(kind).refuse?.(facts) ?? null;
  return { kind, answers: {}, byStaff: [], openAt: { page: null, changing: false }, refusal };
}

/** An instruction of the catalogue: which, its pages, what is looked up or signed in for it. */
export const instructionUpdates = {
  /** Whoever chose something else before begins anew: answers to another question are not kept unseen. */
  chooseKind: ofVisit(({ context, event }) => {
    if (event.type !== 'CHOOSE_KIND') return {};
    if (event.kind === 'member-registration') {
      const other = context.visit.instruction !== null;
      return { purpose: 'register', instruction: null, ...(other ? NOTHING_BEGUN : {}) };
    }
    const before = context.visit.instruction;
    return {
      // What needs nobody identified carries nobody, whoever was identified for something else before.
      ...(KIND_FACTS[event.kind].assurance === 0
        ? { identified: null, attestation: null, iamSmart: null }
        : {}),
      purpose: 'instruct',
      // A registration that was begun and left for this is not gone on with unseen.
      answers: {},
      byStaff: [],
      submissionId: null,
      prepareOnly: false,
      ...(before?.kind === event.kind ? {} : NOTHING_BEGUN),
      instruction: before?.kind === event.kind ? before : newInstruction(event.kind, context),
    };
  }),
  dropInstruction: ofVisit(() => ({ instruction: null, prepareOnly: false, ...NOTHING_BEGUN })),
  startSigningIn: ofVisit(() => ({ signingIn: true })),
  stopSigningIn: ofVisit(() => ({ signingIn: false })),
  prepareOnly: ofVisit(() => ({ prepareOnly: true })),
  askAgainHow: ofVisit(() => ({ prepareOnly: false })),
  offerLookUp: ofVisit(() => ({ lookUp: { ...NOTHING_LOOKED_UP, state: 'offered' } })),
  goWithoutRecords: ofVisit(() => ({ lookUp: { ...NOTHING_LOOKED_UP, state: 'without' } })),
  lookUpSilent: ofVisit(({ context: { visit } }) => ({
    lookUp: { ...visit.lookUp, fault: 'unavailable' },
  })),
  openFirst: ofInstruction(() => ({ openAt: { page: null, changing: false } })),
  openLast: ofInstruction((instruction, { context: { visit, outside, online } }) => {
    const { identified } = visit;
    const { records } = visit.lookUp;
    const facts = factsOf({ outside, identified, online, records, answers: instruction.answers });
    const last = pagesFor(definitionOf(instruction.kind), facts).at(-1);
    return { openAt: { page: last?.id ?? null, changing: false } };
  }),
  openForChange: ofInstruction((_instruction, { event }) => ({
    openAt: { page: event.type === 'CHANGE_PAGE' ? event.page : null, changing: true },
  })),
  pageToPutRight: ofInstruction((_instruction, { event }) => ({
    openAt: { page: event.type === 'CHANGE_TOUCHED' ? event.row : null, changing: true },
  })),
} as const satisfies Record<string, (at: At) => Partial<SessionContext>>;
