import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { fail, ok, type Failure, type Result } from '../../domain/result.ts';
import type { FreezeVerdict } from '../../domain/service/freeze.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import { EMBEDDED_POLICY, type Profile } from '../../domain/wire/policy.ts';
import { type KeyStore, openKeyStore } from '../keys/key-store.ts';
import { openPolicyStore } from '../policy/policy-store.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { type TestPlatform, testPlatform } from '../testing/platform.ts';
import { good } from '../testing/values.ts';
import { createFreezeWatch, freeMegabytesOf, type FreezeWatch } from './freeze-watch.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.parse('2026-03-02T04:00:00.000Z');

/** A machine in time: the truth, what its clock shows, how long it has been up. */
let platform: TestPlatform;
let folder = '';
let truth = NOON;
let wallError = 0;
let uptime = 0;
let keys: KeyStore;
let watch: FreezeWatch;
let audited: AuditEntry[] = [];
let free: number | null = 50_000;
let keptAt: number[] = [];
let disk: 'answers' | 'fails' = 'answers';

async function start(profile: Profile = 'kiosk'): Promise<void> {
  uptime = 0;
  keys = good(
    await openKeyStore({
      folder,
      enrolment: platform.enrolment,
      uptime: () => uptime,
      wall: () => truth + wallError,
    }),
  );
  const policies = good(await openPolicyStore({ folder, keys, audit: () => undefined }));
  watch = createFreezeWatch({
    status: (): Result<{ pending: number; oldestPendingBudget: number | null }, Failure<string>> =>
      disk === 'fails'
        ? fail('storage-fault')
        : ok({ pending: keptAt.length, oldestPendingBudget: keptAt[0] ?? null }),
    keys,
    policies,
    profile,
    freeMegabytes: () => free,
    audit: (entry) => audited.push(entry),
  });
}

function runs(milliseconds: number): void {
  truth += milliseconds;
  uptime += milliseconds;
}

function off(milliseconds: number): void {
  keys.time.persist();
  truth += milliseconds;
}

function keeps(count = 1): void {
  for (let index = 0; index < count; index += 1) keptAt.push(keys.time.budget());
}

function hears(): void {
  keys.time.note(new Date(truth).toISOString(), 'now');
}

function found({ level, findings }: FreezeVerdict = watch.look()): string[] {
  return [level, ...findings.map((finding) => `${finding.reason} ${String(finding.value)}`)];
}

function events(): string[] {
  return audited.map(({ event, detail }) => [event, detail?.['reason']].filter(Boolean).join(' '));
}

beforeEach(async () => {
  platform = await testPlatform('http://127.0.0.1:1');
  folder = join(dataFolder(), 'keys');
  truth = NOON;
  wallError = 0;
  audited = [];
  free = 50_000;
  keptAt = [];
  disk = 'answers';
  await start();
  hears();
});

describe('the backlog', () => {
  test('grows: staff are warned, then no new visit begins, then it drains', () => {
    keeps(199);
    expect(found()).toEqual(['open']);
    keeps(1);
    expect(found()).toEqual(['warning', 'too-many-pending 200']);
    keeps(300);
    expect(found()).toEqual(['frozen', 'too-many-pending 500']);
    keptAt = keptAt.slice(0, 499);
    expect(found()).toEqual(['warning', 'too-many-pending 499']);
    keptAt = [];
    expect(found()).toEqual(['open']);
    expect(events()).toEqual([
      'freeze.warned too-many-pending',
      'freeze.began too-many-pending',
      'freeze.ended',
    ]);
  });

  test('a van is meant to work for days without a network', async () => {
    await start('van');
    keeps(1_999);
    runs(4 * DAY);
    expect(found()).toEqual(['open']);
  });

  test('the same finding is audited once, however often it is looked at', () => {
    keeps(200);
    for (let minute = 0; minute < 60; minute += 1) watch.look();
    expect(events()).toEqual(['freeze.warned too-many-pending']);
  });
});

describe('somebody turns the clock', () => {
  test('back by a year: what waits grows old all the same', () => {
    keeps();
    runs(20 * HOUR);
    wallError = -365 * DAY;
    runs(4 * HOUR);
    expect(found()).toEqual(['warning', 'pending-too-old 24']);
    runs(48 * HOUR);
    expect(found()[0]).toBe('frozen');
  });

  test('forward to a wrong year: nothing grows old, and online nothing is said at all', () => {
    keeps();
    wallError = 170 * 365 * DAY;
    runs(HOUR);
    expect(found()).toEqual(['open']);
    hears();
    runs(23 * HOUR - 1);
    expect(found()).toEqual(['open']);
  });

  test('forward to a wrong year, after a reboot and without a network: warned, frozen, and never for ever', async () => {
    wallError = 170 * 365 * DAY;
    keys.time.persist();
    await start();
    expect(found()).toEqual(['open']);
    runs(24 * HOUR);
    expect(found()).toEqual(['warning', 'clock-not-trusted 24']);
    runs(6 * DAY);
    expect(found()).toEqual(['frozen', 'reference-data-old 168', 'clock-not-trusted 168'].sort(byGravity));
    wallError = 0;
    expect(found()).toEqual(['warning', 'reference-data-old 168']);
    expect(events()).toContain('freeze.ended');
  });

  test('forward to a wrong year: the sealing key does not end before its time', () => {
    wallError = 170 * 365 * DAY;
    expect(found()).toEqual(['open']);
  });
});

