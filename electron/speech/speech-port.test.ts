import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOfText } from '../../domain/digest.ts';
import { noticeParagraphs } from '../../domain/messages/legal-texts.ts';
import type { Passage } from '../../domain/terminal/ports/speech.ts';
import { openRecordings } from './recordings.ts';
import { createSpeechPort } from './speech-port.ts';
import { playerOf, systemProgram, type Voice, voiceFor } from './speech-program.ts';

const NOTICE: Passage = {
  id: 'notice.registration',
  locale: 'zh-Hant',
  text: noticeParagraphs('zh-Hant').join('\n'),
};
const ENGLISH: Passage = { ...NOTICE, locale: 'en', text: noticeParagraphs('en').join('\n') };
const SETTINGS = {
  program: 'espeak-ng',
  voices: { 'zh-Hant': 'yue', en: 'en-gb' },
  wordsPerMinute: 140,
  player: null,
} as const;

const folderOf = (): string => mkdtempSync(join(tmpdir(), 'empf-speech-'));
const none = openRecordings('/nowhere/at/all', () => undefined);
const never = new AbortController().signal;

/** A program that writes down what it was told, and how; with `lasting` it goes on speaking until it is killed. */
function programIn(folder: string, lasting = false): Voice {
  const path = join(folder, 'speaker');
  writeFileSync(
    path,
    `#!/bin/sh\nprintf '%s\\n' "$@" > ${folder}/arguments\n/bin/cat > ${folder}/heard\necho $$ > ${folder}/process\n${lasting ? 'exec /bin/sleep 600' : ''}\n`,
  );
  chmodSync(path, 0o700);
  return { path, args: ['-v', 'yue'] };
}
const portOf = (voice: Voice | null, player: Voice | null = null, recordings = none) =>
  createSpeechPort({ recordings, voiceOf: () => voice, player });

/** Resolves when the file is there: the program has been told everything. */
async function written(path: string): Promise<void> {
  while (!existsSync(path)) await new Promise((turn) => setImmediate(turn));
}

