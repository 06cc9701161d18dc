import type { ReactNode } from 'react';
import type { Figure } from '../../../domain/catalogue/ask.ts';
import { dayFigures, REPORT_MARK_CHARACTERS } from '../../../domain/paper/day-report.ts';
import type { LastReport, ReportPrint } from '../../../domain/terminal/view/van-view.ts';
import { hongKongDate } from '../../../domain/time.ts';
import type { DayReport } from '../../../domain/wire/day-report.ts';
import { Button } from '../../components/controls/button.tsx';
import { FactList, type Fact } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal, type Terminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { day, dayAndTime } from '../../text/dates.ts';
import { labelText } from '../../text/labels.ts';
import { ReportsLine } from './reports-waiting.tsx';
import classes from './van.module.css';

function factsOf(figures: readonly Figure[], terminal: Terminal): readonly Fact[] {
  return figures.map(({ label, value }) => {
    const written = labelText(terminal, value);
    const name = labelText(terminal, label);
    return {
      key: 'message' in label ? (label.message.split('.').at(-1) ?? name) : name,
      name,
      value: written,
      none: written === '0',
    };
  });
}

/** What became of the visits, and what is kept, side by side. */
function Figures({ report }: { report: DayReport }): ReactNode {
  const terminal = useTerminal();
  const { visits, kept } = dayFigures(report);
  const half = Math.ceil(visits.length / 2);
  return (
    <div className={classes.sides}>
      <FactList figures facts={factsOf(visits.slice(0, half), terminal)} />
      <FactList figures facts={factsOf(visits.slice(half), terminal)} />
      <FactList figures facts={factsOf(kept, terminal)} />
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
  const { report, fault, last } = screen;
  const { balanced } = report;
  return (
    <Page
      dense
      heading={text(balanced ? 'day.tally.heading' : 'day.tally.heading-not')}
      help={text(balanced ? 'day.tally.help' : 'day.tally.help-not')}
      actions={
        <>
          {last !== undefined && last !== 'not-read' && <PrintLast last={last} />}
          <Button kind="main" action="close-day" onPress={() => void send({ type: 'DAY_CLOSE' })}>
            {text('day.tally.sign')}
          </Button>
        </>
      }
    >
      {fault !== null && (
        <Note tone="red" icon="warning">
          {text(`van-trouble.${fault}`)}
        </Note>
      )}
      {last !== undefined && <LastClosed last={last} />}
      <Differences report={report} />
      <Figures report={report} />
    </Page>
  );
}

function PrintLast({ last }: { last: LastReport }): ReactNode {
  const { view, text, send } = useTerminal();
  if (!canBePrinted(last.print)) return null;
  return (
    <Button action="print-report" onPress={() => void send({ type: 'DAY_PRINT' })}>
      {text('day.last.print', { date: day(view.locale, hongKongDate(last.closedAt)) })}
    </Button>
  );
}

/** That the day before is closed: whoever waited in vain for an answer to the signing sees it here. */
function LastClosed({ last }: { last: LastReport | 'not-read' }): ReactNode {
  const { view, text } = useTerminal();
  if (last === 'not-read') {
    return (
      <div data-last="not-read">
        <Note tone="amber" icon="warning">
          {text('day.last.not-read')}
        </Note>
      </div>
    );
  }
  const { closedAt, staffId, print } = last;
  return (
    <div data-last={last.day} data-print={print}>
      <Note tone="blue" icon="info">
        {text('day.last.closed', { day: last.day, at: dayAndTime(view.locale, closedAt), staffId })}
        {printWords(print, text)}
      </Note>
    </div>
  );
}

function canBePrinted(print: ReportPrint): boolean {
  return print === 'ready' || print === 'printed' || print === 'not-taken' || print === 'no-answer';
}

/** The report that was signed: what still waits on this machine, and the report on paper where there is a printer. */
export function DayReportPage({ screen }: { screen: ScreenOf<'day-report'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { report, digest, print } = screen;
  const { pending } = view.chrome.connection;
  return (
    <Page
      dense
      heading={text('day.report.heading', { day: report.day })}
      help={text('day.report.help', { staffId: report.closedBy.staffId })}
      actions={
        <>
          {canBePrinted(print) && (
            <Button action="print-report" onPress={() => void send({ type: 'DAY_PRINT' })}>
              {text(print === 'printed' ? 'day.report.print-again' : 'print.day-report')}
            </Button>
          )}
          {screen.canCarry === true && (
            <Button action="to-drive" onPress={() => void send({ type: 'TO_DRIVE' })}>
              {text('transfer.open')}
            </Button>
          )}
          <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
            {text('day.report.done')}
          </Button>
        </>
      }
    >
      <div data-waiting={pending}>
        <Note tone={pending === 0 ? 'blue' : 'amber'} icon={pending === 0 ? 'info' : 'box'}>
          <p>
            {pending === 0 ? text('day.report.none-waiting') : text('day.report.waiting', { count: pending })}
          </p>
          <ReportsLine />
        </Note>
      </div>
      <Differences report={report} />
      <Figures report={report} />
      <p className={classes.part} data-print={print}>
        {text('day.report.digest', { mark: digest.slice(0, REPORT_MARK_CHARACTERS) })}
        {printWords(print, text)}
      </p>
    </Page>
  );
}

function printWords(print: ReportPrint, text: Terminal['text']): string {
  if (print === 'none' || print === 'ready') return '';
  if (print === 'sending') return ` · ${text('day.report.printing')}`;
  return ` · ${text(print === 'printed' ? 'day.report.printed' : `printer.${print}`)}`;
}
