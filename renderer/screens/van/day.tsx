import type { ReactNode } from 'react';
import type { DayReport } from '../../../domain/wire/day-report.ts';
import { Button } from '../../components/controls/button.tsx';
import { FactList, type Fact } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal, type Terminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './van.module.css';

/** Enough of the digest to tell two reports apart by eye. */
const MARK_CHARACTERS = 8;
/** Of the facts, those about visits; the others are about what is kept. */
const VISIT_FACTS = 6;

function factsOf({ tally, kept }: DayReport, text: Terminal['text']): readonly Fact[] {
  const { left, idle, machine, cut } = tally.abandoned;
  const rows: readonly (readonly [string, Parameters<Terminal['text']>[0], number])[] = [
    ['sessions', 'day.row.sessions', tally.sessions],
    ['submitted', 'day.row.submitted', tally.submitted],
    ['parked', 'day.row.parked', tally.parked],
    ['prepared', 'day.row.prepared', tally.prepared],
    ['asked', 'day.row.asked', tally.asked],
    ['abandoned', 'day.row.abandoned', left + idle + machine + cut],
    ['receipts', 'day.row.receipts', kept.receiptsShown],
    ['pending', 'day.row.pending', kept.pending],
    ['set-aside', 'day.row.set-aside', kept.setAside],
  ];
  return rows.map(([key, name, value]) => ({
    key,
    name: text(name),
    value: String(value),
    none: value === 0,
  }));
}

/** What became of the visits, and what is kept, side by side. */
function Figures({ report }: { report: DayReport }): ReactNode {
  const { text } = useTerminal();
  const facts = factsOf(report, text);
  return (
    <div className={classes.sides}>
      <FactList figures facts={facts.slice(0, VISIT_FACTS)} />
      <FactList figures facts={facts.slice(VISIT_FACTS)} />
    </div>
  );
}

function Differences({ report }: { report: DayReport }): ReactNode {
  const { text } = useTerminal();
  return report.differences.map(({ code, count }) => (
    <div key={code} data-difference={code}>
      <Note tone={report.balanced ? 'amber' : 'red'} icon="warning">
        {text(`day.difference.${code}`, { count })}
      </Note>
    </div>
  ));
}

/** The day as it stands, before it is signed. */
export function DayTally({ screen }: { screen: ScreenOf<'day-tally'> }): ReactNode {
  const { text, send } = useTerminal();
  const { report, fault } = screen;
  const { balanced } = report;
  return (
    <Page
      dense
      heading={text(balanced ? 'day.tally.heading' : 'day.tally.heading-not')}
      help={text(balanced ? 'day.tally.help' : 'day.tally.help-not')}
      actions={
        <Button kind="main" action="close-day" onPress={() => void send({ type: 'DAY_CLOSE' })}>
          {text('day.tally.sign')}
        </Button>
      }
    >
      {fault !== null && (
        <Note tone="red" icon="warning">
          {text(`van-trouble.${fault}`)}
        </Note>
      )}
      <Differences report={report} />
      <Figures report={report} />
    </Page>
  );
}

/** The report that was signed. */
export function DayReportPage({ screen }: { screen: ScreenOf<'day-report'> }): ReactNode {
  const { text, send } = useTerminal();
  const { report, digest } = screen;
  return (
    <Page
      dense
      heading={text('day.report.heading', { day: report.day })}
      help={text('day.report.help', { staffId: report.closedBy.staffId })}
      actions={
        <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
          {text('day.report.done')}
        </Button>
      }
    >
      <Differences report={report} />
      <Figures report={report} />
      <Note tone="blue">{text('day.report.digest', { mark: digest.slice(0, MARK_CHARACTERS) })}</Note>
    </Page>
  );
}
