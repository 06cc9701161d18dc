import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import { labelText } from '../../text/labels.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './calculation.module.css';

/** What a calculator says, that it is no advice, and the ways on. */
export function CalculationPage({ screen }: { screen: ScreenOf<'calculation'> }): ReactNode {
  const terminal = useTerminal();
  const { view, text, send } = terminal;
  const { calculator, figures, paragraphs } = screen;
  return (
    <Page
      heading={text(`calculator.${calculator}.result`)}
      help={text('calculator.not-submitted')}
      dense
      actions={
        <>
          <Button action="menu" onPress={() => void send({ type: 'MENU', locale: view.locale })}>
            {text('calculator.to-menu')}
          </Button>
          <Button action="done" onPress={() => void send({ type: 'DONE' })}>
            {text('calculator.end')}
          </Button>
          <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
            {text('calculator.another')}
          </Button>
        </>
      }
    >
      {figures.length > 0 && (
        <FactList
          figures
          facts={figures.map(({ label, value }, place) => ({
            key: String(place),
            name: labelText(terminal, label),
            value: labelText(terminal, value),
          }))}
        />
      )}
      <div className={classes.notes}>
        {paragraphs.map((paragraph, place) => (
          <p key={place}>{labelText(terminal, paragraph)}</p>
        ))}
        <p>
          <strong>{text('shared.no-advice')}</strong>
        </p>
      </div>
    </Page>
  );
}
