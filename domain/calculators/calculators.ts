import type { Calculator } from './calculator.ts';
import { contributionAmount } from './kinds/contribution-amount.ts';
import { dealingDay } from './kinds/dealing-day.ts';
import { disShareAtAge } from './kinds/dis-share.ts';
import type { CalculatorName } from './names.ts';

/** Every calculator by its name. */
export const CALCULATORS: Readonly<Record<CalculatorName, Calculator>> = {
  'contribution-amount': contributionAmount,
  'dis-share': disShareAtAge,
  'dealing-day': dealingDay,
};
