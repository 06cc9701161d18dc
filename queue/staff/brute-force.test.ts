import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { MOST_PIN_TRIES } from '../../domain/identity/pin-tries.ts';
import { openQueue } from '../store/queue.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { testPlatform } from '../testing/platform.ts';
import { badgeOf, staffListFrom } from '../testing/staff.ts';
import { good } from '../testing/values.ts';

// A dozen programs are started and killed, on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const CHILD = fileURLToPath(new URL('../testing/pin-child.ts', import.meta.url));
const START = '2026-03-02T04:00:00.000Z';
const MINUTE = 60_000;

interface Attack {
  readonly folder: string;
  /** One start of the terminal, killed with SIGKILL after so many tries and before any PIN was compared. */
  readonly run: (order: {
    readonly wall?: string;
    readonly between?: number;
    readonly tries?: number;
    readonly persists?: boolean;
  }) => Promise<string[]>;
}

async function attack(): Promise<Attack> {
  const folder = dataFolder();
  const platform = await testPlatform('http://127.0.0.1:1');
  const list = { ...staffListFrom(START), validUntil: '2026-12-31T00:00:00.000Z' };
  const enrolment = { ...platform.enrolment, staffList: await platform.sign('staff-list', list) };
  return {
    folder,
    async run({ wall = START, between = 0, tries = 1, persists = false }) {
      const badge = badgeOf('badge of S1');
      const order = JSON.stringify({ folder, enrolment, badge, wall, between, tries, persists });
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, order], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let text = '';
      let errors = '';
      child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
      child.stdout.on('data', (data: Buffer) => {
        text += data.toString();
        if (text.split('\n').length > tries) child.kill('SIGKILL');
      });
      const ended: unknown[] = await once(child, 'close');
      expect({ signal: ended[1], errors }).toEqual({ signal: 'SIGKILL', errors: '' });
      return text.trim().split('\n');
    },
  };
}

test('the power is cut after each try, before the PIN is compared: the try is used all the same', async () => {
  const { run } = await attack();
  const seen: string[] = [];
  for (let start = 0; start < 6; start += 1) seen.push(...(await run({})));
  expect(seen).toEqual(['counted', 'counted', 'counted', 'too-soon', 'too-soon', 'too-soon']);
});

test('the clock is turned on and back between the starts: no wait is shorter for it', async () => {
  const { run } = await attack();
  expect(await run({ tries: 3 })).toEqual(['counted', 'counted', 'counted']);
  for (const wall of [
    '2026-03-02T12:00:00.000Z',
    '2026-06-01T04:00:00.000Z',
    '2025-01-01T00:00:00.000Z',
    '2026-03-02T03:00:00.000Z',
  ]) {
    const [answer] = await run({ wall });
    expect(answer).toMatch(/^(too-soon|list-ended)$/);
  }
});

test('with all the patience in the world: six PINs, then locked for good', async () => {
  const { folder, run } = await attack();
  const first = await run({ tries: 5, between: 11 * MINUTE, persists: true });
  expect(first).toEqual(Array<string>(5).fill('counted'));
  const second = await run({ wall: '2026-03-03T04:00:00.000Z', tries: 4, between: 11 * MINUTE });
  expect(second).toEqual(['too-soon', 'counted', 'locked-out', 'locked-out']);
  const later = await run({ wall: '2026-09-01T04:00:00.000Z', tries: 3, between: 24 * 60 * MINUTE });
  expect(later).toEqual(Array<string>(3).fill('locked-out'));
  const queue = good(openQueue(join(folder, 'queue.db')));
  expect(good(queue.isLocked({ staffId: 'S1', pinVersion: 1 }))).toBe(true);
  queue.close();
  expect(MOST_PIN_TRIES).toBe(6);
});
