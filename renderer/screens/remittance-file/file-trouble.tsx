import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

/** Why the file could not be read, and what to do. */
export function FileTroublePage({ screen }: { screen: ScreenOf<'file-trouble'> }): ReactNode {
  const { text, send } = useTerminal();
  const { trouble, most } = screen;
  return (
    <Page
      heading={text(`file.trouble.${trouble}`)}
      actions={
        <Button kind="main" action="file-again" onPress={() => void send({ type: 'FILE_AGAIN' })}>
          {text('file.trouble.again')}
        </Button>
      }
    >
      <Note tone="amber" icon="warning">
        <p>{text(`file.trouble.${trouble}.help`, most)}</p>
      </Note>
    </Page>
  );
}
