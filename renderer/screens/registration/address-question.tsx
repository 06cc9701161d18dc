import type { ReactNode } from 'react';
import { useTextLines, withoutEmptyLines } from '../../components/keys/use-text-lines.tsx';
import { useField } from '../../input/use-field.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { QuestionPage } from './question-page.tsx';

/** Postal address in three lines; lines left empty do not go onto the letter. */
export function AddressQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { text } = useTerminal();
  const field = useField(screen.value);
  const whole = withoutEmptyLines(field.value);
  const answer = (): void => field.answer(whole);
  const lines = useTextLines({
    count: 3,
    initial: screen.value,
    label: (line) => text(`question.address.line-${line}`),
    wrong: screen.error !== null,
    onChange: field.change,
    onComposing: field.composing,
    onEnter: answer,
  });
  return (
    <QuestionPage
      keys={lines.keys}
      screen={screen}
      field={field}
      incomplete={whole === ''}
      onContinue={answer}
    >
      {lines.field}
    </QuestionPage>
  );
}
