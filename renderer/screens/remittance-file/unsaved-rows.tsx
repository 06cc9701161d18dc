import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { SaveProblems } from './save-problems.tsx';

/** Asked of whoever goes on before the rows that stay are on the drive: they are not sent, and nobody keeps them here. */
export function UnsavedRows({ screen }: { screen: ScreenOf<'file-result'> }): ReactNode {
  const { text, send } = useTerminal();
  const { findings, going, saving, saved } = screen;
  const counts = { held: findings.held, going };
  return (
    <Page
      heading={text('file.unsaved.heading', counts)}
      actions={
        <>
          <Button action="continue-unsaved" onPress={() => void send({ type: 'CONTINUE' })}>
            {text('file.unsaved.go-on')}
          </Button>
          <SaveProblems rows={findings.held} saving={saving} saved={saved} />
        </>
      }
    >
      <Note tone="amber" icon="warning">
        <p>{text('file.unsaved.help', counts)}</p>
      </Note>
    </Page>
  );
}
