import type { SoundSettings } from '../../domain/terminal/bridge.ts';
import type { View } from '../../domain/terminal/view/view.ts';
import { isCalling, type Tone, toneOf } from './tone-of.ts';

/** Hertz and seconds of each note, one after the other: low, short, without an edge (facts/kiosk-ux.md §3.2). */
const NOTES: Readonly<Record<Tone, readonly (readonly [number, number])[]>> = {
  call: [
    [523.25, 0.45],
    [659.25, 0.7],
  ],
  card: [[659.25, 0.25]],
  kept: [
    [523.25, 0.22],
    [783.99, 0.4],
  ],
};

/** Between two calls: often enough to be found, seldom enough to be borne. */
export const CALL_EVERY_MILLISECONDS = 12_000;
/** At full volume a tone is this loud, of 1: a voice beside it is still understood. */
const LOUDEST = 0.4;
const SWELL_SECONDS = 0.04;

export interface Sounds {
  /** Every new view, in order. */
  saw(view: View): void;
}

interface SoundWorld {
  readonly settings: SoundSettings;
  /** Opened with the first tone, not before. */
  readonly open: () => AudioContext;
  /** Runs again and again; returns what ends it. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
}

/**
 * Tones from what the views say. A call is repeated for as long as its page stands: somebody comes, snoozes or is given
 * up on, and it ends. Without a sound device nothing is heard and nothing else changes.
 */
export function createSounds({ settings, open, every }: SoundWorld): Sounds {
  let before: View | null = null;
  let audio: AudioContext | null = null;
  let endCall: (() => void) | null = null;

  function play(tone: Tone): void {
    try {
      audio ??= open();
      void audio.resume().catch(() => undefined);
      let at = audio.currentTime;
      for (const [hertz, seconds] of NOTES[tone]) {
        note(audio, hertz, at, seconds, LOUDEST * (settings.volume / 100));
        at += seconds * 0.7;
      }
    } catch {
      // No sound device: the page says everything that a tone says.
    }
  }

  return {
    saw: (view) => {
      if (settings.muted || settings.volume === 0) return;
      const tone = toneOf(before, view);
      before = view;
      if (tone !== null) play(tone);
      if (isCalling(view) && endCall === null) {
        play('call');
        endCall = every(CALL_EVERY_MILLISECONDS, () => play('call'));
      }
      if (!isCalling(view) && endCall !== null) {
        endCall();
        endCall = null;
      }
    },
  };
}

function note(audio: AudioContext, hertz: number, at: number, seconds: number, loudness: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + SWELL_SECONDS);
  gain.gain.linearRampToValueAtTime(0, at + seconds);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}
