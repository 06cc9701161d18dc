import { createHash } from 'node:crypto';
import { originalDigests } from '../../domain/notices/originals.ts';
import {
  MOST_SOUND_BYTES,
  MOST_SOUND_SECONDS,
  MOST_TRANSLATED_CHARACTERS,
  type NoticeSound,
  type Translation,
} from '../../domain/notices/translation.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { readSoundFile, type SoundFileFault } from './sound-file.ts';

export type TranslationFileFault =
  | 'text-not-utf8'
  | 'text-empty'
  | 'text-too-long'
  | 'text-not-a-text'
  | 'sound-empty'
  | 'sound-too-large'
  | 'sound-too-long'
  | 'sound-too-short'
  | SoundFileFault;

/** Shorter is a slip of the finger, not a notice that somebody read out. */
const LEAST_SOUND_SECONDS = 0.5;

/** The words of a text file, a paragraph a line: UTF-8, with or without its mark, whatever its line ends. */
export function readText(bytes: Uint8Array): Result<string, Failure<TranslationFileFault>> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('text-not-utf8');
  }
  const lines = text
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const words = lines.join('\n');
  if (words === '') return fail('text-empty');
  if (/[\u0000-\u0009\u000b-\u001f\ufffd]/.test(words)) return fail('text-not-a-text');
  if (words.length > MOST_TRANSLATED_CHARACTERS) {
    return fail('text-too-long', { characters: words.length, most: MOST_TRANSLATED_CHARACTERS });
  }
  return ok(words);
}

/** What a recording is, by its own words. */
export function readSound(bytes: Uint8Array): Result<NoticeSound, Failure<TranslationFileFault>> {
  if (bytes.length === 0) return fail('sound-empty');
  if (bytes.length > MOST_SOUND_BYTES) {
    return fail('sound-too-large', { bytes: bytes.length, most: MOST_SOUND_BYTES });
  }
  const read = readSoundFile(bytes);
  if (!read.ok) return read;
  const { seconds } = read.value;
  if (seconds > MOST_SOUND_SECONDS) return fail('sound-too-long', { seconds, most: MOST_SOUND_SECONDS });
  if (seconds < LEAST_SOUND_SECONDS) return fail('sound-too-short', { seconds });
  const digest = createHash('sha256').update(bytes).digest('base64url');
  return ok({ digest, bytes: bytes.length, ...read.value });
}

/** The translation of the text that this release has, as it is signed off today. */
export function translationFrom(
  about: Pick<Translation, 'language' | 'part' | 'signedOffBy' | 'signedOffOn'>,
  text: string,
  sound: NoticeSound | null,
): Translation {
  return { ...about, translates: originalDigests(about.part), text, sound };
}
