import type { ReactNode } from 'react';
import { type Field, useField } from '../../input/use-field.ts';
import type { ScreenOf } from '../screen-of.ts';
import { QuestionPage } from './question-page.tsx';

/** A question answered by one of several; none is chosen in advance. `children` draws what can be chosen. */
export function OneChoice(props: {
  screen: ScreenOf<'question'>;
  /** Name of the group for screen readers. */
  label: string;
  className: string | undefined;
  children: (field: Field) => ReactNode;
}): ReactNode {
  const { screen, label, className, children } = props;
  const field = useField(screen.value);
  return (
    <QuestionPage
      screen={screen}
      field={field}
      incomplete={field.value === ''}
      onContinue={() => field.answer()}
    >
      <div className={className} role="radiogroup" aria-label={label}>
        {children(field)}
      </div>
    </QuestionPage>
  );
}
