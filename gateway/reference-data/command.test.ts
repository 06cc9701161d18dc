import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { temporaryFolder } from '../testing/gateway.ts';
import { bundle } from './bundle.fixture.ts';
import { referenceData } from './command.ts';

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
});
afterEach(() => {
  vi.restoreAllMocks();
  folder.remove();
});

function file(content: string): string {
  const path = join(folder.path, 'bundle.json');
  writeFileSync(path, content);
  return path;
}

function run(...args: readonly string[]): Promise<void> {
  return referenceData([...args, '--data', dataDir]);
}

async function shown(): Promise<unknown> {
  said = [];
  await run('show');
  return JSON.parse(said.join(''));
}

const VERSION = EMBEDDED_REFERENCE_DATA.version + 1;

describe('npm run gateway -- reference-data', () => {
  it('shows what is built in until something is published, and then that', async () => {
    expect(await shown()).toEqual(EMBEDDED_REFERENCE_DATA);
    said = [];
    await run('publish', file(JSON.stringify(bundle(VERSION))));
    expect(said.map((line) => JSON.parse(line) as unknown)).toEqual([
      { referenceData: 'published', version: VERSION },
    ]);
    const { issuedAt, ...published } = bundle(VERSION);
    expect(await shown()).toMatchObject(published);
    expect(issuedAt).toBe(EMBEDDED_REFERENCE_DATA.issuedAt);
    expect(complained).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ['a file that is not JSON', '{', /cannot be read, or is not JSON/],
    ['something else', '{}', /is not reference data: look at \w+/],
    [
      'a broken rule',
      JSON.stringify({ ...bundle(VERSION), funds: [] }),
      /at schemes\.0: a scheme is for some time without its Core Accumulation Fund/,
    ],
    ['an old version', JSON.stringify(bundle(VERSION - 1)), /take a higher version/],
  ])('refuses %s in plain words, and nothing is changed', async (_what, content, words) => {
    await expect(run('publish', file(content))).rejects.toThrow(Exit);
    expect(complained.join('')).toMatch(words);
    expect(complained.join('')).not.toContain('{');
    expect(await shown()).toEqual(EMBEDDED_REFERENCE_DATA);
  });

  it.each([[['publish']], [['show', 'more']], [['remove']], [[]]])(
    'explains itself when asked %j',
    async (args) => {
      await expect(run(...args)).rejects.toThrow(Exit);
      expect(complained.join('')).toContain('reference-data publish <file.json>');
    },
  );
});
