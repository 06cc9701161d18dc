import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { TakenOutNote } from '../../components/page/taken-out-note.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

/** Nobody is signed in at this counter. */
export function StationSignedOut({ screen }: { screen: ScreenOf<'station-signed-out'> }): ReactNode {
  const { text } = useTerminal();
  return (
    <Page heading={text('station.signed-out.heading')} help={text('station.signed-out.help')} middle>
      <TakenOutNote reason={screen.takenOut} />
    </Page>
  );
}

export function StationWaiting({ screen }: { screen: ScreenOf<'station-waiting'> }): ReactNode {
  const { text } = useTerminal();
  return <Page heading={text(`station.waiting.${screen.about}`)} middle />;
}

export function StationTrouble({ screen }: { screen: ScreenOf<'station-trouble'> }): ReactNode {
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

/** Why nobody can be served now, each with what to do. */
export function CannotServe({ screen }: { screen: ScreenOf<'station-ready' | 'station-called'> }): ReactNode {
  const { text } = useTerminal();
  const { memberScreen, frozen, readerReady } = screen;
  return (
    <>
      {!memberScreen && (
        <Note tone="red" icon="warning">
          {text('station.no-member-screen')}
        </Note>
      )}
      {!readerReady && (
        <Note tone="red" icon="warning">
          {text('station.reader')}
        </Note>
      )}
      {frozen !== null && (
        <Note tone="red" icon="warning">
          <strong>{text('station.frozen')}</strong>
          <p>{text(`freeze.${frozen}`)}</p>
        </Note>
      )}
    </>
  );
}
