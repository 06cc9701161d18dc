import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { SoundView } from '../../../domain/terminal/view/own-language-view.ts';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { useTerminal } from '../../terminal.ts';
import classes from './own-language.module.css';

/** A player without anything to be heard with would run to its end in silence. */
async function canBeHeard(): Promise<boolean> {
  // Typed as always there; it is not in a page that was not loaded securely.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (media === undefined) return true;
  const devices = await media.enumerateDevices();
  return devices.some(({ kind }) => kind === 'audiooutput');
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`;
}

/** The recorded voice of one text: it sounds while the view says that it plays, and at no other time. */
export function Recording({ sound, covered }: { sound: SoundView; covered: boolean }): ReactNode {
  const { text, send } = useTerminal();
  const player = useRef<HTMLAudioElement>(null);
  const begun = useRef(0);
  const [at, setAt] = useState(0);
  const { digest, playing, run, here, seconds, paused, played, trouble } = sound;
  const sounds = playing && here && !covered;

  useEffect(() => {
    const audio = player.current;
    if (audio === null || !here) return undefined;
    if (!sounds) {
      audio.pause();
      return undefined;
    }
    let wanted = true;
    if (begun.current !== run) {
      begun.current = run;
      audio.currentTime = 0;
    }
    const failed = (): void => {
      if (wanted) void send({ type: 'NOTICE_FAILED' });
    };
    canBeHeard()
      .then((heard) => (heard ? (wanted ? audio.play() : undefined) : failed()))
      .catch(failed);
    return () => {
      wanted = false;
      audio.pause();
    };
    // `send` is another function with every view; what is played follows from these.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sounds, run, here]);

  if (trouble === 'waiting' || trouble === 'damaged') {
    return (
      <Note tone="amber" icon="silent">
        {text(`own-language.sound.${trouble}`)}
      </Note>
    );
  }
  return (
    <section
      className={classes.player}
      aria-label={text('own-language.player')}
      data-playing={sounds || undefined}
    >
      {here && (
        <audio
          ref={player}
          preload="none"
          src={`/sound/${digest}`}
          onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
          onEnded={() => void send({ type: 'NOTICE_ENDED' })}
        />
      )}
      <div className={classes.buttons}>
        {playing ? (
          <Button action="notice-pause" onPress={() => void send({ type: 'NOTICE_PAUSE' })}>
            <span className={classes.pause} aria-hidden="true" /> {text('own-language.pause')}
          </Button>
        ) : (
          <Button
            kind={played === 'whole' ? 'outline' : 'main'}
            action="notice-play"
            onPress={() => void send({ type: 'NOTICE_PLAY' })}
          >
            <span className={classes.play} aria-hidden="true" />{' '}
            {text(
              paused
                ? 'own-language.go-on'
                : played === 'nothing'
                  ? 'own-language.play'
                  : 'own-language.again',
            )}
          </Button>
        )}
        {(playing || paused) && (
          <Button action="notice-again" onPress={() => void send({ type: 'NOTICE_AGAIN' })}>
            {text('own-language.again')}
          </Button>
        )}
      </div>
      <div className={classes.progress}>
        <progress max={seconds} value={Math.min(at, seconds)} aria-label={text('own-language.player')} />
        <span>
          {clock(Math.min(at, seconds))} / {clock(seconds)}
        </span>
      </div>
      {trouble === 'failed' && (
        <Note tone="amber" icon="silent">
          {text('own-language.sound.failed')}
        </Note>
      )}
    </section>
  );
}
