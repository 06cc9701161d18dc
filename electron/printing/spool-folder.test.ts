import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptySpoolFolder } from './spool-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'empf-spool-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

it('what a crash left on its way to the spooler is gone at the next start', () => {
  const left = join(root, 'empf-printing');
  mkdirSync(left, { mode: 0o755 });
  writeFileSync(join(left, 'job.pdf'), 'a declaration');
  const folder = emptySpoolFolder(undefined, root);
  expect(folder).toBe(left);
  expect(readdirSync(folder)).toEqual([]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it('memory is used where there is a place for it, and the disk is emptied, too', () => {
  const memory = join(root, 'run');
  mkdirSync(join(root, 'empf-printing'));
  mkdirSync(memory);
  expect(emptySpoolFolder(memory, root)).toBe(join(memory, 'empf-printing'));
  expect(existsSync(join(root, 'empf-printing'))).toBe(false);
});

it('a place that is no absolute path is none', () => {
  expect(emptySpoolFolder('', root)).toBe(join(root, 'empf-printing'));
});
