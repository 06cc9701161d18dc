import type { ReactNode } from 'react';
import { LOCALES } from '../../../domain/locale.ts';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Note } from '../../components/page/note.tsx';
import { TrainingNote } from '../../components/page/training-note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import { textIn } from '../../text/text.ts';
import type { OverlayOf } from '../screen-of.ts';
import classes from './overlays.module.css';

/**
 * What the platform expects of the page below, in the language that staff chose for their shift, whatever the member's is; more time, an
 * interpreter, and staff's own pages.
 */
export function StaffMore({ overlay }: { overlay: OverlayOf<'staff-more'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const reading = overlay.reading ?? view.locale;
  const rule = textIn(reading);
  const { progress } = view.chrome;
  const other = LOCALES.find((locale) => locale !== reading) ?? reading;
  return (
    <Page
      dense
      ways="none"
      heading={text('staff-more.heading')}
      actions={
        <Button kind="main" action="staff-cancel" onPress={() => void send({ type: 'STAFF_CANCEL' })}>
          {text('staff-more.close')}
        </Button>
      }
    >
      <TrainingNote of={view.chrome.assist?.training} />
      <div data-rule={progress?.name ?? 'none'} lang={reading}>
        <Note tone="teal">
          <strong>
            {progress === null ? rule('staff-more.anywhere') : rule(`progress.${progress.name}`)}
          </strong>
          <p>{rule(progress === null ? 'staff-more.rule.none' : `staff-more.rule.${progress.name}`)}</p>
        </Note>
      </div>
      <Button
        kind="small"
        action="staff-rule-language"
        option={other}
        lang={other}
        onPress={() => void send({ type: 'RULE_LANGUAGE', locale: other })}
      >
        {textIn(other)('staff-more.read-in')}
      </Button>
      <div className={classes.choices}>
        <ChoiceCard
          kind="button"
          action="more-time"
          option="more-time"
          icon="clock"
          label={text(overlay.moreTime ? 'staff-more.time-given' : 'staff-more.time')}
          help={text('staff-more.time-help')}
          chosen={overlay.moreTime}
          onChoose={() => void send({ type: 'MORE_TIME' })}
        />
        <ChoiceCard
          kind="button"
          action="interpreter"
          option="interpreter"
          icon="headset"
          label={text(overlay.interpreter ? 'staff-more.interpreter-noted' : 'staff-more.interpreter')}
          help={text('staff-more.interpreter-help')}
          chosen={overlay.interpreter}
          onChoose={() => void send({ type: 'INTERPRETER_PRESENT' })}
        />
      </div>
      <div className={classes.tools}>
        {overlay.canSeeStatus && (
          <Button kind="small" action="staff-status" onPress={() => void send({ type: 'STAFF_STATUS' })}>
            {text('assist.status')}
          </Button>
        )}
        {overlay.canSeePeople && (
          <Button kind="small" action="staff-people" onPress={() => void send({ type: 'STAFF_PEOPLE' })}>
            {text('staff-more.people')}
          </Button>
        )}
        <Button kind="small" action="change-pin" onPress={() => void send({ type: 'CHANGE_PIN' })}>
          {text('staff-more.change-pin')}
        </Button>
      </div>
    </Page>
  );
}
