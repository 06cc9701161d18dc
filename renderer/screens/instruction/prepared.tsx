import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Clauses } from '../../components/page/clauses.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { WhereList } from '../../components/where/where-next.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import { labelText } from '../../text/labels.ts';
import { sentences } from '../../text/sentences.ts';
import { messageKey } from '../../text/text.ts';
import finish from '../finish/finish.module.css';
import { PrintButtons, PrinterTrouble } from '../printing/print-buttons.tsx';
import type { ScreenOf } from '../screen-of.ts';
import classes from './prepared.module.css';

/** Nothing was submitted: why, what to bring, and where (facts/wording.md, *Prepared only*). */
export function Prepared({ screen }: { screen: ScreenOf<'prepared'> }): ReactNode {
  const terminal = useTerminal();
  const { view, text, send } = terminal;
  const { kind, why, bring, where = [] } = screen;
  return (
    <Page
      dense
      ways="none"
      beside={
        <span className={finish.sign} data-tone="amber" data-why={why}>
          <Icon name="letter" size="big" />
        </span>
      }
      heading={text('prepared.heading')}
      help={text(messageKey(`kind.${kind}.name`))}
      actions={
        <>
          <PrintButtons />
          <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
            {text('prepared.finish')}
          </Button>
        </>
      }
      lowerStart={<p className={finish.small}>{text('receipt.hotline')}</p>}
    >
      <Note tone="amber" icon="warning">
        {text(`prepared.${why}`)}
      </Note>
      <section className={classes.sheet}>
        <h2>{text('prepared.bring')}</h2>
        <ol className={classes.bring} data-bring="">
          {bring.map((label, place) => (
            <li key={place}>
              <span className={classes.ordinal} aria-hidden="true">
                {place + 1}
              </span>
              <p>{labelText(terminal, label)}</p>
            </li>
          ))}
        </ol>
        <h2>{text('prepared.where')}</h2>
        <p>
          <Clauses>{text(`prepared.where.${why}`)}</Clauses>
        </p>
      </section>
      <PrinterTrouble />
      <p className={classes.note}>
        <strong>{text('prepared.photo')}</strong>
        <Clauses>{sentences(view.locale, ['', text('prepared.forms'), text('prepared.cleared')])}</Clauses>
      </p>
      {where.length > 0 && <WhereList places={where} />}
    </Page>
  );
}
