import type { ReactNode } from 'react';
import { Note } from '../../components/page/note.tsx';
import { useTerminal } from '../../terminal.ts';

/** How many reports of days the platform has not acknowledged, and whether they went onto a drive. */
export function ReportsWaiting(): ReactNode {
  const { view, text } = useTerminal();
  const { reports } = view.chrome.connection;
  if (reports === undefined) return null;
  const { waiting, onDrive } = reports;
  const where = onDrive === 0 ? 'here' : onDrive === waiting ? 'on-drive' : 'some-on-drive';
  return (
    <div data-reports={waiting} data-on-drive={onDrive}>
      <Note tone={where === 'on-drive' ? 'blue' : 'amber'} icon={where === 'on-drive' ? 'info' : 'box'}>
        {text(`day.reports.${where}`, { count: waiting, drive: onDrive })}
      </Note>
    </div>
  );
}
