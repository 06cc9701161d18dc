import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDisplayMemory } from './display-memory.ts';
import { NOBODY_KNOWS } from './placing.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'empf-displays-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

it('which display is whose is known after a restart', () => {
  const path = join(folder(), 'displays.json');
  expect(openDisplayMemory(path).known).toEqual(NOBODY_KNOWS);
  openDisplayMemory(path).keep({ staff: 1, member: 2 });
  expect(openDisplayMemory(path).known).toEqual({ staff: 1, member: 2 });
});

it('a damaged file, or a folder that is gone, is no trouble', () => {
  const path = join(folder(), 'displays.json');
  writeFileSync(path, '{"staff":');
  expect(openDisplayMemory(path).known).toEqual(NOBODY_KNOWS);
  const gone = openDisplayMemory(join(folder(), 'gone', 'displays.json'));
  gone.keep({ staff: 1, member: 2 });
  expect(gone.known).toEqual({ staff: 1, member: 2 });
});
