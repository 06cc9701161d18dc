import type { Figure, Label } from '../catalogue/ask.ts';
import type { Facts, Step } from '../catalogue/definition.ts';
import { checkAnswer, type Page } from '../catalogue/pages.ts';
import type { CalculatorName } from './names.ts';

/** What a calculator says: figures, and the sentences without which they would mislead. */
export interface Calculation {
  readonly figures: readonly Figure[];
  readonly paragraphs: readonly Label[];
}

/**
 * Something people want to know before they decide. Nobody is identified for it, and nothing of it is kept or
 * submitted. Its words are `calculator.<name>.name` and `.help` in the menu, `.result` over the answer and, for every
 * step, `calculator.<name>.<step>.heading` and `.help`.
 */
export interface Calculator {
  readonly name: CalculatorName;
  readonly steps: readonly Step[];
  readonly calculate: (facts: Facts) => Calculation;
}

/** Prefix of the messages of a step. */
export function calculatorWords(name: CalculatorName, step: string): string {
  return `calculator.${name}.${step}`;
}

/** Every page that a calculator can show, in order. */
export function calculatorPages({ steps }: Calculator): readonly Page[] {
  return steps.map((step) => ({ id: step.id, step, index: 1 }));
}

/** The pages that these answers lead through, in order. */
export function calculatorPagesFor(calculator: Calculator, facts: Facts): readonly Page[] {
  return calculatorPages(calculator).filter(({ step }) => step.when?.(facts, 1) ?? true);
}

/** The first page without an answer that is right now; null: it can be calculated. */
export function openCalculatorPage(calculator: Calculator, facts: Facts): Page | null {
  const open = calculatorPagesFor(calculator, facts).find((page) => {
    const value = facts.answers[page.id];
    return value === undefined || !checkAnswer(page, value, facts).ok;
  });
  return open ?? null;
}
