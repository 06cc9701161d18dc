import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Clauses } from '../../components/page/clauses.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon, type IconName } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import { hongKongDate } from '../../../domain/time.ts';
import { wholeDay } from '../../text/dates.ts';
import finish from '../finish/finish.module.css';
import type { OverlayOf } from '../screen-of.ts';
import classes from './parking.module.css';

function Line({ icon, children }: { icon: IconName; children: string }): ReactNode {
  return (
    <li className={classes.line}>
      <Icon name={icon} />
      <span>
        <Clauses>{children}</Clauses>
      </span>
    </li>
  );
}

/** What "finish later" means and until when, before anything is done. */
export function ParkAsking({ overlay }: { overlay: OverlayOf<'park-asking'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const date = wholeDay(view.locale, hongKongDate(overlay.until));
  return (
    <Page
      ways="none"
      heading={text('park-asking.heading')}
      help={text('park-asking.not-submitted')}
      actions={
        <>
          <Button action="finish-later-cancel" onPress={() => void send({ type: 'FINISH_LATER_CANCEL' })}>
            {text('park-asking.cancel')}
          </Button>
          <Button
            kind="main"
            action="finish-later-confirm"
            onPress={() => void send({ type: 'FINISH_LATER_CONFIRM' })}
          >
            {text('park-asking.confirm')}
          </Button>
        </>
      }
    >
      <ul className={classes.lines}>
        <Line icon="clock">{text('park-asking.kept', { date })}</Line>
        <Line icon="phone">{text('park-asking.slip')}</Line>
        <Line icon="person">{text('park-asking.both')}</Line>
      </ul>
      <Note tone={overlay.online ? 'teal' : 'amber'}>
        {text(overlay.online ? 'park-asking.anywhere' : 'park-asking.here')}
      </Note>
    </Page>
  );
}

export function ParkSaving(): ReactNode {
  const { text } = useTerminal();
  return (
    <Page
      middle
      ways="none"
      before={<span className={finish.waiting} aria-hidden="true" />}
      heading={text('park-saving.heading')}
      help={text('park-saving.help')}
    />
  );
}

/** It could not be put aside; nothing is lost. */
export function ParkFailed({ overlay }: { overlay: OverlayOf<'park-failed'> }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page
      ways="none"
      heading={text('park-failed.heading')}
      help={text('park-failed.help')}
      actions={
        <>
          <Button action="finish-later-cancel" onPress={() => void send({ type: 'FINISH_LATER_CANCEL' })}>
            {text('park-failed.cancel')}
          </Button>
          <Button
            kind="main"
            action="finish-later-confirm"
            onPress={() => void send({ type: 'FINISH_LATER_CONFIRM' })}
          >
            {text('park-failed.retry')}
          </Button>
        </>
      }
    >
      <Note tone="red">{text(`parking.${overlay.fault}`)}</Note>
    </Page>
  );
}
