import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Clauses } from '../../components/page/clauses.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { WhereList } from '../../components/where/where-next.tsx';
import { DocumentDrawing } from '../../components/pictures/drawings.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

/** What to bring where: service centres of the reference data, the nearest first. */
export function BringDocuments({ screen }: { screen: ScreenOf<'bring-documents'> }): ReactNode {
  const { text, send } = useTerminal();
  const { document, where = [] } = screen;
  return (
    <Page
      heading={text(`bring.heading.${document}`)}
      actions={
        <Button kind="main" action="done" onPress={() => void send({ type: 'DONE' })}>
          {text('bring.done')}
        </Button>
      }
    >
      {where.length === 0 && <DocumentDrawing document={document} title={text(`bring.take.${document}`)} />}
      <FactList
        facts={[
          { key: 'take', name: text('bring.take'), value: text(`bring.take.${document}`) },
          { key: 'where', name: text('bring.where'), value: text('bring.where.any') },
          { key: 'ask', name: text('bring.ask'), value: <Clauses>{text('bring.ask.hotline')}</Clauses> },
        ]}
      />
      {where.length > 0 && <WhereList places={where} />}
      {!screen.enquiring && <Note tone="amber">{text('bring.prepared')}</Note>}
    </Page>
  );
}
