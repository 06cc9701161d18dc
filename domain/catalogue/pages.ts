import { checkShape } from './check-shape.ts';
import { type InstructionKind, KIND_FACTS } from '../kinds/kinds.ts';
import { type Definition, type Facts, isRepeat, type Repeat, type Step } from './definition.ts';
import { IDENTITY_STEPS } from './identity-steps.ts';
import { type Failure, type Result } from '../result.ts';

/** One page of a flow: a step, and the round it stands in. */
export interface Page {
  /** Key of its answer and name of its state: the step's id, with `-2`, `-3` … in later rounds. */
  readonly id: string;
  readonly step: Step;
  /** From 1. */
  readonly index: number;
}

/** Key of a step's answer in a round. @param index from 1 */
export function pageId(step: string, index: number): string {
  return index === 1 ? step : `${step}-${String(index)}`;
}

function pageOf(step: Step, index: number): Page {
  return { id: pageId(step.id, index), step, index };
}

/** Prefix of a page's messages. */
export function wordsOf(kind: InstructionKind, { step }: Page): string {
  return step.words ?? `ask.${kind}.${step.id}`;
}

/** The steps of a kind, led by those about the member where somebody has to be identified. */
function stepsOf({ kind, steps }: Definition): readonly (Step | Repeat)[] {
  return KIND_FACTS[kind].assurance === 0 ? steps : [...IDENTITY_STEPS, ...steps];
}

/** Every page that a flow can ever show, in order: the states of its machine. */
export function allPages(definition: Definition): readonly Page[] {
  return stepsOf(definition).flatMap((part) => {
    if (!isRepeat(part)) return [pageOf(part, 1)];
    const rounds = Array.from({ length: part.most }, (_, round) => round + 1);
    return rounds.flatMap((index) => part.steps.map((step) => pageOf(step, index)));
  });
}

/** The pages that these answers lead through, in order. */
export function pagesFor(definition: Definition, facts: Facts): readonly Page[] {
  const pages = stepsOf(definition).flatMap((part) => {
    if (!isRepeat(part)) return [pageOf(part, 1)];
    const count = Math.min(Math.max(part.count(facts), 0), part.most);
    const rounds = Array.from({ length: count }, (_, round) => round + 1);
    return rounds.flatMap((index) => part.steps.map((step) => pageOf(step, index)));
  });
  return pages.filter(({ step, index }) => step.when?.(facts, index) ?? true);
}

/**
 * Checks an answer as typed: its shape, then the step's own rule.
 * @returns the normalised answer; or the code of what is wrong, key of the message `rule.<code>`
 */
export function checkAnswer(page: Page, raw: string, facts: Facts): Result<string, Failure<string>> {
  const shaped = checkShape(page.step.ask(facts, page.index), raw);
  if (!shaped.ok) return shaped;
  return page.step.check?.(shaped.value, facts, page.index) ?? shaped;
}

/** True when the answer given to a page is there and still right. */
function isSettled(page: Page, facts: Facts): boolean {
  const value = facts.answers[page.id];
  return value !== undefined && checkAnswer(page, value, facts).ok;
}

/** The first page still to be asked, or null when all is answered. */
export function firstOpenPage(definition: Definition, facts: Facts): Page | null {
  return pagesFor(definition, facts).find((page) => !isSettled(page, facts)) ?? null;
}

/** The answers of the pages that these answers lead through; what no longer applies does not travel unseen. */
export function applicable(definition: Definition, facts: Facts): Facts {
  const ids = new Set(pagesFor(definition, facts).map(({ id }) => id));
  const answers = Object.fromEntries(Object.entries(facts.answers).filter(([id]) => ids.has(id)));
  return { ...facts, answers };
}
