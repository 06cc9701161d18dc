import type { Failure } from '../../domain/result.ts';

/** Faults of `notices add` and `withdraw` in plain words, for whoever sits at the gateway's machine. */
const WORDS: Readonly<Record<string, string>> = {
  'text-not-utf8': 'the text is not in UTF-8; save it as UTF-8 and try again.',
  'text-empty': 'the text file has no words in it.',
  'text-too-long': 'the text has {characters} characters; at most {most} are put to anybody.',
  'text-not-a-text':
    'the text file has characters in it that no text has; is it a document of a word processor?',
  'sound-empty': 'the audio file is empty.',
  'sound-too-large':
    'the audio file has {bytes} bytes; terminals take at most {most}. Mono at 16 kHz is enough.',
  'sound-not-wav-or-ogg': 'the audio file is neither WAV nor Ogg.',
  'sound-encoding':
    'the audio file is compressed in a way that is not played here; take WAV (PCM), or Ogg with Opus or Vorbis.',
  'sound-cut-off': 'the audio file ends before it says that it does; copy it again.',
  'sound-too-long': 'the recording lasts {seconds} seconds; at most {most} are put to anybody.',
  'sound-too-short': 'the recording lasts {seconds} seconds: there is nothing on it.',
  'notice-twice': 'this very translation was added before; nothing was changed.',
  'notice-in-force': 'another translation of {part} into {language} is in force; withdraw it first.',
  'notice-not-there': 'no translation of {part} into {language} is in force.',
  'reference-data-too-large':
    'with it the reference data is larger than a terminal reads; nothing was changed.',
  busy: 'another program holds the database; nothing was changed.',
};

export function plainWords({ code, params = {} }: Failure<string>): string {
  return (WORDS[code] ?? code).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
