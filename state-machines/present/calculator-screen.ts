import { calculatorWords } from '../../domain/calculators/calculator.ts';
import type { CalculatorName } from '../../domain/calculators/names.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { calculatorPage, type CalculatorSnapshot } from '../calculator/calculators.ts';
import { calculatorFacts } from '../calculator/create-calculator-machine.ts';

/** The page of a calculator; null between pages. */
export function calculatorScreen(calculator: CalculatorName, snapshot: CalculatorSnapshot): Screen | null {
  const { context } = snapshot;
  const { calculation, answers, drafts, error } = context;
  const page = calculatorPage(calculator, snapshot);
  if (page !== null) {
    return {
      id: 'calculator-ask',
      calculator,
      page: page.id,
      words: calculatorWords(calculator, page.id),
      ask: page.step.ask(calculatorFacts(context), page.index),
      value: drafts[page.id] ?? answers[page.id] ?? '',
      error,
    };
  }
  return calculation === null ? null : { id: 'calculation', calculator, ...calculation };
}
