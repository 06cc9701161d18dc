import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Page } from '../../components/page/page.tsx';
import { StaffComing } from '../../components/pictures/drawings.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import { timeOfDay } from '../../text/dates.ts';
import type { OverlayOf } from '../screen-of.ts';
import classes from './overlays.module.css';

/** Staff have been told; the page below is covered so that they see no more than needed. */
export function HelpCalled({ overlay }: { overlay: OverlayOf<'help-called'> }): ReactNode {
  const { view, text, send } = useTerminal();
  return (
    <Page
      ways="none"
      heading={text(headingOf(overlay))}
      help={
        overlay.snoozed
          ? text('help-called.snoozed')
          : overlay.told === 'going'
            ? text('help-called.going')
            : text('help-called.since', { time: timeOfDay(view.locale, overlay.since) })
      }
      actions={
        <Button wide action="cancel-help" onPress={() => void send({ type: 'CANCEL_HELP' })}>
          {text('help-called.cancel')}
        </Button>
      }
    >
      <StaffComing title={text('help-called.picture')} />
      {overlay.told === 'seen' && !overlay.snoozed && (
        <p className={classes.statement} data-seen="">
          {text('help-called.seen')}
        </p>
      )}
      <p className={classes.statement}>{text('help-called.statement')}</p>
      <p className={classes.badge}>
        <Icon name="badge" />
        {text('help-called.badge')}
      </p>
    </Page>
  );
}

/** No more is promised than is known: a lamp and a tone call; that somebody comes was said by them. */
function headingOf({ snoozed, told }: OverlayOf<'help-called'>) {
  if (snoozed) return 'help-called.heading-snoozed';
  return told === 'going' ? 'help-called.heading-going' : 'help-called.heading';
}

/** Three minutes and nobody came: said as it is, with every way on. */
export function HelpNobodyCame(): ReactNode {
  const { view, text, send } = useTerminal();
  const { print, canFinishLater } = view.chrome;
  return (
    <Page ways="none" heading={text('help-nobody-came.heading')} help={text('help-nobody-came.help')}>
      <div className={classes.choices}>
        <ChoiceCard
          kind="button"
          action="keep-waiting"
          option="keep-waiting"
          icon="clock"
          label={text('help-nobody-came.keep-waiting')}
          chosen={false}
          onChoose={() => void send({ type: 'KEEP_WAITING' })}
        />
        <ChoiceCard
          kind="button"
          action="cancel-help"
          option="cancel-help"
          icon="person"
          label={text('help-nobody-came.cancel')}
          chosen={false}
          onChoose={() => void send({ type: 'CANCEL_HELP' })}
        />
        {canFinishLater && (
          <ChoiceCard
            kind="button"
            action="finish-later"
            option="finish-later"
            icon="document"
            label={text('help-nobody-came.later')}
            help={text('help-nobody-came.later-help')}
            chosen={false}
            onChoose={() => void send({ type: 'FINISH_LATER' })}
          />
        )}
        {print.offered.includes('help-slip') && (
          <ChoiceCard
            kind="button"
            action="print-help-slip"
            option="print-help-slip"
            icon="printer"
            label={text('help-nobody-came.print')}
            help={text('help-nobody-came.print-help')}
            chosen={false}
            onChoose={() => void send({ type: 'PRINT', paper: 'help-slip' })}
          />
        )}
        <ChoiceCard
          kind="button"
          action="leave"
          option="leave"
          icon="close"
          label={text('help-nobody-came.leave')}
          chosen={false}
          onChoose={() => void send({ type: 'LEAVE' })}
        />
      </div>
      <p className={classes.badge}>
        <Icon name="phone" />
        {text('help-nobody-came.hotline')}
      </p>
    </Page>
  );
}
