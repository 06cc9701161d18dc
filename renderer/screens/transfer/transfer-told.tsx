import type { ReactNode } from 'react';
import type { ExportedToDrive, ReceiptsRead } from '../../../domain/operations/transfer.ts';
import type { Failure } from '../../../domain/result.ts';
import { Button } from '../../components/controls/button.tsx';
import { FactList, type Fact } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Aside } from '../../components/page/problem.tsx';
import { type Terminal, useTerminal } from '../../terminal.ts';
import type { OverlayOf } from '../screen-of.ts';
import { ReportsLine } from '../van/reports-waiting.tsx';
import classes from './transfer.module.css';

function Back(): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Button kind="main" action="staff-cancel" onPress={() => void send({ type: 'STAFF_CANCEL' })}>
      {text('transfer.back')}
    </Button>
  );
}

type Row = 'submissions' | 'attachments' | 'reports' | 'known';

/** The first rows always; the others where there is something to say. */
function factsOf(rows: readonly (readonly [Row, number, 'always'?])[], { text }: Terminal): readonly Fact[] {
  return rows
    .filter(([, count, always]) => always === 'always' || count > 0)
    .map(([key, count]) => ({
      key,
      name: text(`transfer.row.${key}`),
      value: String(count),
      none: count === 0,
    }));
}

/** What is on the drive and what is to be done with it; or why nothing counts as exported. */
export function TransferExported({ overlay }: { overlay: OverlayOf<'transfer-exported'> }): ReactNode {
  const { answer } = overlay;
  return answer.ok ? <Whole bundle={answer.value} /> : <NotExported failure={answer} />;
}

function Whole({ bundle }: { bundle: ExportedToDrive }): ReactNode {
  const terminal = useTerminal();
  const { text } = terminal;
  const { folder, submissions, attachments, dayReports, earlier } = bundle;
  return (
    <Page
      dense
      ways="none"
      heading={text('transfer.exported')}
      help={text('transfer.exported.help')}
      actions={<Back />}
    >
      <div data-exported={submissions}>
        <Note tone="green" icon="check">
          <p>{text('transfer.exported.next')}</p>
          <p>{text('transfer.exported.stays')}</p>
        </Note>
      </div>
      <FactList
        figures
        facts={factsOf(
          [
            ['submissions', submissions, 'always'],
            ['attachments', attachments],
            ['reports', dayReports],
          ],
          terminal,
        )}
      />
      <p className={classes.folder} data-folder={folder}>
        {text('transfer.exported.folder', { folder })}
      </p>
      {earlier > 0 && <Aside>{text('transfer.exported.earlier', { count: earlier })}</Aside>}
    </Page>
  );
}

type ExportFailure = Extract<OverlayOf<'transfer-exported'>['answer'], { readonly ok: false }>;

function NotExported({ failure: { code, params } }: { failure: ExportFailure }): ReactNode {
  const { text } = useTerminal();
  const help =
    code === 'drive-full' && params !== undefined
      ? text('transfer.export-fault.drive-full.figures', params)
      : text(`transfer.export-fault.${code}.help`);
  return (
    <Fault
      code={code}
      heading={text(`transfer.export-fault.${code}`)}
      help={help}
      calm={code === 'nothing-pending' || code === 'stopped'}
      after={code === 'nothing-pending' ? null : text('transfer.nothing-lost')}
    />
  );
}

function Fault({
  code,
  heading,
  help,
  calm,
  after,
}: {
  code: Failure<string>['code'];
  heading: string;
  help: string;
  calm: boolean;
  after: string | null;
}): ReactNode {
  return (
    <Page ways="none" heading={heading} actions={<Back />}>
      <div role="alert" data-fault={code}>
        <Note tone={calm ? 'blue' : 'amber'} icon={calm ? 'info' : 'warning'}>
          <p>{help}</p>
        </Note>
      </div>
      {after !== null && <Note tone="green">{after}</Note>}
    </Page>
  );
}

/** What the receipts changed here, and what still waits; or why none was taken. */
export function TransferReceived({ overlay }: { overlay: OverlayOf<'transfer-received'> }): ReactNode {
  const { text } = useTerminal();
  const { answer } = overlay;
  if (answer.ok) return <Taken read={answer.value} />;
  const { code } = answer;
  return (
    <Fault
      code={code}
      heading={text(`transfer.receipt-fault.${code}`)}
      help={text(`transfer.receipt-fault.${code}.help`)}
      calm={false}
      after={text('transfer.nothing-lost')}
    />
  );
}

function Taken({ read }: { read: ReceiptsRead }): ReactNode {
  const terminal = useTerminal();
  const { view, text } = terminal;
  const { submissions, attachments, dayReports, refused, known, untrusted, unreadableParts } = read;
  const { pending } = view.chrome.connection;
  const count = submissions + attachments + dayReports;
  return (
    <Page
      dense
      ways="none"
      heading={text('transfer.received', { count })}
      help={text('transfer.received.help', { count })}
      actions={<Back />}
    >
      {refused > 0 && <Note tone="red">{text('transfer.received.refused', { count: refused })}</Note>}
      {untrusted > 0 && <Note tone="red">{text('transfer.received.untrusted', { count: untrusted })}</Note>}
      {unreadableParts > 0 && (
        <Note tone="amber">{text('transfer.received.unreadable', { count: unreadableParts })}</Note>
      )}
      <div data-waiting={pending}>
        <Note tone={pending === 0 ? 'green' : 'amber'} icon={pending === 0 ? 'check' : 'box'}>
          <p>{text('transfer.waiting', { count: pending })}</p>
          <ReportsLine />
        </Note>
      </div>
      <div data-received={submissions}>
        <FactList
          figures
          facts={factsOf(
            [
              ['submissions', submissions, 'always'],
              ['attachments', attachments],
              ['reports', dayReports],
              ['known', known],
            ],
            terminal,
          )}
        />
      </div>
    </Page>
  );
}
