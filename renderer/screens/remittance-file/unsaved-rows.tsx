import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

/** Asked of whoever goes on before the rows that stay are on the drive: they are not sent, and nobody keeps them here. */
export function UnsavedRows({ screen }: { screen: ScreenOf<'file-result'> }): ReactNode {
  const { text, send } = useTerminal();
  const counts = { held: screen.findings.held };
  return (
    <Page
      heading={text('file.unsaved.heading', counts)}
      actions={
        <>
          <Button action="continue-unsaved" onPress={() => void send({ type: 'CONTINUE' })}>
            {text('file.unsaved.go-on')}
          </Button>
          <Button kind="main" action="save-problems" onPress={() => void send({ type: 'FILE_SAVE' })}>
            {text('file.unsaved.save')}
          </Button>
        </>
      }
    >
      <Note tone="amber" icon="warning">
        <p>{text('file.unsaved.help', counts)}</p>
      </Note>
    </Page>
  );
}
