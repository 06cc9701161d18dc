import type { ReactNode } from 'react';
import { OPTIONAL_USES } from '../../../domain/registration/answers.ts';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { useField } from '../../input/use-field.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { QuestionPage } from './question-page.tsx';
import classes from './questions.module.css';

/** Optional uses of the contact data: apart from the terms, unticked at first, free to leave so (facts/wording.md). */
export function OptionalUsesQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { text } = useTerminal();
  const field = useField(screen.value);
  const chosen = new Set(field.value.split(','));
  const toggle = (use: string): void => {
    const next = OPTIONAL_USES.filter((known) => (known === use ? !chosen.has(known) : chosen.has(known)));
    field.change(next.join(','));
  };
  return (
    <QuestionPage screen={screen} field={field} incomplete={false} onContinue={() => field.answer()}>
      <div className={classes.cards}>
        {OPTIONAL_USES.map((use) => (
          <ChoiceCard
            key={use}
            kind="checkbox"
            option={use}
            label={text(`use.${use}`)}
            help={text(`use.${use}.help`)}
            chosen={chosen.has(use)}
            onChoose={() => toggle(use)}
          />
        ))}
      </div>
    </QuestionPage>
  );
}
