import type { CalculatorName } from '../../../calculators/names.ts';
import type { Ask, Figure, Label } from '../../../catalogue/ask.ts';
import type { Failure } from '../../../result.ts';

/** The calculators: nobody is identified. */
export type CalculatorScreen =
  /** One page of a calculator: nobody is identified, nothing is kept (domain/calculators). */
  | {
      readonly id: 'calculator-ask';
      readonly calculator: CalculatorName;
      readonly page: string;
      /** Prefix of its messages: `.heading`, `.help`. */
      readonly words: string;
      readonly ask: Ask;
      readonly value: string;
      /** Message `rule.<code>`. */
      readonly error: Failure<string> | null;
    }
  | {
      readonly id: 'calculation';
      readonly calculator: CalculatorName;
      readonly figures: readonly Figure[];
      readonly paragraphs: readonly Label[];
    };
