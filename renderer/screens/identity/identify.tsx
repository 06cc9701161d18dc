import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note, Promises } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { CardOnReader } from '../../components/pictures/drawings.tsx';
import { useTerminal } from '../../terminal.ts';

/** Waiting for a card. */
export function Identify(): ReactNode {
  const { view, text, send } = useTerminal();
  const { readerReady } = view.chrome;
  return (
    <Page
      heading={text('identify.heading')}
      help={text('identify.help')}
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
      <CardOnReader act="down" title={text('identify.picture')} />
      {readerReady ? (
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
