import type { ReactNode } from 'react';
import type { SalvageSummary, ServiceStatus } from '../../../domain/service/status.ts';
import { Button } from '../../components/controls/button.tsx';
import { FactList, type Fact } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal, type Terminal } from '../../terminal.ts';
import { dayAndTime } from '../../text/dates.ts';
import type { OverlayOf } from '../screen-of.ts';

function oldest(hours: number | null, text: Terminal['text']): string {
  if (hours === null) return text('staff-status.none');
  const whole = Math.floor(hours);
  return whole < 1 ? text('staff-status.under-an-hour') : text('staff-status.hours', { hours: whole });
}

type Row = readonly [string, Parameters<Terminal['text']>[0], string];

/** Where no day is closed, there is no line of it. */
function reportFacts({ reports }: ServiceStatus, text: Terminal['text']): readonly Row[] {
  if (reports === undefined) return [];
  const { waiting: count, onDrive: drive } = reports;
  return [['reports', 'staff-status.reports', text('staff-status.reports-waiting', { count, drive })]];
}

function facts(status: ServiceStatus, { view, text }: Terminal): readonly Fact[] {
  const { online, trouble, lastContact, activity } = status;
  const items = (count: number): string => text('staff-status.items', { count });
  const line = text(online ? 'staff-status.online' : 'staff-status.offline');
  const rows: readonly Row[] = [
    ['pending', 'staff-status.pending', items(status.pending)],
    ['oldest', 'staff-status.oldest', oldest(status.oldestPendingHours, text)],
    [
      'parked',
      'staff-status.parked',
      status.parked === 0 ? items(0) : text('staff-status.parked-items', { count: status.parked }),
    ],
    ['exported', 'staff-status.exported', items(status.exported)],
    ...reportFacts(status, text),
    ['connection', 'staff-status.connection', trouble === null ? line : text(`trouble.${trouble}`)],
    ['activity', 'staff-status.activity', text(`activity.${activity}`)],
    [
      'last-contact',
      'staff-status.last-contact',
      lastContact === null ? text('staff-status.never') : dayAndTime(view.locale, lastContact),
    ],
  ];
  return rows.map(([key, name, value]) => ({ key, name: text(name), value }));
}

function salvageWords({ at, salvaged, missing }: SalvageSummary, { view, text }: Terminal): string {
  const time = dayAndTime(view.locale, at);
  if (missing === null) return text('staff-status.salvage-uncounted', { time, salvaged });
  return text('staff-status.salvage', { time, salvaged, missing });
}

/** How the machine stands, for staff: what stops visits or soon will, what is kept, what it is doing. */
export function StaffStatus({ overlay }: { overlay: OverlayOf<'staff-status'> }): ReactNode {
  const terminal = useTerminal();
  const { text, send } = terminal;
  const { status } = overlay;
  const { findings } = status.freeze;
  return (
    <Page
      dense
      ways="none"
      heading={text('staff-status.heading')}
      actions={
        <>
          {overlay.canOperate && (
            <Button action="operations" onPress={() => void send({ type: 'OPERATIONS' })}>
              {text('operations.open')}
            </Button>
          )}
          {overlay.canCarry && (
            <Button action="to-drive" onPress={() => void send({ type: 'TO_DRIVE' })}>
              {text('transfer.open')}
            </Button>
          )}
          <Button kind="main" action="staff-cancel" onPress={() => void send({ type: 'STAFF_CANCEL' })}>
            {text('staff-status.close')}
          </Button>
        </>
      }
    >
      {findings.length === 0 && <Note tone="green">{text('staff-status.open')}</Note>}
      {findings.map(({ reason, level, value, limit }) => (
        <div key={reason} data-reason={reason} data-level={level}>
          <Note tone={level === 'frozen' ? 'red' : 'amber'} icon="warning">
            <strong>{text(`staff-status.${level}`)}</strong>
            <p>{text(`freeze.${reason}.figure`, { value, limit })}</p>
          </Note>
        </div>
      ))}
      {(status.attestingUnusual ?? []).map((staffId) => (
        <div key={staffId} data-attesting={staffId}>
          <Note tone="red" icon="warning">
            {text('staff-status.attesting-unusual', { staffId })}
          </Note>
        </div>
      ))}
      <FactList facts={facts(status, terminal)} />
      {overlay.canChangePin && (
        <Button kind="small" action="change-pin" onPress={() => void send({ type: 'CHANGE_PIN' })}>
          {text('staff-more.change-pin')}
        </Button>
      )}
      {status.salvage !== null && (
        <Note tone={status.salvage.missing === 0 ? 'amber' : 'red'} icon="warning">
          {salvageWords(status.salvage, terminal)}
        </Note>
      )}
      {status.audit !== null && (
        <Note tone="amber" icon="warning">
          {text(`staff-status.${status.audit}`, { code: status.audit })}
        </Note>
      )}
    </Page>
  );
}
