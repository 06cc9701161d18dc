import type { ReactNode } from 'react';
import type { MessageKey } from '../../../domain/messages/index.ts';
import type { Stake } from '../../../domain/terminal/view/overlay.ts';
import { Button } from '../../components/controls/button.tsx';
import { Page } from '../../components/page/page.tsx';
import { useSecondsLeft } from '../../input/use-seconds-left.ts';
import { useTerminal } from '../../terminal.ts';
import type { OverlayOf } from '../screen-of.ts';
import classes from './overlays.module.css';

const WORDS = {
  unsubmitted: 'idle-warning.statement',
  submitted: 'idle-warning.submitted',
  nothing: 'idle-warning.nothing',
} as const satisfies Record<Stake, MessageKey>;

/** Nobody has touched anything: what happens when, and one big button that stops it. */
export function IdleWarning({ overlay }: { overlay: OverlayOf<'idle-warning'> }): ReactNode {
  const { text, send } = useTerminal();
  const seconds = useSecondsLeft(overlay.wipesAt);
  return (
    <Page
      middle
      ways="none"
      before={
        <p className={classes.count} aria-hidden="true">
          {seconds}
        </p>
      }
      heading={text('idle-warning.heading')}
      actions={
        <Button kind="main" action="still-here" onPress={() => void send({ type: 'STILL_HERE' })}>
          {text('idle-warning.still-here')}
        </Button>
      }
    >
      <p className={classes.statement} role="timer">
        {text(WORDS[overlay.stake], { seconds })}
      </p>
    </Page>
  );
}
