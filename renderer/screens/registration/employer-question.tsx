import type { ReactNode } from 'react';
import { EMPLOYER_ANSWERS } from '../../../domain/registration/answers.ts';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { useField } from '../../input/use-field.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { QuestionPage } from './question-page.tsx';
import classes from './questions.module.css';

/** Whether what a list or a form says about the employer is right; nothing is chosen in advance. */
export function EmployerQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { text } = useTerminal();
  const field = useField(screen.value);
  const { employer, businessRegistration, casual, industryScheme } = screen.employment ?? {};
  const name = [
    ...(employer === undefined ? [] : [employer]),
    ...(businessRegistration === undefined ? [] : [text('employer.br', { number: businessRegistration })]),
  ].join('\n');
  const terms = [
    ...(casual === undefined ? [] : [text(`employer.casual.${casual ? 'yes' : 'no'}`)]),
    ...(industryScheme === undefined ? [] : [text(`employer.industry.${industryScheme}`)]),
  ].join(' · ');
  const fact = (key: 'name' | 'terms', value: string) =>
    value === '' ? [] : [{ key, name: text(`employer.${key}`), value }];
  return (
    <QuestionPage
      screen={screen}
      field={field}
      incomplete={field.value === ''}
      onContinue={() => field.answer()}
    >
      <FactList facts={[...fact('name', name), ...fact('terms', terms)]} />
      <div className={classes.cards} role="radiogroup" aria-label={text('question.employer.heading')}>
        {EMPLOYER_ANSWERS.map((answer) => (
          <ChoiceCard
            key={answer}
            option={answer}
            compact
            label={text(`employer.${answer}`)}
            help={text(`employer.${answer}.help`)}
            chosen={field.value === answer}
            onChoose={() => field.change(answer)}
          />
        ))}
      </div>
    </QuestionPage>
  );
}
