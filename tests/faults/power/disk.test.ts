import { describe, expect, test } from 'vitest';
import { createRandom } from '../runner/random.ts';
import { type CutKind, diskAfter } from './disk.ts';
import type { Recording, Step } from './recording.ts';

const FOLDER = '/data';
const A = `${FOLDER}/a`;
const B = `${FOLDER}/b`;
const write = (text: string, offset = 0, inode = 1): Step => ({
  type: 'write',
  inode,
  offset,
  data: Buffer.from(text),
});
const create = (path = A, inode = 1): Step => ({ type: 'create', inode, path });
const sync = (inode = 1, failed = false): Step => ({ type: 'sync', inode, failed });
const syncFolder: Step = { type: 'sync-folder', path: FOLDER, failed: false };

function after(
  steps: readonly Step[],
  kind: CutKind,
  options: { before?: Recording['before']; cut?: number; seed?: number } = {},
): Record<string, string | null> {
  const recording = { folder: FOLDER, before: options.before ?? new Map(), steps };
  const disk = diskAfter(
    recording,
    options.cut ?? steps.length,
    kind,
    createRandom('disk', options.seed ?? 1),
  );
  return Object.fromEntries([...disk].map(([path, content]) => [path, content?.toString() ?? null]));
}

describe('only what was synced', () => {
  test('data and name were synced', () => {
    expect(after([create(), write('one'), sync(), syncFolder], 'synced')).toEqual({ a: 'one' });
  });

  test('a file whose folder was not synced is not there', () => {
    expect(after([create(), write('one'), sync()], 'synced')).toEqual({});
  });

  test('what was written after the sync is not there', () => {
    expect(after([create(), syncFolder, write('one'), sync(), write('two')], 'synced')).toEqual({ a: 'one' });
  });

  test('a sync that failed makes nothing durable, and no later one does', () => {
    const steps = [create(), syncFolder, write('one'), sync(1, true), sync(), write('X', 3), sync()];
    expect(after(steps, 'synced')).toEqual({ a: '\0\0\0X' });
  });

  test('a file is replaced by renaming only when its folder is synced', () => {
    const before = new Map([['a', Buffer.from('old')]]);
    const replace: Step[] = [create(B, 2), write('new', 0, 2), sync(2), { type: 'rename', path: B, to: A }];
    expect(after(replace, 'synced', { before })).toEqual({ a: 'old' });
    expect(after([...replace, syncFolder], 'synced', { before })).toEqual({ a: 'new' });
  });

  test('a file that was removed comes back unless its folder was synced', () => {
    const before = new Map([['a', Buffer.from('old')]]);
    const remove: Step = { type: 'unlink', path: A };
    expect(after([remove], 'synced', { before })).toEqual({ a: 'old' });
    expect(after([remove, syncFolder], 'synced', { before })).toEqual({});
  });

  test('a new folder is as uncertain as what is in it', () => {
    const inside: Step[] = [
      { type: 'make-folder', path: `${FOLDER}/keys` },
      create(`${FOLDER}/keys/a`),
      write('one'),
      sync(),
      { type: 'sync-folder', path: `${FOLDER}/keys`, failed: false },
    ];
    expect(after(inside, 'synced')).toEqual({});
    expect(after([...inside, syncFolder], 'synced')).toEqual({ keys: null, 'keys/a': 'one' });
  });

  test('a truncation is data like a write', () => {
    const before = new Map([['a', Buffer.from('abcdef')]]);
    const steps: Step[] = [
      { type: 'open', inode: 1, path: A },
      { type: 'truncate', inode: 1, size: 2 },
    ];
    expect(after(steps, 'synced', { before })).toEqual({ a: 'abcdef' });
    expect(after([...steps, sync()], 'synced', { before })).toEqual({ a: 'ab' });
  });

  test('an inode that is used again is another file', () => {
    const steps: Step[] = [
      create(),
      write('one'),
      sync(),
      { type: 'unlink', path: A },
      create(),
      write('2'),
      sync(),
    ];
    expect(after([...steps, syncFolder], 'synced')).toEqual({ a: '2' });
  });
});

test('a process that is killed leaves everything', () => {
  expect(after([create(), write('one'), write('two', 3)], 'killed')).toEqual({ a: 'onetwo' });
});

test('nothing after the cut happened', () => {
  expect(after([create(), write('one'), write('two')], 'killed', { cut: 2 })).toEqual({ a: 'one' });
});

test('of what was not synced some sectors are there and some are not, in no order', () => {
  const sectors = 'abcdefgh';
  const data = sectors
    .split(/(?=.)/)
    .map((letter) => letter.repeat(512))
    .join('');
  const steps = [create(), syncFolder, write('S'), sync(), write(data, 512)];
  const found = Array.from({ length: 20 }, (_, seed) => after(steps, 'torn', { seed })['a'] ?? '');
  expect(found.every((content) => content.startsWith('S'))).toBe(true);
  expect(new Set(found).size).toBeGreaterThan(10);
  for (const content of found) {
    for (let at = 512; at < content.length; at += 512) {
      const sector = content.slice(at, at + 512);
      expect([sectors[at / 512 - 1]?.repeat(512), '\0'.repeat(512)]).toContain(sector);
    }
  }
});
