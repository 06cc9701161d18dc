import type { ReactNode } from 'react';
import type { TransferDrive } from '../../../domain/operations/transfer.ts';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Aside } from '../../components/page/problem.tsx';
import { WorkBar } from '../../components/page/work-bar.tsx';
import { type Terminal, useTerminal } from '../../terminal.ts';
import type { OverlayOf } from '../screen-of.ts';
import { ReportsLine } from '../van/reports-waiting.tsx';
import classes from './transfer.module.css';

/** What waits, on which drive it goes, and whether receipts came back on it. */
export function Transfer({ overlay }: { overlay: OverlayOf<'transfer'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { drives, chosen } = overlay;
  const { pending } = view.chrome.connection;
  const none = drives?.length === 0;
  return (
    <Page
      dense
      ways="none"
      heading={text(none ? 'transfer.no-drive.heading' : 'transfer.heading')}
      help={text('transfer.help')}
      actions={
        <>
          <Button kind="outline" action="staff-cancel" onPress={() => void send({ type: 'STAFF_CANCEL' })}>
            {text('transfer.out')}
          </Button>
          {chosen !== null && (
            <>
              <Button action="read-receipts" onPress={() => void send({ type: 'DRIVE_RECEIPTS' })}>
                {text('transfer.receipts')}
              </Button>
              <Button kind="main" action="export" onPress={() => void send({ type: 'DRIVE_EXPORT' })}>
                {text('transfer.export')}
              </Button>
            </>
          )}
        </>
      }
    >
      <div data-waiting={pending}>
        <Note tone={pending === 0 ? 'blue' : 'amber'} icon={pending === 0 ? 'info' : 'box'}>
          <p>{text('transfer.waiting', { count: pending })}</p>
          <ReportsLine />
        </Note>
      </div>
      <Drives drives={drives} chosen={chosen} />
      {chosen !== null && <Aside>{text('transfer.receipts-when')}</Aside>}
    </Page>
  );
}

function nameOf({ text }: Pick<Terminal, 'text'>, name: string): string {
  return text('file.choose.drive', { name }).trim();
}

function Drives({ drives, chosen }: Pick<OverlayOf<'transfer'>, 'drives' | 'chosen'>): ReactNode {
  const terminal = useTerminal();
  const { text } = terminal;
  const [only, ...others] = drives ?? [];
  if (only === undefined) {
    return (
      <Note tone="teal" {...(drives === null ? { icon: 'clock' as const } : {})}>
        {text(drives === null ? 'transfer.looking' : 'file.choose.no-drive')}
      </Note>
    );
  }
  if (others.length === 0) {
    return (
      <div data-drive={only.name}>
        <Note tone="green">{text('transfer.drive-in', { name: nameOf(terminal, only.name) })}</Note>
      </div>
    );
  }
  return <Choice drives={[only, ...others]} chosen={chosen} />;
}

function Choice({ drives, chosen }: { drives: readonly TransferDrive[]; chosen: string | null }): ReactNode {
  const terminal = useTerminal();
  const { text, send } = terminal;
  return (
    <>
      <Aside>{text('transfer.which')}</Aside>
      <div className={classes.drives}>
        {drives.map(({ id, name }) => (
          <ChoiceCard
            key={id}
            kind="button"
            compact
            action="choose-drive"
            option={id}
            icon="drive"
            label={nameOf(terminal, name)}
            chosen={id === chosen}
            onChoose={() => void send({ type: 'DRIVE_CHOOSE', drive: id })}
          />
        ))}
      </div>
    </>
  );
}

/** How far it is, and a way to stop it. */
export function TransferExporting({ overlay }: { overlay: OverlayOf<'transfer-exporting'> }): ReactNode {
  const { text, send } = useTerminal();
  const { progress, stopping } = overlay;
  const comparing = progress?.phase === 'comparing';
  const words =
    progress === null
      ? text('transfer.preparing')
      : text(comparing ? 'transfer.compared' : 'transfer.written', { count: progress.done, of: progress.of });
  return (
    <Page
      middle
      ways="none"
      heading={text(comparing ? 'transfer.comparing' : 'transfer.writing')}
      help={text('transfer.leave-in')}
      actions={
        stopping ? undefined : (
          <Button action="stop-export" wide onPress={() => void send({ type: 'DRIVE_STOP' })}>
            {text('transfer.stop')}
          </Button>
        )
      }
    >
      <WorkBar done={progress?.done ?? 0} of={progress?.of ?? 1} label={words}>
        <span>{words}</span>
      </WorkBar>
      {stopping && (
        <Note tone="amber" icon="clock">
          {text('transfer.stopping')}
        </Note>
      )}
    </Page>
  );
}

export function TransferReading(): ReactNode {
  const { text } = useTerminal();
  return <Page middle ways="none" heading={text('transfer.reading')} help={text('transfer.leave-in')} />;
}
