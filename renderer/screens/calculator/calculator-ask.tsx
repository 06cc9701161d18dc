import type { ReactNode } from 'react';
import { AskScreenPage } from '../instruction/ask/ask.tsx';
import type { ScreenOf } from '../screen-of.ts';

/** One thing a calculator asks, as an instruction asks it; there are no rounds and there is no review page. */
export function CalculatorAsk({ screen }: { screen: ScreenOf<'calculator-ask'> }): ReactNode {
  return <AskScreenPage screen={{ ...screen, index: 1, changing: false }} />;
}
