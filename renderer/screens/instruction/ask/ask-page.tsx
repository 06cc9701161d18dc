import type { ReactNode } from 'react';
import { Button } from '../../../components/controls/button.tsx';
import { Note } from '../../../components/page/note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { Aside, Problem } from '../../../components/page/problem.tsx';
import type { Ask } from '../../../../domain/catalogue/ask.ts';
import { useTerminal } from '../../../terminal.ts';
import { labelText, ruleText } from '../../../text/labels.ts';
import { messageKey } from '../../../text/text.ts';
import type { ScreenOf } from '../../screen-of.ts';
import classes from './ask.module.css';

/** What the pages that ask need to know: of an instruction, or of a calculator. */
export type Asked = Omit<ScreenOf<'ask'>, 'id' | 'kind' | 'page'>;

/** A page that asks in one particular way. */
export type AskScreen<Type extends Ask['type']> = Asked & {
  readonly ask: Extract<Ask, { readonly type: Type }>;
};

export interface AskPageProps {
  readonly screen: Asked;
  /** Grows with every answer. */
  readonly answers: number;
  /** Something is still missing; the main button answers all the same and says what. */
  readonly incomplete: boolean;
  readonly onContinue: () => void;
  /** Words of the main button; *continue* unless given. */
  readonly act?: string;
  /** Another way on, beside the main button. */
  readonly otherWay?: ReactNode;
  /** Keys to type the answer with; then the help stands under the field, otherwise under the heading. */
  readonly keys?: ReactNode;
  /** Name of what stands in the place of keys, for screen readers. */
  readonly keysName?: string;
  /** A help that stands under the heading, whatever `keys` there are. */
  readonly helpOnTop?: boolean;
  readonly dense?: boolean;
  readonly children: ReactNode;
}

/** One page of an instruction: its heading, what is wrong if anything, its field or choices, *continue*. */
export function AskPage(props: AskPageProps): ReactNode {
  const { screen, answers, incomplete, onContinue, act, otherWay, keys, children } = props;
  const terminal = useTerminal();
  const { view, text } = terminal;
  const { words, index, error, about } = screen;
  const help = text(messageKey(`${words}.help`), { index });
  const onTop = keys === undefined || props.helpOnTop === true;
  return (
    <Page
      {...(about === undefined
        ? {}
        : {
            before: (
              <p className={classes.about} data-about="">
                {labelText(terminal, about)}
              </p>
            ),
          })}
      heading={text(messageKey(`${words}.heading`), { index })}
      help={onTop && error === null ? help : undefined}
      keys={keys}
      {...(props.keysName === undefined ? {} : { keysName: props.keysName })}
      dense={props.dense === true || (keys !== undefined && view.chrome.assist !== null)}
      actions={
        <>
          {otherWay}
          <Button kind="main" action="continue" quiet={incomplete} onPress={onContinue}>
            {act ?? text('frame.continue')}
          </Button>
        </>
      }
    >
      {error !== null && <Problem code={error.code} words={ruleText(terminal, error)} answers={answers} />}
      {error === null && screen.changing && <Note tone="teal">{text('question.changing')}</Note>}
      {children}
      {!onTop && error === null && <Aside>{help}</Aside>}
    </Page>
  );
}
