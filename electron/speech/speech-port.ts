import { spawn } from 'node:child_process';
import { fail, type Failure, ok, type Result } from '../../domain/result.ts';
import type { Passage } from '../../domain/terminal/ports/speech.ts';
import type { SpeechFault, SpeechPort } from '../../domain/terminal/ports/speech.ts';
import type { Recordings } from './recordings.ts';
import type { Voice } from './speech-program.ts';

export interface SpeechOptions {
  readonly recordings: Recordings;
  /** The speech program for a passage's language; null: none. */
  readonly voiceOf: (passage: Passage) => Voice | null;
  readonly player: Voice | null;
}

type Said = Result<null, Failure<SpeechFault>>;

/** What a speech program needs of the environment to find the sound system. */
const PASSED_ON = ['HOME', 'XDG_RUNTIME_DIR', 'PULSE_SERVER', 'ALSA_CARD', 'LANG'] as const;

/**
 * Speaks by a program of the system: the words on its input and nowhere else, no shell, killed the moment nobody is to
 * hear it any more. A recording that was signed off for exactly these words comes first.
 */
export function createSpeechPort({ recordings, voiceOf, player }: SpeechOptions): SpeechPort {
  const known = new Map<string, boolean>();

  function can(passage: Passage): boolean {
    const key = `${passage.locale} ${passage.text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = (player !== null && recordings.of(passage) !== null) || voiceOf(passage) !== null;
    known.set(key, now);
    return now;
  }

  return {
    can,
    say: (passage, signal) => {
      const recording = player === null ? null : recordings.of(passage);
      const sound = recording === null ? null : recordings.bytes(recording);
      if (player !== null && sound !== null) return heard(player, sound, signal);
      const voice = voiceOf(passage);
      if (voice === null) return Promise.resolve(fail('no-voice'));
      return heard(voice, new TextEncoder().encode(`${passage.text}\n`), signal);
    },
  };
}

/** Gives the bytes to the program and waits for its end. */
function heard({ path, args, hush }: Voice, bytes: Uint8Array, signal: AbortSignal): Promise<Said> {
  if (signal.aborted) return Promise.resolve(ok(null));
  return new Promise((resolve) => {
    const child = spawn(path, [...args], { stdio: ['pipe', 'ignore', 'ignore'], env: surroundings() });
    const silence = (): void => {
      child.kill('SIGKILL');
      if (hush !== undefined) {
        spawn(path, [...hush], { stdio: 'ignore', env: surroundings() }).on('error', () => undefined);
      }
    };
    signal.addEventListener('abort', silence, { once: true });
    const settle = (said: Said): void => {
      signal.removeEventListener('abort', silence);
      resolve(said);
    };
    child.on('error', () => settle(fail('no-answer')));
    child.on('close', (code) => settle(code === 0 || signal.aborted ? ok(null) : fail('no-answer')));
    // Killed while it was being told, or never read to the end: its exit says all there is to say.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}

function surroundings(): Record<string, string> {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
