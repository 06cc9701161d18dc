import { useState, type ReactNode } from 'react';
import { FactList } from '../../../components/page/fact-list.tsx';
import { Note } from '../../../components/page/note.tsx';
import { useTerminal } from '../../../terminal.ts';
import { labelText } from '../../../text/labels.ts';
import { PrintButtons } from '../../printing/print-buttons.tsx';
import sheets from '../../session/paragraphs.module.css';
import { AskPage, type AskScreen } from './ask-page.tsx';
import classes from './ask.module.css';

/** Something to read before going on; the button says what the member agrees to. */
export function StatementAsk({ screen }: { screen: AskScreen<'statement'> }): ReactNode {
  const terminal = useTerminal();
  const [answers, setAnswers] = useState(0);
  const { tone, paragraphs, figures, agree } = screen.ask;
  const words = paragraphs.map((paragraph, place) => <p key={place}>{labelText(terminal, paragraph)}</p>);
  return (
    <AskPage
      screen={screen}
      answers={answers}
      incomplete={false}
      otherWay={<PrintButtons />}
      act={labelText(terminal, agree)}
      dense={figures.length + paragraphs.length > 4}
      onContinue={() => {
        setAnswers((count) => count + 1);
        void terminal.send({ type: 'ANSWER', value: 'read' });
      }}
    >
      {paragraphs.length > 0 &&
        (tone === 'caution' ? (
          <Note tone="amber" icon="warning">
            <div className={classes.paragraphs}>{words}</div>
          </Note>
        ) : (
          <div className={sheets.sheet}>{words}</div>
        ))}
      {figures.length > 0 && (
        <FactList
          figures
          facts={figures.map(({ label, value, heads }, place) => ({
            key: String(place),
            name: labelText(terminal, label),
            value: labelText(terminal, value),
            ...(heads === undefined ? {} : { heads }),
          }))}
        />
      )}
    </AskPage>
  );
}
