import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TRANSLATED_PARTS } from '../../domain/notices/translation.ts';
import { languageOffers } from '../../domain/notices/offers.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { bundle } from '../reference-data/bundle.fixture.ts';
import { createBundleStore } from '../reference-data/bundle-store.ts';
import { referenceData } from '../reference-data/command.ts';
import { openDatabase } from '../store/database.ts';
import { temporaryFolder } from '../testing/gateway.ts';
import { notices } from './command.ts';
import { wavOf } from './sound-files.fixture.ts';

let folder: ReturnType<typeof temporaryFolder>;
let dataDir: string;
let said: string[];
let complained: string[];

class Exit extends Error {}

beforeEach(() => {
  folder = temporaryFolder();
  dataDir = join(folder.path, 'data');
  mkdirSync(dataDir);
  said = [];
  complained = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => complained.push(String(text)) > 0);
  vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Exit();
  });
  writeFileSync(join(folder.path, 'text'), 'SAMPLE नेपाली');
  writeFileSync(join(folder.path, 'sound.wav'), wavOf(3));
});
afterEach(() => {
  vi.restoreAllMocks();
  folder.remove();
});

const at = (name: string): string => join(folder.path, name);

/** What `add` takes; `null` leaves one out. */
function add(change: Readonly<Record<string, string | null>> = {}): Promise<void> {
  const given: Readonly<Record<string, string | null>> = {
    language: 'ne',
    text: at('text'),
    audio: at('sound.wav'),
    'signed-off-by': 'Home Affairs',
    date: '2026-01-05',
    ...change,
  };
  const words = Object.entries(given).flatMap(([name, value]) =>
    value === null ? [] : [`--${name}`, value],
  );
  return notices(['add', ...words, '--data', dataDir]);
}

const lines = (): readonly unknown[] => said.map((line) => JSON.parse(line) as unknown);

async function published() {
  const opened = openDatabase(dataDir);
  if (!opened.ok) throw new Error(opened.code);
  const latest = await createBundleStore(opened.value).latest();
  opened.value.close();
  return latest;
}

describe('npm run gateway -- notices', () => {
  it('production begins with none, and says so', async () => {
    await notices(['list', '--data', dataDir]);
    expect(lines()).toEqual([{ notices: 'none: no translation ships with the program' }]);
    expect(await published()).toBeNull();
  });

  it('adds one, and terminals get it with a newer version of the reference data', async () => {
    await add();
    const version = EMBEDDED_REFERENCE_DATA.version + 1;
    expect(lines()).toMatchObject([
      { notice: 'added', language: 'ne', part: 'notice', seconds: 3, referenceData: version },
    ]);
    expect(await published()).toMatchObject({
      version,
      notices: [{ language: 'ne', part: 'notice', text: 'SAMPLE नेपाली', signedOffBy: 'Home Affairs' }],
    });
  });

  it('offers a language when every text of it was added, and not any more when one is withdrawn', async () => {
    for (const part of TRANSLATED_PARTS) await add({ part });
    const offered = async () =>
      languageOffers((await published())?.notices ?? [], () => 'ready').find(
        ({ language }) => language === 'ne',
      );
    expect(await offered()).toEqual({ language: 'ne', state: 'offered', sounds: 'ready' });
    await notices(['withdraw', '--language', 'ne', '--part', 'declaration', '--data', dataDir]);
    expect((await offered())?.state).toBe('incomplete');
    said = [];
    await notices(['list', '--data', dataDir]);
    expect(lines()).toHaveLength(4);
    expect(lines()).toContainEqual(expect.objectContaining({ part: 'declaration', state: 'withdrawn' }));
  });

  it('reference data that are published afterwards keep them, and cannot bring others', async () => {
    await add();
    writeFileSync(at('bundle.json'), JSON.stringify({ ...bundle(90), notices: [] }));
    await referenceData(['publish', at('bundle.json'), '--data', dataDir]);
    expect(await published()).toMatchObject({ version: 90, notices: [{ language: 'ne' }] });
  });

  it.each([
    ['twice', {}, /very translation was added before/],
    ['another one while one is in force', { text: 'other' }, /withdraw it first/],
  ])('%s is refused, and nothing changes', async (_what, change, words) => {
    await add();
    writeFileSync(at('other'), 'other words');
    const before = await published();
    const given = 'text' in change ? { text: at('other') } : {};
    await expect(add(given)).rejects.toThrow(Exit);
    expect(complained.join('')).toMatch(words);
    expect(await published()).toEqual(before);
  });

  it.each([
    ['a language nobody speaks here', { language: 'fr' }, /--language is one of id, hi, ne/],
    ['a tag with a country', { language: 'ne-NP' }, /the tag alone/],
    ['no language', { language: null }, /--language is one of/],
    ['a text that there is not', { part: 'recipe' }, /--part is one of notice/],
    ['no text file', { text: '/nowhere' }, /text file cannot be read/],
    ['an empty text', { text: 'empty' }, /no words in it/],
    ['another encoding', { text: 'latin1' }, /not in UTF-8/],
    ['no audio file', { audio: '/nowhere' }, /audio file cannot be read/],
    ['something else than a sound', { audio: 'text' }, /neither WAV nor Ogg/],
    ['nobody who signed it off', { 'signed-off-by': ' ' }, /names the office/],
    ['a day that is none', { date: '2026-02-30' }, /--date is the day/],
    ['a day to come', { date: '2999-01-01' }, /not come yet/],
  ])('%s: one plain line, and nothing is added', async (_what, change, words) => {
    writeFileSync(at('empty'), '');
    writeFileSync(at('latin1'), Uint8Array.from([0xe9, 0x74, 0xe9]));
    const named = Object.fromEntries(
      Object.entries(change).map(([name, value]) => [
        name,
        (name === 'text' || name === 'audio') && value !== null && !value.startsWith('/') ? at(value) : value,
      ]),
    );
    await expect(add(named)).rejects.toThrow(Exit);
    expect(complained.join('')).toMatch(words);
    expect(await published()).toBeNull();
  });

  it('withdrawing what is not there is said', async () => {
    await expect(notices(['withdraw', '--language', 'ur', '--data', dataDir])).rejects.toThrow(Exit);
    expect(complained.join('')).toMatch(/no translation of notice into ur is in force/);
  });
});
