import { createActor } from 'xstate';
import { CALCULATOR_MACHINES, type CalculatorSnapshot } from '../../calculator/calculators.ts';
import { FLOWS, type InstructionSnapshot } from '../../flow/flows.ts';
import { ownLanguageMachine, type OwnLanguageSnapshot } from '../../own-language/own-language.machine.ts';
import { sampleTranslations } from '../../../domain/notices/translations.fixture.ts';
import type { SessionSnapshot } from '../../session/session.machine.ts';

/** The flow under way, at its first page; silent children have no snapshot of their own. */
export function flowOf({ context }: SessionSnapshot): InstructionSnapshot | null {
  const { visit, outside, online } = context;
  const { instruction, identified } = visit;
  if (instruction === null) return null;
  const { answers, byStaff } = instruction;
  const { page: startAt, changing } = instruction.openAt;
  const { records } = visit.lookUp;
  const input = { outside, online, identified, records, answers, byStaff, startAt, changing };
  return createActor(FLOWS[instruction.kind], { input }).getSnapshot();
}

/** Signed-off words, at the first of them. */
export function ownLanguageOf({ context }: SessionSnapshot): OwnLanguageSnapshot | null {
  const { outside, visit, locale } = context;
  if (visit.own === null) return null;
  const { language } = visit.own;
  const input = { outside, locale, language, sessionId: 's', texts: sampleTranslations('ne'), staffId: null };
  return createActor(ownLanguageMachine, { input }).getSnapshot();
}

/** The calculator that is open, at its first page. */
export function calculatorOf({
  context: { visit, outside, online },
}: SessionSnapshot): CalculatorSnapshot | null {
  if (visit.calculator === null) return null;
  return createActor(CALCULATOR_MACHINES[visit.calculator], { input: { outside, online } }).getSnapshot();
}
