import type { ReactNode } from 'react';
import type { MessageKey } from '../../../domain/messages/index.ts';
import type { Stake } from '../../../domain/terminal/view/overlay.ts';
import { Button } from '../../components/controls/button.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import type { OverlayOf } from '../screen-of.ts';
import classes from './overlays.module.css';

const WORDS = {
  unsubmitted: 'leave-confirm.help',
  submitted: 'leave-confirm.help-submitted',
  nothing: 'leave-confirm.help-nothing',
} as const satisfies Record<Stake, MessageKey>;

/** Leaving clears everything that was not submitted: asked once, plainly. */
export function LeaveConfirm({ overlay }: { overlay: OverlayOf<'leave-confirm'> }): ReactNode {
  const { text, send } = useTerminal();
  const { stake } = overlay;
  return (
    <Page
      middle
      ways="none"
      before={
        <span className={classes.sign}>
          <Icon name="warning" size="big" />
        </span>
      }
      heading={text(stake === 'nothing' ? 'leave-confirm.heading-nothing' : 'leave-confirm.heading')}
      actions={
        <>
          <Button kind="grave" action="leave-confirm" onPress={() => void send({ type: 'LEAVE_CONFIRM' })}>
            {text('leave-confirm.leave')}
          </Button>
          <Button kind="main" action="leave-cancel" onPress={() => void send({ type: 'LEAVE_CANCEL' })}>
            {text('leave-confirm.stay')}
          </Button>
        </>
      }
    >
      <p className={classes.statement}>{text(WORDS[stake])}</p>
    </Page>
  );
}
