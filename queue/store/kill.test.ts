import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { dataFolder } from '../testing/data-folder.ts';
import { good } from '../testing/values.ts';
import { openQueue } from './queue.ts';

const CHILD = fileURLToPath(new URL('../testing/kill-child.ts', import.meta.url));
const KILLS = 24;
/** A child is killed after this many lines at most; the number itself is random. */
const MOST_LINES = 120;

/** Runs one child until it has said so many lines, kills it in the middle of whatever it does, and gives what it said. */
async function killedAfter(path: string, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, path], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  child.stdout.on('data', (data: Buffer) => {
    text += data.toString();
    if (text.split('\n').length > lines) child.kill('SIGKILL');
  });
  const ended: unknown[] = await once(child, 'close');
  expect({ signal: ended[1], errors }).toEqual({ signal: 'SIGKILL', errors: '' });
  // The last line may have been cut by the kill.
  return text.split('\n').slice(0, -1);
}

test('SIGKILL at any moment: everything confirmed is there once, and no number is given twice', async () => {
  const path = join(dataFolder(), 'queue.db');
  const kept = new Map<string, string>();
  const received = new Set<string>();
  for (let round = 0; round < KILLS; round += 1) {
    for (const line of await killedAfter(path, 2 + Math.floor(Math.random() * MOST_LINES))) {
      const [what, first = '', second = ''] = line.split(' ');
      if (what === 'kept') {
        expect(kept.has(first), `${first} was given twice`).toBe(false);
        kept.set(first, second);
      } else if (what === 'received') received.add(first);
    }
  }

  const queue = good(openQueue(path));
  const stored = good(queue.list());
  const byReference = new Map(stored.map((item) => [item.reference, item.id]));
  for (const [reference, id] of kept) expect(byReference.get(reference)).toBe(id);
  for (const id of received) expect(good(queue.get(id))?.state).toBe('received');
  expect(byReference.size).toBe(stored.length);
  expect(stored.map((item) => item.sequence)).toEqual(
    [...stored.map((item) => item.sequence)].sort((a, b) => a - b),
  );
  expect(good(queue.verifyAudit()).entries).toBeGreaterThanOrEqual(kept.size + received.size);
  const counts = good(queue.counts());
  expect(counts.pending + counts.received).toBe(stored.length);
  queue.close();

  const reader = new Database(path, { readonly: true });
  expect(reader.pragma('integrity_check', { simple: true })).toBe('ok');
  reader.close();
  expect(kept.size).toBeGreaterThan(KILLS);
}, 90_000);
