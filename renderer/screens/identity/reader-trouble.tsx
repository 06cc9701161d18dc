import type { ReactNode } from 'react';
import type { ReaderTrouble } from '../../../domain/codes.ts';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { CardOnReader, ReaderAtFault } from '../../components/pictures/drawings.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

/** Placing the card again may help; with the others the reader itself is in trouble. */
const PLACE_AGAIN: ReadonlySet<ReaderTrouble> = new Set([
  'unreadable',
  'removed-while-reading',
  'timed-out',
  'not-a-document-we-know',
]);

/** Why the card was not read, that it is not the member's fault, and the ways on. */
export function ReaderTroublePage({ screen }: { screen: ScreenOf<'reader-trouble'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { trouble, attempt, readerReady } = screen;
  const placeAgain = PLACE_AGAIN.has(trouble);
  return (
    <Page
      heading={text(`reader.${trouble}`)}
      help={text(`reader.${trouble}.help`)}
      actions={
        <>
          {trouble === 'not-a-document-we-know' ? (
            <Button action="no-hkid" onPress={() => void send({ type: 'NO_HKID' })}>
              {text('identify.no-hkid')}
            </Button>
          ) : (
            <Button
              wide={!readerReady}
              action="type-number"
              onPress={() => void send({ type: 'TYPE_NUMBER' })}
            >
              {text('reader-trouble.type-number')}
            </Button>
          )}
          {readerReady && (
            <Button kind="main" action="retry" onPress={() => void send({ type: 'RETRY' })}>
              {text('reader-trouble.retry')}
            </Button>
          )}
        </>
      }
    >
      {placeAgain ? (
        <CardOnReader act="down" title={text('reader-trouble.picture')} />
      ) : (
        <ReaderAtFault title={text(`reader.${trouble}`)} />
      )}
      {attempt > 1 && <Note tone="amber">{text('reader-trouble.attempt', { attempt })}</Note>}
      {view.chrome.canAskStaff && (
        <Button kind="staff" action="ask-staff-here" onPress={() => void send({ type: 'ASK_STAFF' })}>
          <Icon name="person" />
          {text('frame.ask-staff')}
        </Button>
      )}
    </Page>
  );
}
