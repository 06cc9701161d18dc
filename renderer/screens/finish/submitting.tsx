import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './finish.module.css';

/** Something is under way that takes a moment: sealing and saving, or asking the platform. */
export function Waiting({
  about,
}: {
  about:
    | 'submitting'
    | 'enquiry-asking'
    | 'correction-opening'
    | 'iam-smart-beginning'
    | 'mobile-code-sending'
    | 'resume-opening';
}): ReactNode {
  const { text } = useTerminal();
  return (
    <Page
      middle
      before={<span className={classes.waiting} aria-hidden="true" />}
      heading={text(`${about}.heading`)}
      help={text(`${about}.help`)}
    />
  );
}

/** It could not be saved: nothing is lost, and there are two ways on. */
export function NotSaved({ screen }: { screen: ScreenOf<'not-saved'> }): ReactNode {
  const { view, text, send } = useTerminal();
  return (
    <Page
      heading={text('not-saved.heading')}
      help={text('not-saved.statement')}
      actions={
        <>
          {view.chrome.canAskStaff && (
            <Button action="ask-staff-here" onPress={() => void send({ type: 'ASK_STAFF' })}>
              {text('frame.ask-staff')}
            </Button>
          )}
          <Button kind="main" action="retry" onPress={() => void send({ type: 'RETRY' })}>
            {text('not-saved.retry')}
          </Button>
        </>
      }
    >
      <Note tone="red">{text(`not-saved.${screen.fault}`)}</Note>
    </Page>
  );
}
