import type { ReactNode } from 'react';
import { noticeParagraphs } from '../../../domain/messages/index.ts';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import classes from './paragraphs.module.css';

/** The notice before collection, word for word what its digest is made of. */
export function Notice(): ReactNode {
  const { view, text, send } = useTerminal();
  return (
    <Page
      heading={text('notice.heading')}
      help={text('notice.help')}
      actions={
        <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
          {text('notice.continue')}
        </Button>
      }
    >
      <div className={classes.sheet} data-notice="">
        {noticeParagraphs(view.locale).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <Note tone="teal">{text('notice.separate')}</Note>
    </Page>
  );
}
