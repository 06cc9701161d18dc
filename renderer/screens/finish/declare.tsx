import type { ReactNode } from 'react';
import {
  declarationParagraphs,
  instructionDeclarationParagraphs,
} from '../../../domain/messages/legal-texts.ts';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import { OwnWords } from '../own-language/own-words.tsx';
import type { ScreenOf } from '../screen-of.ts';
import classes from '../session/paragraphs.module.css';

/** The member's own declaration. While staff hold the session, submitting is not offered. */
export function Declare({ screen }: { screen: ScreenOf<'declare'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { kind, own } = screen;
  const sentences =
    kind === 'member-registration'
      ? declarationParagraphs(view.locale)
      : instructionDeclarationParagraphs(view.locale, kind);
  const withStaff = view.chrome.assist !== null;
  return (
    <Page
      dense={withStaff}
      heading={text('declare.heading')}
      help={text('declare.help')}
      actions={
        withStaff ? undefined : (
          <Button kind="main" action="submit" onPress={() => void send({ type: 'SUBMIT' })}>
            {text(screen.online ? 'declare.submit-online' : 'declare.submit-offline')}
          </Button>
        )
      }
    >
      {own !== undefined && (
        <>
          <OwnWords language={own.language} text={own.text} />
          <Note tone="teal">{text('declare.own')}</Note>
        </>
      )}
      <ol className={`${classes.sheet} ${classes.points}`} data-declaration="">
        {sentences.map((sentence, place) => (
          <li key={sentence}>
            <span className={classes.ordinal} aria-hidden="true">
              {place + 1}
            </span>
            <p>{sentence}</p>
          </li>
        ))}
      </ol>
      {withStaff ? (
        <Note tone="amber">{text('declare.staff-cannot')}</Note>
      ) : (
        !screen.online && <Note tone="amber">{text('review.info-offline')}</Note>
      )}
    </Page>
  );
}
