import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { measure } from './measure.ts';
import { shuffled } from './rounds/shuffled.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'empf-bench-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('a batch counts as the submissions in it, and the last one need not be full', async () => {
  const given: number[] = [];
  const phase = await measure(folder(), 120, (done) => {
    given.push(done);
    return Math.min(50, 120 - done);
  });
  expect(given).toEqual([0, 50, 100]);
  expect(phase.perSecond).toBeGreaterThan(0);
});

test('an operation that makes us wait is waited for', async () => {
  let ended = 0;
  await measure(folder(), 2, () =>
    Promise.resolve().then(() => {
      ended += 1;
      return 1;
    }),
  );
  expect(ended).toBe(2);
});

test('a queue that runs dry is an error, not a quick round', async () => {
  await expect(measure(folder(), 10, (done) => (done < 4 ? 2 : 0))).rejects.toThrow('after 4 of 10');
});

test('every value comes once, whatever the order', () => {
  expect(shuffled([1, 2, 3, 4]).toSorted()).toEqual([1, 2, 3, 4]);
});
