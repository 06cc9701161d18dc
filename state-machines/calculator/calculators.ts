import type { SnapshotFrom } from 'xstate';
import { CALCULATORS } from '../../domain/calculators/calculators.ts';
import { calculatorPages } from '../../domain/calculators/calculator.ts';
import { CALCULATOR_NAMES, type CalculatorName } from '../../domain/calculators/names.ts';
import type { Page } from '../../domain/catalogue/pages.ts';
import { type CalculatorMachine, createCalculatorMachine } from './create-calculator-machine.ts';

export type CalculatorSnapshot = SnapshotFrom<CalculatorMachine>;

/** The machine of every calculator. */
export const CALCULATOR_MACHINES: Readonly<Record<CalculatorName, CalculatorMachine>> = Object.fromEntries(
  CALCULATOR_NAMES.map((name) => [name, createCalculatorMachine(CALCULATORS[name])]),
) as Record<CalculatorName, CalculatorMachine>;

/** The page a calculator shows; null on its result and after the end. */
export function calculatorPage(name: CalculatorName, snapshot: CalculatorSnapshot): Page | null {
  return calculatorPages(CALCULATORS[name]).find(({ id }) => id === snapshot.value) ?? null;
}
