import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { WhereList } from '../../components/where/where-next.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal, type Terminal } from '../../terminal.ts';
import { partialDate, readPartialDate } from '../../text/dates.ts';
import { labelText } from '../../text/labels.ts';
import finish from '../finish/finish.module.css';
import type { ScreenOf } from '../screen-of.ts';
import classes from './mismatch.module.css';

type MismatchScreen = ScreenOf<'mismatch'>;
type Shown = MismatchScreen['differences'][number];

/** What differs, side by side, and what to bring. Names and dates only: the number is not on this page. */
export function Mismatch({ screen }: { screen: MismatchScreen }): ReactNode {
  const terminal = useTerminal();
  const { text, send } = terminal;
  const { against, now, differences, bring, where = [] } = screen;
  return (
    <Page
      dense
      beside={
        <span className={finish.sign} data-tone="amber">
          <Icon name="warning" size="big" />
        </span>
      }
      heading={text(`mismatch.heading.${against}`)}
      help={text('mismatch.help')}
      actions={
        <>
          {against !== 'record' && (
            <Button action="card-is-right" onPress={() => void send({ type: 'CARD_IS_RIGHT' })}>
              {text('mismatch.card-is-right')}
            </Button>
          )}
          <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
            {text('mismatch.leave-case')}
          </Button>
        </>
      }
    >
      {differences.map((shown) => (
        <section className={classes.difference} key={shown.field} data-differs={shown.field}>
          <h2>
            {text(`mismatch.field.${shown.field}`)}
            <span>{text(`mismatch.extent.${shown.extent}`)}</span>
          </h2>
          <dl>
            <div>
              <dt>{text(`mismatch.here.${now}`)}</dt>
              <dd>{valueText(terminal, shown, shown.here)}</dd>
            </div>
            <div>
              <dt>{text(`mismatch.there.${against}`)}</dt>
              <dd>{valueText(terminal, shown, shown.there)}</dd>
            </div>
          </dl>
        </section>
      ))}
      <Note tone="amber">{text('mismatch.what-happens')}</Note>
      <section className={classes.bring}>
        <h2>{text('mismatch.bring')}</h2>
        <ul data-bring="">
          {bring.map((label, place) => (
            <li key={place}>{labelText(terminal, label)}</li>
          ))}
        </ul>
      </section>
      {where.length > 0 && <WhereList places={where} />}
    </Page>
  );
}

function valueText({ view, text }: Terminal, { field }: Shown, value: string): string {
  if (value === '') return text('mismatch.blank');
  const date = field === 'date-of-birth' ? readPartialDate(value) : null;
  return date === null ? value : partialDate(view.locale, text, date);
}
