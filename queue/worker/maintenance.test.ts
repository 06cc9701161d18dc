import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { DELAYS } from '../sync/delays.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { simulatedClock, type SimulatedClock } from '../testing/simulated-clock.ts';
import { createMaintenance, type Maintenance } from './maintenance.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** Noon in Hong Kong. */
const NOON = Date.parse('2026-03-02T04:00:00.000Z');

let clock: SimulatedClock;
let markPath = '';
let started = 0;
let trusted = true;
let sending = false;
let runs: string[];
let offset: number;

beforeEach(() => {
  clock = simulatedClock();
  markPath = join(dataFolder(), 'maintenance');
  started = clock.uptime();
  trusted = true;
  sending = false;
  runs = [];
  offset = 0;
});

function hongKong(): string {
  const at = new Date(NOON + offset + clock.uptime() - started);
  return new Date(at.getTime() + 8 * HOUR).toISOString().slice(11, 16);
}

function maintenance(work?: () => Promise<boolean>): Maintenance {
  const created = createMaintenance({
    markPath,
    time: {
      now: () => ({ instant: new Date(NOON + offset + clock.uptime() - started).toISOString(), trusted }),
      budget: () => clock.uptime() - started,
    },
    sending: () => sending,
    work: work ?? (() => (runs.push(hongKong()), Promise.resolve(true))),
    delays: DELAYS,
    clock,
  });
  created.start();
  return created;
}

/** Lets hours pass minute by minute, and everything settle in between. */
async function pass(hours: number): Promise<void> {
  for (let minute = 0; minute < hours * 60; minute += 1) {
    clock.advance(MINUTE);
    for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
  }
}

describe('when the nightly work is done', () => {
  test('once a night between three and four, by the trusted clock', async () => {
    maintenance();
    await pass(72);
    expect(runs).toEqual(['03:00', '03:00', '03:00']);
  });

  test('a clock that is not trusted: after a day of uptime', async () => {
    trusted = false;
    maintenance();
    await pass(49);
    expect(runs).toEqual(['12:00', '12:00']);
  });

  test('a machine that is switched off every evening: after a day of uptime through its starts', async () => {
    maintenance();
    await pass(10);
    expect(runs).toEqual([]);
    for (let day = 0; day < 3; day += 1) {
      offset += 14 * HOUR;
      maintenance();
      await pass(1);
    }
    expect(runs).toEqual([]);
    await pass(11);
    expect(runs.length).toBeGreaterThan(0);
  });

  test('not while something is being sent; after that, still in the same night', async () => {
    maintenance();
    sending = true;
    await pass(15.5);
    expect(runs).toEqual([]);
    sending = false;
    await pass(0.1);
    expect(runs).toEqual(['03:31']);
  });

  test('not twice in one night after a restart', async () => {
    const first = maintenance();
    await pass(15.1);
    first.stop();
    maintenance();
    await pass(0.5);
    expect(runs).toEqual(['03:00']);
  });

  test('a mark that cannot be written does not make it go on all night', async () => {
    mkdirSync(markPath);
    maintenance();
    await pass(16);
    expect(runs).toEqual(['03:00']);
  });

  test('a mark ahead of the clock, from a key folder that was lost, does not put it off for ever', async () => {
    writeFileSync(markPath, String(400 * 24 * HOUR));
    maintenance();
    await pass(24);
    expect(runs).toEqual(['03:00']);
  });
});

describe('while it is done', () => {
  test('a long one is not begun a second time beside itself', async () => {
    let finish = (_completed: boolean): void => undefined;
    maintenance(() => {
      runs.push(hongKong());
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    await pass(40);
    expect(runs).toEqual(['03:00']);
    finish(true);
    await pass(24);
    expect(runs).toHaveLength(2);
  });

  test('the terminal stops in the middle: it is done anew at the next start', async () => {
    let finish = (_completed: boolean): void => undefined;
    const first = maintenance(() => {
      runs.push('cut short');
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    await pass(15.1);
    first.stop();
    finish(false);
    maintenance();
    await pass(0.5);
    expect(runs).toEqual(['cut short', '03:07']);
  });

  test('the thread ends because of what it found: it was done all the same, and is not begun at once again', async () => {
    const first = maintenance(() => {
      runs.push('damaged');
      return Promise.resolve(true);
    });
    await pass(15.1);
    first.stop();
    maintenance();
    await pass(0.5);
    expect(runs).toEqual(['damaged']);
  });
});
