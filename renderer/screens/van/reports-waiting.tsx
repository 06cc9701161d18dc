import type { ReactNode } from 'react';
import type { WaitingReports } from '../../../domain/service/status.ts';
import { Note } from '../../components/page/note.tsx';
import { useTerminal, type Terminal } from '../../terminal.ts';

function placeOf({ waiting, onDrive }: WaitingReports): 'here' | 'some-on-drive' | 'on-drive' {
  if (onDrive === 0) return 'here';
  return onDrive === waiting ? 'on-drive' : 'some-on-drive';
}

/** How many reports of days the platform has not acknowledged, and whether they went onto a drive; null: none waits. */
export function reportsWords({ view, text }: Pick<Terminal, 'view' | 'text'>): string | null {
  const { reports } = view.chrome.connection;
  if (reports === undefined) return null;
  const { waiting: count, onDrive: drive } = reports;
  return text(`day.reports.${placeOf(reports)}`, { count, drive });
}

/** The same as a line in a box with others. */
export function ReportsLine(): ReactNode {
  const terminal = useTerminal();
  const { reports } = terminal.view.chrome.connection;
  return (
    reports !== undefined && (
      <p data-reports={reports.waiting} data-on-drive={reports.onDrive}>
        {reportsWords(terminal)}
      </p>
    )
  );
}

/** And in a box of its own. */
export function ReportsWaiting(): ReactNode {
  const { reports } = useTerminal().view.chrome.connection;
  if (reports === undefined) return null;
  const gone = placeOf(reports) === 'on-drive';
  return (
    <Note tone={gone ? 'blue' : 'amber'} icon={gone ? 'info' : 'box'}>
      <ReportsLine />
    </Note>
  );
}
