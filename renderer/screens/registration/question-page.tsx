import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Aside, Problem } from '../../components/page/problem.tsx';
import type { Field } from '../../input/use-field.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

export interface QuestionPageProps {
  /** `about`: the same is asked of a record that has the member otherwise than the card. */
  readonly screen: ScreenOf<'question'> & { readonly about?: 'record' };
  readonly field: Field;
  /** Something is still missing; the main button answers all the same and says what. */
  readonly incomplete: boolean;
  readonly onContinue: () => void;
  /** Keys to type the answer with; then the help stands under the field, otherwise under the heading. */
  readonly keys?: ReactNode;
  readonly children: ReactNode;
}

/** One question: its heading, what is wrong if anything, its field or choices, *continue*. */
export function QuestionPage(props: QuestionPageProps): ReactNode {
  const { screen, field, incomplete, onContinue, keys, children } = props;
  const { text } = useTerminal();
  const { error } = screen;
  const { step } = screen;
  const ofRecord =
    screen.about === 'record' && (step === 'surname' || step === 'given-names' || step === 'date-of-birth');
  const help = ofRecord ? text('record-says.help') : text(`question.${step}.help`);
  const typed = keys !== undefined;
  return (
    <Page
      heading={ofRecord ? text(`record-says.${step}.heading`) : text(`question.${step}.heading`)}
      help={typed || error !== null || screen.from !== undefined ? undefined : help}
      keys={keys}
      actions={
        <Button kind="main" action="continue" quiet={incomplete} onPress={onContinue}>
          {text('frame.continue')}
        </Button>
      }
    >
      {error !== null && <Problem code={error} words={text(`error.${error}`)} answers={field.answers} />}
      {error === null && screen.from !== undefined && (
        <Note tone="amber">
          <span data-from={screen.from}>{text(`prefill.from.${screen.from}`)}</span>
        </Note>
      )}
      {error === null && screen.changing && <Note tone="teal">{text('question.changing')}</Note>}
      {children}
      {typed && error === null && screen.from === undefined && <Aside>{help}</Aside>}
    </Page>
  );
}
