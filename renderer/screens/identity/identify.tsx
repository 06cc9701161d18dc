import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note, Promises } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { CardOnReader } from '../../components/pictures/drawings.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

/** Waiting for a card; or for the one to be lifted that has lain there since before the visit. */
export function Identify({ screen }: { screen: ScreenOf<'identify'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { readerReady } = view.chrome;
  const { liftFirst } = screen;
  return (
    <Page
      heading={text(liftFirst ? 'identify.lift.heading' : 'identify.heading')}
      help={text(liftFirst ? 'identify.lift.help' : 'identify.help')}
      actions={
        <>
          {!readerReady && (
            <Button wide action="type-number" onPress={() => void send({ type: 'TYPE_NUMBER' })}>
              {text('identify.type-number')}
            </Button>
          )}
          <Button wide action="no-hkid" onPress={() => void send({ type: 'NO_HKID' })}>
            {text('identify.no-hkid')}
          </Button>
        </>
      }
    >
      <CardOnReader
        act={liftFirst ? 'up' : 'down'}
        title={text(liftFirst ? 'identify.lift.picture' : 'identify.picture')}
      />
      {liftFirst && <Note tone="amber">{text('identify.lift.whose')}</Note>}
      {liftFirst ? null : readerReady ? (
        <Promises
          lines={[
            text('identify.promise.masked'),
            text('identify.promise.cleared'),
            text('identify.promise.staff'),
          ]}
        />
      ) : (
        <Note tone="amber">{text('identify.reader-not-ready')}</Note>
      )}
    </Page>
  );
}

/** The card lies on the reader and is being read. */
export function Reading(): ReactNode {
  const { text } = useTerminal();
  return (
    <Page heading={text('reading.heading')} help={text('reading.help')}>
      <CardOnReader act="lying" title={text('reading.picture')} />
    </Page>
  );
}
