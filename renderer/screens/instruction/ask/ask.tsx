import type { ReactNode } from 'react';
import { AllocationAsk } from './allocation-ask.tsx';
import { CoveredNumber } from './covered-number.tsx';
import type { Asked } from './ask-page.tsx';
import { ChoiceAsk, SeveralAsk } from './choice-ask.tsx';
import { StatementAsk } from './statement-ask.tsx';
import { TextAsk } from './text-ask.tsx';
import { DateAsk, MoneyAsk } from './typed-asks.tsx';

/** The page for what an instruction asks. A new way of asking without its page does not compile. */
export function AskScreenPage({ screen }: { screen: Asked }): ReactNode {
  const { ask } = screen;
  switch (ask.type) {
    case 'choice':
      return <ChoiceAsk screen={{ ...screen, ask }} />;
    case 'several':
      return <SeveralAsk screen={{ ...screen, ask }} />;
    case 'text':
      return screen.given === undefined ? (
        <TextAsk screen={{ ...screen, ask }} />
      ) : (
        <CoveredNumber screen={{ ...screen, ask }} given={screen.given} />
      );
    case 'money':
      return <MoneyAsk screen={{ ...screen, ask }} />;
    case 'date':
      return <DateAsk screen={{ ...screen, ask }} />;
    case 'allocation':
      return <AllocationAsk screen={{ ...screen, ask }} />;
    case 'file':
    case 'company-list':
      // The machine shows the pages of a file instead (`remittance-file/`).
      return null;
    case 'statement':
      return <StatementAsk screen={{ ...screen, ask }} />;
  }
}