describe('a page is read aloud', () => {
  it('the words go on the input of the program, byte for byte, and never among its arguments', async () => {
    const folder = folderOf();
    expect(await portOf(programIn(folder)).say(NOTICE, never)).toEqual({ ok: true, value: null });
    expect(readFileSync(join(folder, 'heard'), 'utf8')).toBe(`${NOTICE.text}\n`);
    expect(readFileSync(join(folder, 'arguments'), 'utf8')).toBe('-v\nyue\n');
  });

  it('is silent the moment the page is turned', async () => {
    const folder = folderOf();
    const turned = new AbortController();
    const said = portOf(programIn(folder, true)).say(NOTICE, turned.signal);
    await written(join(folder, 'process'));
    turned.abort();
    expect(await said).toEqual({ ok: true, value: null });
    const pid = Number(readFileSync(join(folder, 'process'), 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  });

  it('does not begin when it was stopped before', async () => {
    const folder = folderOf();
    await portOf(programIn(folder)).say(NOTICE, AbortSignal.abort());
    expect(existsSync(join(folder, 'heard'))).toBe(false);
  });

  it('a program that is gone, or that fails, is said', async () => {
    expect(await portOf({ path: '/nowhere/speaker', args: [] }).say(NOTICE, never)).toMatchObject({
      code: 'no-answer',
    });
    expect(await portOf({ path: '/bin/false', args: [] }).say(NOTICE, never)).toMatchObject({
      code: 'no-answer',
    });
  });

  it('is not offered without a program, or without a voice for the language', () => {
    expect(portOf(null).can(NOTICE)).toBe(false);
    expect(voiceFor({ ...SETTINGS, program: null }, 'en')).toBeNull();
    expect(voiceFor(SETTINGS, 'en', () => null)).toBeNull();
    expect(
      voiceFor({ ...SETTINGS, voices: { en: 'en-gb' } }, 'zh-Hant', (name) => `/usr/bin/${name}`),
    ).toBeNull();
    expect(portOf({ path: '/bin/true', args: [] }).can(NOTICE)).toBe(true);
  });

  it('Cantonese is spoken by the voice for Cantonese', () => {
    const find = (name: string): string => `/usr/bin/${name}`;
    expect(voiceFor(SETTINGS, 'zh-Hant', find)).toEqual({
      path: '/usr/bin/espeak-ng',
      args: ['-v', 'yue', '-s', '140', '--stdin'],
    });
    expect(voiceFor({ ...SETTINGS, program: 'spd-say' }, 'en', find)).toEqual({
      path: '/usr/bin/spd-say',
      args: ['-l', 'en-gb', '-r', '-20', '-w', '-e'],
      hush: ['-C'],
    });
  });

  // The real program, where it is installed: it writes what would be heard into a file.
  it.runIf(systemProgram('espeak-ng') !== null).each([NOTICE, ENGLISH])(
    'espeak-ng speaks the notice ($locale)',
    async (passage) => {
      const voice = voiceFor(SETTINGS, passage.locale);
      if (voice === null) throw new Error('no voice');
      const file = join(folderOf(), 'spoken.wav');
      const said = await portOf({ ...voice, args: [...voice.args, '-w', file] }).say(passage, never);
      expect(said).toEqual({ ok: true, value: null });
      const wav = readFileSync(file);
      expect(wav.subarray(0, 4).toString()).toBe('RIFF');
      // 22,050 samples of two bytes a second: the notice takes longer than ten seconds.
      expect(wav.length).toBeGreaterThan(10 * 22_050 * 2);
    },
  );
});

describe('recorded readings', () => {
  const sound = new TextEncoder().encode('RIFF, somebody reading');
  const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

  function recorded(of: Passage, file: Uint8Array = sound): string {
    const folder = folderOf();
    writeFileSync(join(folder, 'notice.wav'), file);
    const recordings = [
      {
        ...{ passage: of.id, language: of.locale, madeFrom: of.locale, textDigest: digestOfText(of.text) },
        ...{ file: 'notice.wav', fileDigest: digestOf(sound) },
        ...{ signedOffBy: 'Compliance (test)', signedOffOn: '2026-11-01' },
      },
    ];
    writeFileSync(join(folder, 'recordings.json'), JSON.stringify({ v: 1, recordings }));
    return folder;
  }

  it('come before the speech program', async () => {
    const folder = folderOf();
    const player = programIn(folder);
    const recordings = openRecordings(recorded(NOTICE), () => undefined);
    const port = createSpeechPort({ recordings, voiceOf: () => null, player });
    expect(port.can(NOTICE)).toBe(true);
    expect(port.can(ENGLISH)).toBe(false);
    await port.say(NOTICE, never);
    expect(readFileSync(join(folder, 'heard'))).toEqual(Buffer.from(sound));
  });

  it('are refused when a word of the text has changed since', () => {
    const recordings = openRecordings(
      recorded({ ...NOTICE, text: NOTICE.text.replace('登記', '報名') }),
      () => undefined,
    );
    expect(recordings.of(NOTICE)).toBeNull();
    const port = createSpeechPort({
      recordings,
      voiceOf: () => null,
      player: { path: '/bin/true', args: [] },
    });
    expect(port.can(NOTICE)).toBe(false);
  });

  it('are not played when the file is another than the one signed off; the program speaks instead', async () => {
    const folder = folderOf();
    const heard = folderOf();
    const recordings = openRecordings(recorded(NOTICE, new Uint8Array([1, 2, 3])), () => undefined);
    const port = createSpeechPort({
      recordings,
      voiceOf: () => programIn(heard),
      player: programIn(folder),
    });
    await port.say(NOTICE, never);
    expect(existsSync(join(folder, 'heard'))).toBe(false);
    expect(readFileSync(join(heard, 'heard'), 'utf8')).toContain('登記');
  });

  it('a manifest that is wrong is none, and said', () => {
    const folder = folderOf();
    writeFileSync(join(folder, 'recordings.json'), '{"v":1,"recordings":[{"file":"../x.wav"}]}');
    let said = 0;
    expect(openRecordings(folder, () => (said += 1)).of(NOTICE)).toBeNull();
    expect(said).toBe(1);
  });

  it('without a player they are not played', () => {
    expect(playerOf({ ...SETTINGS, player: null })).toBeNull();
    const recordings = openRecordings(recorded(NOTICE), () => undefined);
    expect(createSpeechPort({ recordings, voiceOf: () => null, player: null }).can(NOTICE)).toBe(false);
  });
});
