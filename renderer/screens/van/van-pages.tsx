import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { TakenOutNote } from '../../components/page/taken-out-note.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { ReportsWaiting } from './reports-waiting.tsx';

/** Nobody is signed in for the shift. */
export function VanSignedOut({ screen }: { screen: ScreenOf<'van-signed-out'> }): ReactNode {
  const { view, text } = useTerminal();
  const { pending } = view.chrome.connection;
  return (
    <Page heading={text('van.signed-out.heading')} help={text('van.signed-out.help')} middle>
      <TakenOutNote reason={screen.takenOut} />
      {screen.stop !== null && <Note tone="teal">{text('van.signed-out.stop', { site: screen.stop })}</Note>}
      {pending > 0 && (
        <Note tone="amber" icon="box">
          {text('van.signed-out.waiting', { count: pending })}
        </Note>
      )}
      <ReportsWaiting />
    </Page>
  );
}

export function VanClose({ screen }: { screen: ScreenOf<'van-close'> }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page
      heading={text('van.close.heading', { site: screen.site })}
      help={text('van.close.help', { count: screen.served })}
      actions={
        <Button kind="main" action="close-stop-confirm" onPress={() => void send({ type: 'CONTINUE' })}>
          {text('van.close.yes')}
        </Button>
      }
    />
  );
}

/** The book is being read or written. */
export function VanWaiting({ screen }: { screen: ScreenOf<'van-waiting'> }): ReactNode {
  const { text } = useTerminal();
  return <Page heading={text(`van.waiting.${screen.about}`)} middle />;
}

export function VanTrouble({ screen }: { screen: ScreenOf<'van-trouble'> }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page
      heading={text('van.trouble.heading')}
      help={text(`van-trouble.${screen.fault}`)}
      actions={
        <Button kind="main" action="retry" onPress={() => void send({ type: 'RETRY' })}>
          {text('van.trouble.retry')}
        </Button>
      }
    />
  );
}
