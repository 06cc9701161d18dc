import { definitionOf } from '../../../domain/catalogue/catalogue.ts';
import {
  ASSURANCE_BY_STAFF,
  endingOf as instructionEndingOf,
  type Ending as InstructionEnding,
} from '../../../domain/catalogue/ending.ts';
import { firstOpenPage } from '../../../domain/catalogue/pages.ts';
import { KIND_FACTS } from '../../../domain/kinds/kinds.ts';
import { isComplete } from '../../../domain/registration/steps.ts';
import { factsOf } from '../../flow/create-flow-machine.ts';
import { levelOf } from './assurance.ts';
import type { SessionContext } from './context.ts';
import type { Visit } from './visit.ts';

/** How the instruction under way would end now; null where there is none. */
export function instructionEnding(context: SessionContext): InstructionEnding | null {
  const { visit, online } = context;
  const { instruction, prepareOnly } = visit;
  if (instruction === null) return null;
  const here = prepareOnly && levelOf(context) <= ASSURANCE_BY_STAFF;
  return here
    ? instructionEndingOf(instruction.kind, online, ASSURANCE_BY_STAFF)
    : instructionEndingOf(instruction.kind, online);
}

/** Whether every page of the instruction has an answer that is right by the rules of now. */
export function isInstructionAnswered({ visit, outside, online }: SessionContext): boolean {
  const { instruction, identified } = visit;
  if (instruction === null) return false;
  const { records } = visit.lookUp;
  const facts = factsOf({ outside, identified, online, records, answers: instruction.answers });
  return firstOpenPage(definitionOf(instruction.kind), facts) === null;
}

/** Whether this can be done without anybody being identified. */
export function needsNobody(visit: Visit): boolean {
  if (visit.purpose === 'withdraw') return visit.found?.slipCode !== undefined;
  const { instruction } = visit;
  return instruction !== null && KIND_FACTS[instruction.kind].assurance === 0;
}

export function isAnswered(visit: Visit): boolean {
  return visit.identified !== null && isComplete(visit.identified, visit.answers);
}

/** Nothing is asked of who enquires or withdraws, nor of who corrects or takes up before it is known what. */
export function hasNothingToAnswer({ purpose, correction }: Visit): boolean {
  const only = purpose === 'enquire' || purpose === 'withdraw' || purpose === 'resume';
  return only || (purpose === 'correct' && correction === null);
}

/** Whether what is to be corrected may be asked for once more: only where the answer may be another one. */
export function mayFetchAgain({ correctionFault }: Visit): boolean {
  return correctionFault === 'offline' || correctionFault === 'unavailable';
}

/** Whether staff filled in anything that the member has to look at before going on. */
export function hasStaffWork({ byStaff, instruction, numberByStaff, interpreter }: Visit): boolean {
  return interpreter || numberByStaff || byStaff.length > 0 || (instruction?.byStaff.length ?? 0) > 0;
}
