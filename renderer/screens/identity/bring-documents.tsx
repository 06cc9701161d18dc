import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Clauses } from '../../components/page/clauses.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { DocumentDrawing } from '../../components/pictures/drawings.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

/** What to bring where. No address is made up: the hotline knows where and when. */
export function BringDocuments({ screen }: { screen: ScreenOf<'bring-documents'> }): ReactNode {
  const { text, send } = useTerminal();
  const { document } = screen;
  return (
    <Page
      heading={text(`bring.heading.${document}`)}
      actions={
        <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
          {text('bring.done')}
        </Button>
      }
    >
      <DocumentDrawing document={document} title={text(`bring.take.${document}`)} />
      <FactList
        facts={[
          { key: 'take', name: text('bring.take'), value: text(`bring.take.${document}`) },
          { key: 'where', name: text('bring.where'), value: text('bring.where.any') },
          { key: 'ask', name: text('bring.ask'), value: <Clauses>{text('bring.ask.hotline')}</Clauses> },
        ]}
      />
      {!screen.enquiring && <Note tone="amber">{text('bring.prepared')}</Note>}
    </Page>
  );
}
