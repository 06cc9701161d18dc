import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../domain/locale.ts';

/** Where programs of the system are; never the search path, into which anybody could put one. */
const FOLDERS = ['/usr/bin', '/usr/local/bin'];

export const SPEECH_PROGRAMS = ['espeak-ng', 'spd-say'] as const;
type SpeechProgram = (typeof SPEECH_PROGRAMS)[number];
export const SOUND_PLAYERS = ['aplay', 'paplay'] as const;
type SoundPlayer = (typeof SOUND_PLAYERS)[number];

/** A program that takes bytes on its input and is heard. */
export interface Voice {
  readonly path: string;
  readonly args: readonly string[];
  /** Said after it was stopped halfway: whoever speaks for it goes on otherwise. */
  readonly hush?: readonly string[];
}

export interface SpeechSettings {
  readonly program: SpeechProgram | null;
  /** Name of the voice for each language, as the program has it. */
  readonly voices: Readonly<Partial<Record<Locale, string>>>;
  readonly wordsPerMinute: number;
  /** Plays recordings; null: none are played. */
  readonly player: SoundPlayer | null;
}

/** The path of a program of the system; null where it is not installed. */
export function systemProgram(name: string, folders: readonly string[] = FOLDERS): string | null {
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** How a language is spoken here; null: not at all. The words themselves never stand among the arguments. */
export function voiceFor(
  settings: SpeechSettings,
  locale: Locale,
  find: (name: string) => string | null = systemProgram,
): Voice | null {
  const { program, wordsPerMinute } = settings;
  const name = settings.voices[locale];
  const path = program === null ? null : find(program);
  if (path === null || name === undefined) return null;
  if (program === 'espeak-ng') return { path, args: ['-v', name, '-s', String(wordsPerMinute), '--stdin'] };
  // speech-dispatcher counts from -100 to 100 around a usual pace of some 175 words a minute.
  const rate = Math.max(-100, Math.min(100, Math.round((wordsPerMinute - 175) / 1.75)));
  return { path, args: ['-l', name, '-r', String(rate), '-w', '-e'], hush: ['-C'] };
}

/** How a recording is played; it takes a WAV file on its input. */
export function playerOf(
  { player }: SpeechSettings,
  find: (name: string) => string | null = systemProgram,
): Voice | null {
  const path = player === null ? null : find(player);
  if (path === null) return null;
  return { path, args: player === 'aplay' ? ['-q', '-'] : [] };
}
