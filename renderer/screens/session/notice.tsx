import type { ReactNode } from 'react';
import { noticeParagraphsAbout } from '../../../domain/messages/legal-texts.ts';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import { LanguageChoice } from '../own-language/language-choice.tsx';
import type { ScreenOf } from '../screen-of.ts';
import classes from './paragraphs.module.css';

/** The notice before collection, word for word what its digest is made of. */
export function Notice({ screen }: { screen: ScreenOf<'notice'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { texts = [], languages } = screen;
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
        {noticeParagraphsAbout(screen.about, view.locale).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {languages !== undefined && (
        <>
          <Note tone="teal">{text('notice.own-language')}</Note>
          <LanguageChoice
            offers={languages}
            onChoose={(language) => void send({ type: 'OWN_LANGUAGE', language })}
          />
        </>
      )}
      {texts.map((words) => (
        <Note key={words.en} tone="amber" icon="info">
          <strong>{text('platform-texts.heading')}</strong> {words[view.locale]}
        </Note>
      ))}
      {screen.about === 'registration' && <Note tone="teal">{text('notice.separate')}</Note>}
    </Page>
  );
}
