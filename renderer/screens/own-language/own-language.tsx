import { useEffect, useRef, type ReactNode } from 'react';
import { isConsent, type WayKnown } from '../../../domain/notices/own-language.ts';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import { wholeDay } from '../../text/dates.ts';
import type { ScreenOf } from '../screen-of.ts';
import { OwnName } from './own-name.tsx';
import { OwnWords } from './own-words.tsx';
import { Recording } from './recording.tsx';
import classes from './own-language.module.css';

/** One text in a language of the member's own: heard or read to its end, then answered for itself. */
export function OwnLanguage({ screen }: { screen: ScreenOf<'own-language'> }): ReactNode {
  const { view, text } = useTerminal();
  const { language, part, at, of, sound, shownToEnd } = screen;
  const covered = view.overlay !== null;
  // The notice before anything is collected is passed with staff beside; what is agreed to is the member's alone.
  const membersTurn = part === 'notice' || view.chrome.assist === null;

  return (
    <Page
      dense
      heading={
        <span className={classes.heading}>
          <OwnName language={language} />
          <span className={classes.place}>
            {text(`own-language.part.${part}`)}
            {of > 1 && ` (${text('own-language.place', { at, of })})`}
          </span>
        </span>
      }
      help={text('own-language.help')}
      actions={membersTurn ? <Answers screen={screen} /> : undefined}
    >
      {sound === null ? (
        <Note tone="teal" icon="silent">
          {text('own-language.sound.none')}
        </Note>
      ) : (
        <Recording key={sound.digest} sound={sound} covered={covered} />
      )}
      <div>
        <OwnWords
          language={language}
          text={screen.text}
          end={<End key={part} watched={!shownToEnd && !covered} />}
        />
      </div>
      {!membersTurn && <Note tone="amber">{text('own-language.staff-cannot')}</Note>}
      <p className={classes.signed}>
        {text('own-language.signed-off', {
          by: screen.signedOffBy,
          date: wholeDay(view.locale, screen.signedOffOn),
        })}
      </p>
    </Page>
  );
}

/** The end of the words: once it is on the screen, they were shown. */
function End({ watched }: { readonly watched: boolean }): ReactNode {
  const { send } = useTerminal();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = end.current;
    if (mark === null || !watched) return undefined;
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void send({ type: 'NOTICE_SHOWN' });
    });
    watcher.observe(mark);
    return () => watcher.disconnect();
    // `send` is another function with every view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [watched]);
  return <div ref={end} className={classes.end} />;
}

/** What somebody can say to it, as soon as it was played or shown to its end. */
function Answers({ screen }: { screen: ScreenOf<'own-language'> }): ReactNode {
  const { text, send } = useTerminal();
  const heard = screen.sound?.played === 'whole';
  if (!heard && !screen.shownToEnd) return null;
  if (isConsent(screen.part)) {
    const way: WayKnown = heard ? 'heard' : 'read';
    return (
      <>
        <Button action="refuse" wide onPress={() => void send({ type: 'NOTICE_KNOWN', way, agreed: false })}>
          <Icon name="close" /> {text('own-language.refuse')}
        </Button>
        <Button action="agree" wide onPress={() => void send({ type: 'NOTICE_KNOWN', way, agreed: true })}>
          <Icon name="check" /> {text('own-language.agree')}
        </Button>
      </>
    );
  }
  return (
    <>
      {screen.shownToEnd && (
        <Button
          kind={heard ? 'outline' : 'main'}
          action="read"
          wide
          onPress={() => void send({ type: 'NOTICE_KNOWN', way: 'read', agreed: null })}
        >
          <Icon name="eye" /> {text('own-language.read')}
        </Button>
      )}
      {heard && (
        <Button
          kind="main"
          action="heard"
          wide
          onPress={() => void send({ type: 'NOTICE_KNOWN', way: 'heard', agreed: null })}
        >
          <Icon name="speaker" /> {text('own-language.heard')}
        </Button>
      )}
    </>
  );
}