/** Frozen reasons come first; clock-not-trusted is the frozen one here. */
function byGravity(a: string, b: string): number {
  return rank(a) - rank(b);
}
function rank(text: string): number {
  return ['frozen', 'clock-not-trusted 168'].indexOf(text) + 1 || 9;
}

describe('the machine is switched off and on', () => {
  test('every night: the age of what waits is not lost', async () => {
    keeps();
    for (let day = 0; day < 4; day += 1) {
      runs(8 * HOUR);
      off(16 * HOUR);
      await start();
    }
    expect(found()).toContain('pending-too-old 32');
  });

  test('the nights count, too, once a signed time proves them', async () => {
    keeps();
    runs(8 * HOUR);
    off(16 * HOUR);
    await start();
    expect(found()).toEqual(['open']);
    hears();
    expect(found()).toEqual(['warning', 'pending-too-old 24']);
  });

  test('and its key folder is lost: what waits is not a day younger', async () => {
    runs(3 * DAY);
    keeps();
    runs(23 * HOUR);
    folder = join(dataFolder(), 'keys');
    await start();
    expect(found()).toEqual(['open']);
    runs(24 * HOUR);
    expect(found()).toContain('pending-too-old 24');
  });
});

describe('the rest', () => {
  test('the disk fills, and is cleared', () => {
    free = 2_000;
    expect(found()).toEqual(['warning', 'disk-nearly-full 2000']);
    free = 299.96;
    expect(found()).toEqual(['frozen', 'disk-nearly-full 300']);
    free = 60_000;
    expect(found()).toEqual(['open']);
    expect(events()).toEqual([
      'freeze.warned disk-nearly-full',
      'freeze.began disk-nearly-full',
      'freeze.ended',
    ]);
  });

  test('free space that cannot be asked freezes nothing', () => {
    free = null;
    expect(found()).toEqual(['open']);
  });

  test('the sealing key comes near its end, ends, and is followed by another', async () => {
    const at = (days: number): string => new Date(NOON + days * DAY).toISOString();
    const version = (number: number, notAfter: string): Promise<string> =>
      platform.signDocument({
        ...platform.document,
        version: number,
        keys: platform.document.keys.map((key) => ({ ...key, notAfter })),
      });
    good(await keys.offer(await version(2, at(14))));
    expect(found()).toEqual(['warning', 'sealing-key-ending 14']);
    runs(12 * DAY);
    hears();
    expect(found()).toContain('sealing-key-ending 2');
    expect(watch.look().level).toBe('frozen');
    runs(3 * DAY);
    hears();
    expect(found()).toContain('sealing-key-ending 0');
    good(await keys.offer(await version(3, at(400))));
    expect(found().some((text) => text.startsWith('sealing-key'))).toBe(false);
  });

  test('no policy was confirmed for a month', () => {
    runs(7 * DAY);
    expect(found()).toEqual(['warning', 'reference-data-old 168']);
    runs(23 * DAY);
    expect(found()).toEqual(['frozen', 'reference-data-old 720']);
  });

  test('a second reason while frozen is audited, and the freeze ends when the last is gone', () => {
    free = 100;
    watch.look();
    keeps(500);
    watch.look();
    free = 50_000;
    watch.look();
    keptAt = [];
    watch.look();
    expect(events()).toEqual([
      'freeze.began disk-nearly-full',
      'freeze.began too-many-pending',
      'freeze.ended',
    ]);
  });

  test('the database does not answer: what was known last stands', () => {
    keeps(500);
    watch.look();
    disk = 'fails';
    keptAt = [];
    expect(watch.look().level).toBe('frozen');
  });

  test('every limit of the embedded policy can be audited', () => {
    for (const limits of Object.values(EMBEDDED_POLICY.freeze)) {
      for (const { warn, freeze } of Object.values(limits)) {
        expect(Math.max(warn, freeze)).toBeLessThan(9_999_999);
      }
    }
  });

  test('the space of a real disk is asked for in megabytes', () => {
    const megabytes = freeMegabytesOf(dataFolder()) ?? 0;
    expect(megabytes).toBeGreaterThan(1);
    expect(freeMegabytesOf(join(dataFolder(), 'no-such-folder'))).toBeNull();
  });
});
