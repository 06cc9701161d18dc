import type { ReactNode } from 'react';
import { hongKongDate } from '../../../domain/time.ts';
import type { StationCase } from '../../../domain/terminal/ports/cases.ts';
import { Button } from '../../components/controls/button.tsx';
import { useToolName } from '../../components/controls/covered.ts';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { usePress } from '../../input/press.ts';
import { useTerminal } from '../../terminal.ts';
import { day, timeOfDay } from '../../text/dates.ts';
import { usePages } from '../remittance-file/pager.tsx';
import type { ScreenOf } from '../screen-of.ts';
import { kindsOf, nameOfCase, TONES } from './case-words.ts';
import classes from './cases.module.css';

/** As many as stand on a counter's display without scrolling. */
const ON_A_PAGE = 7;

/** The list is being read, or something about a case is being written down. */
export function CasesWaiting({ screen }: { screen: ScreenOf<'cases-waiting'> }): ReactNode {
  const { text } = useTerminal();
  return <Page heading={text(`cases.waiting.${screen.about}`)} middle />;
}

export function CasesTrouble({ screen }: { screen: ScreenOf<'cases-trouble'> }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page
      heading={text('cases.trouble.heading')}
      help={text(`cases-trouble.${screen.fault}`)}
      actions={
        screen.canRetry && (
          <Button kind="main" action="retry" onPress={() => void send({ type: 'RETRY' })}>
            {text('van.trouble.retry')}
          </Button>
        )
      }
    />
  );
}

/** Today's cases, those that need somebody first. */
export function CasesList({ screen }: { screen: ScreenOf<'cases-list'> }): ReactNode {
  const { text } = useTerminal();
  const { cases, lost, stale } = screen;
  const { items, pager } = usePages(cases, ON_A_PAGE);
  const needing = cases.filter(({ needsSomebody }) => needsSomebody).length;
  return (
    <Page
      dense
      heading={text('cases.heading')}
      help={cases.length === 0 ? text('cases.none') : text('cases.needing', { count: needing })}
    >
      {lost && <Note tone="amber">{text('cases.lost')}</Note>}
      {stale && <Note tone="amber">{text('cases.stale')}</Note>}
      {items.length > 0 && (
        <ul className={classes.list}>
          {items.map((one) => (
            <li key={one.id}>
              <Line one={one} />
            </li>
          ))}
        </ul>
      )}
      {pager}
    </Page>
  );
}

function Line({ one }: { one: StationCase }): ReactNode {
  const { view, text, send } = useTerminal();
  const { id, state, openedAt, staffId, today, needsSomebody, noted } = one;
  const press = usePress(() => void send({ type: 'CASE_OPEN', id }));
  const when = today ? timeOfDay(view.locale, openedAt) : day(view.locale, hongKongDate(openedAt));
  return (
    <button
      type="button"
      className={classes.line}
      data-action={useToolName('open-case')}
      data-option={useToolName(String(id))}
      data-needs={needsSomebody || undefined}
      {...press}
    >
      <span className={classes.number}>{nameOfCase(text, one)}</span>
      <span className={classes.kinds}>
        {kindsOf(text, one)}
        {noted !== null && <em>{text(`case-action.${noted.action}`)}</em>}
      </span>
      <span className={classes.state} data-tone={TONES[state]}>
        {text(`case-state.${state}`)}
      </span>
      <span className={classes.when}>
        {when}
        {staffId !== null && <em>{staffId}</em>}
      </span>
    </button>
  );
}
