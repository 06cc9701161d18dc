import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import classes from './overlays.module.css';

/** Leaving clears everything that was not submitted: asked once, plainly. */
export function LeaveConfirm(): ReactNode {
  const { view, text, send } = useTerminal();
  const submitted = view.screen.id === 'receipt';
  return (
    <Page
      middle
      ways="none"
      before={
        <span className={classes.sign}>
          <Icon name="warning" size="big" />
        </span>
      }
      heading={text('leave-confirm.heading')}
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
      <p className={classes.statement}>
        {text(submitted ? 'leave-confirm.help-submitted' : 'leave-confirm.help')}
      </p>
    </Page>
  );
}
