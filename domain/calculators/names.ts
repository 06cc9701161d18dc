/** The calculators, in the order of the menu; message `calculator.<name>.name` and `.help`. */
export const CALCULATOR_NAMES = ['contribution-amount', 'dis-share', 'dealing-day'] as const;
export type CalculatorName = (typeof CALCULATOR_NAMES)[number];
