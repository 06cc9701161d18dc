import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { dataFolder } from '../testing/data-folder.ts';
import { openTimeMark, type TimeMark } from './time-mark.ts';

const NOON = Date.parse('2026-03-02T04:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A machine: true time passes, its wall clock shows what somebody set, and off it counts nothing. */
let path = '';
let truth = NOON;
let wallError = 0;
let uptime = 0;

beforeEach(() => {
  path = join(dataFolder(), 'time-mark');
  truth = NOON;
  wallError = 0;
  uptime = 0;
});

function start(): TimeMark {
  uptime = 0;
  return openTimeMark({ path, uptime: () => uptime, wall: () => truth + wallError });
}

function runs(milliseconds: number): void {
  truth += milliseconds;
  uptime += milliseconds;
}

function off(milliseconds: number): void {
  truth += milliseconds;
}

function instant(at = truth): string {
  return new Date(at).toISOString();
}

/** A terminal that has met the platform. */
function met(): TimeMark {
  const time = start();
  time.note(instant());
  return time;
}

describe('the budget clock', () => {
  test('goes by uptime, whatever the wall clock shows', () => {
    const time = met();
    runs(HOUR);
    wallError = -30 * DAY;
    runs(HOUR);
    wallError = 170 * 365 * DAY;
    runs(HOUR);
    expect(time.budget()).toBe(3 * HOUR);
  });

  test('reboots lose at most the time since the last writing', () => {
    let time = met();
    for (let reboot = 0; reboot < 10; reboot += 1) {
      runs(HOUR);
      time.persist();
      runs(59_000);
      time = start();
    }
    expect(time.budget()).toBe(10 * HOUR);
  });

  test('nights with the power off count as soon as the platform proves them, and once', () => {
    let time = met();
    runs(HOUR);
    time.persist();
    off(14 * HOUR);
    time = start();
    expect(time.budget()).toBe(HOUR);
    runs(MINUTE);
    time.note(instant());
    expect(time.budget()).toBe(15 * HOUR + MINUTE);
    time.note(instant());
    time.note(instant(truth - HOUR));
    runs(MINUTE);
    time.note(instant());
    expect(time.budget()).toBe(15 * HOUR + 2 * MINUTE);
  });

  test('counts before the first signed time, and does not count the months in a warehouse', () => {
    let time = start();
    time.floor(instant(NOON - 90 * DAY));
    runs(HOUR);
    expect(time.budget()).toBe(HOUR);
    time.persist();
    time = start();
    time.floor(instant(NOON - 90 * DAY));
    time.note(instant());
    expect(time.budget()).toBe(HOUR);
    time.persist();
    off(DAY);
    time = start();
    time.note(instant());
    expect(time.budget()).toBe(HOUR + DAY);
  });

  test('whose file was lost is never behind what was stored by it', () => {
    const time = met();
    time.atLeast(40 * DAY);
    time.atLeast(3 * DAY);
    runs(HOUR);
    expect(time.budget()).toBe(40 * DAY + HOUR);
  });

  test('goes on from a file of the version before it', () => {
    writeFileSync(path, JSON.stringify({ passed: instant() }));
    off(DAY);
    const time = start();
    expect(time.budget()).toBe(0);
    time.note(instant());
    expect(time.budget()).toBe(DAY);
  });
});

describe('whether the clock is trusted', () => {
  test('after a night off it is not, until the platform tells the time', () => {
    let time = met();
    time.persist();
    off(12 * HOUR);
    time = start();
    expect(time.now()).toEqual({ instant: instant(), trusted: false });
    expect(time.passed()).toBe(instant(NOON));
    time.note(instant(), 'now');
    expect(time.now()).toEqual({ instant: instant(), trusted: true });
    expect(time.passed()).toBe(instant());
  });

  test('a wrong year ahead: online the platform’s time stands instead, and goes on', () => {
    const time = met();
    wallError = 170 * 365 * DAY;
    expect(time.now().trusted).toBe(false);
    time.note(instant(), 'now');
    runs(30 * DAY);
    expect(time.now()).toEqual({ instant: instant(), trusted: true });
    expect(time.untrustedHours()).toBe(0);
  });

  test('a wrong year ahead and no network: nothing passes because of it', () => {
    const time = met();
    wallError = 170 * 365 * DAY;
    runs(HOUR);
    expect(time.passed()).toBe(instant());
    expect(time.now()).toEqual({ instant: instant(), trusted: false });
    expect(time.budget()).toBe(HOUR);
  });

  test('a receipt may be of any time, and does not tell this one', () => {
    let time = met();
    time.persist();
    off(5 * DAY);
    time = start();
    time.note(instant(truth - 3 * DAY), 'earlier');
    expect(time.now()).toEqual({ instant: instant(), trusted: false });
  });

  test('our own count a little ahead of the platform is confirmed by it', () => {
    let time = met();
    time.persist();
    time = start();
    wallError = -DAY;
    expect(time.now().trusted).toBe(false);
    time.note(instant(truth - 1_000), 'now');
    expect(time.now()).toEqual({ instant: instant(), trusted: true });
  });

  test('an answer recorded last week and played again tells nothing', () => {
    let time = met();
    runs(7 * DAY);
    time.persist();
    wallError = -DAY;
    time = start();
    time.note(instant(NOON), 'now');
    expect(time.now().trusted).toBe(false);
  });
});

describe('hours without a trusted clock', () => {
  test('are hours of uptime, through reboots, and end with the first trusted moment', () => {
    let time = met();
    time.persist();
    off(12 * HOUR);
    for (let day = 0; day < 3; day += 1) {
      time = start();
      runs(8 * HOUR);
      time.persist();
      off(16 * HOUR);
    }
    expect(time.untrustedHours()).toBe(24);
    time = start();
    expect(time.untrustedHours()).toBe(24);
    time.note(instant(), 'now');
    expect(time.untrustedHours()).toBe(0);
    runs(HOUR);
    expect(time.untrustedHours()).toBe(0);
  });

  test('a clock set right by a technician ends them, too', () => {
    const time = met();
    wallError = -DAY;
    time.persist();
    runs(2 * HOUR);
    expect(time.untrustedHours()).toBe(2);
    wallError = 0;
    expect(time.untrustedHours()).toBe(0);
  });
});
