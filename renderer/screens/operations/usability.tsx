import { useState, type ReactNode } from 'react';
import type { UsabilityReport } from '../../../domain/operations/port.ts';
import { SMALL_COUNT } from '../../../domain/usability/codes.ts';
import { Button } from '../../components/controls/button.tsx';
import { Chip } from '../../components/controls/choice.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import { day } from '../../text/dates.ts';
import { sentences } from '../../text/sentences.ts';
import type { OverlayOf } from '../screen-of.ts';
import classes from './operations.module.css';
import { ErrorsTable, FlowsTable, GroupsTable, SlowestTable } from './usability-tables.tsx';

const LOOKS = ['flows', 'slowest', 'errors', 'groups'] as const;
type Look = (typeof LOOKS)[number];

/** How visits went, as counts, for the expert panel and the testing firm. */
export function Usability({ overlay }: { overlay: OverlayOf<'usability'> }): ReactNode {
  const { text, send } = useTerminal();
  const { report, failed, saving, saved } = overlay;
  return (
    <Page
      dense
      ways="none"
      heading={text('usability.heading')}
      actions={
        <>
          {report !== null && report.summary.days !== null && (
            <Button
              action="save-usability"
              disabled={saving}
              onPress={() => void send({ type: 'SAVE_USABILITY' })}
            >
              {text(saving ? 'usability.saving' : 'usability.save')}
            </Button>
          )}
          <Button kind="main" action="staff-cancel" onPress={() => void send({ type: 'STAFF_CANCEL' })}>
            {text('operations.close')}
          </Button>
        </>
      }
    >
      {saved !== null && (
        <div role="status" data-saved={saved.ok ? 'yes' : saved.code}>
          <Note tone={saved.ok ? 'green' : 'red'} icon="drive">
            {saved.ok
              ? text('usability.saved', { name: saved.value.name })
              : text(`usability.save.${saved.code}`)}
          </Note>
        </div>
      )}
      {failed && <Note tone="red">{text('usability.failed')}</Note>}
      {report === null ? (
        failed ? null : (
          <Note tone="teal" icon="clock">
            {text('usability.asking')}
          </Note>
        )
      ) : (
        <Figures report={report} />
      )}
    </Page>
  );
}

function Figures({ report: { summary, days } }: { report: UsabilityReport }): ReactNode {
  const { view, text } = useTerminal();
  const [look, setLook] = useState<Look>('flows');
  if (summary.days === null) return <Note tone="teal">{text('usability.nothing')}</Note>;
  const { from, to } = summary.days;
  return (
    <>
      <p className={classes.soft}>
        {sentences(view.locale, [
          text('usability.days', { from: day(view.locale, from), to: day(view.locale, to), days }),
          text('usability.small', { most: SMALL_COUNT - 1 }),
        ])}
      </p>
      <div className={classes.flows} role="radiogroup" aria-label={text('usability.heading')}>
        {LOOKS.map((one) => (
          <Chip
            key={one}
            option={`look-${one}`}
            label={text(`usability.by.${one}`)}
            chosen={look === one}
            onChoose={() => setLook(one)}
          />
        ))}
      </div>
      {look === 'flows' && <FlowsTable summary={summary} />}
      {look === 'slowest' && <SlowestTable summary={summary} />}
      {look === 'errors' && <ErrorsTable summary={summary} />}
      {look === 'groups' && <GroupsTable summary={summary} />}
    </>
  );
}
