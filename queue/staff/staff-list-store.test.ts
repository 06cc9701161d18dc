import { describe, expect, test } from 'vitest';
import { STAFF, staffListFrom, staffRecord } from '../testing/staff.ts';
import { good } from '../testing/values.ts';
import { machine, passes, START } from './staff-at-work.fixture.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TOMORROW = new Date(Date.parse(START) + DAY).toISOString();

async function isLent(lists: { current(): Promise<{ ok: boolean }> }): Promise<boolean> {
  return (await lists.current()).ok;
}

describe('the lease of the staff list', () => {
  test('holds offline until it ends, and not a moment longer', async () => {
    const { clocks, start } = await machine();
    const { lists } = await start();
    passes(clocks, 96 * HOUR - 60_001);
    expect(await isLent(lists)).toBe(true);
    passes(clocks, 1);
    expect(await lists.current()).toEqual({ ok: false, code: 'list-ended' });
    expect(lists.leaseLeft()).toBe(0);
  });

  test('a clock that is set back does not stretch it, through restarts', async () => {
    const { clocks, start } = await machine();
    const first = await start();
    passes(clocks, 50 * HOUR);
    first.keys.time.persist();
    first.close();
    clocks.wall = Date.parse(START) + 60_000;
    const second = await start();
    passes(clocks, 45 * HOUR);
    expect(await isLent(second.lists)).toBe(true);
    passes(clocks, 2 * HOUR);
    expect(await isLent(second.lists)).toBe(false);
  });

  test('a machine that was switched off over it knows by its clock alone, and lets nobody in', async () => {
    const { clocks, start } = await machine();
    (await start()).close();
    clocks.wall += 5 * DAY;
    expect(await isLent((await start()).lists)).toBe(false);
  });

  test('a wall clock in a wrong year neither ends it nor stretches it', async () => {
    const { clocks, start } = await machine();
    const { lists, keys } = await start();
    keys.time.note(START, 'now');
    clocks.wall += 1000 * DAY;
    expect(await isLent(lists)).toBe(true);
    passes(clocks, 97 * HOUR);
    expect(await isLent(lists)).toBe(false);
  });

  test('the time mark is lost with the file: the lease is as old as it was', async () => {
    const { clocks, start, sign } = await machine();
    const first = await start();
    passes(clocks, 10 * HOUR);
    good(await first.lists.offer(await sign(staffListFrom(new Date(clocks.wall).toISOString()))));
    const budget = first.keys.time.budget();
    first.close();
    const second = await start();
    expect(second.keys.time.budget()).toBeGreaterThanOrEqual(budget);
    expect(second.lists.leaseLeft()).toBeLessThanOrEqual(96 * HOUR);
  });
});

describe('a list from the platform', () => {
  test('a newer version is taken, kept, and there at the next start', async () => {
    const { clocks, start, sign } = await machine();
    const first = await start();
    passes(clocks, DAY);
    const newer = staffListFrom(TOMORROW, { version: 2, staff: [staffRecord('S1', { active: false })] });
    expect(good(await first.lists.offer(await sign(newer)))).toBe('taken');
    expect(first.audited).toEqual([{ event: 'staff-list.taken', actor: 'system', detail: { version: 2 } }]);
    first.close();
    const second = await start();
    expect(good(await second.lists.current())).toEqual(newer);
  });

  test('the same version signed anew is a new lease, and the very same answer is not', async () => {
    const { clocks, start, sign } = await machine();
    const { lists } = await start();
    passes(clocks, DAY);
    const before = lists.leaseLeft();
    const renewed = await sign(staffListFrom(TOMORROW));
    expect(good(await lists.offer(renewed))).toBe('renewed');
    expect(lists.leaseLeft()).toBe(before + DAY);
    expect(good(await lists.offer(renewed))).toBe('known');
    expect(good(await lists.offer(await sign(staffListFrom(START))))).toBe('known');
    expect(lists.leaseLeft()).toBe(before + DAY);
  });

  test('an older version cannot bring somebody back', async () => {
    const { start, sign } = await machine({ version: 5, staff: [STAFF[0] ?? staffRecord('S1')] });
    const { lists, audited } = await start();
    const older = await sign(staffListFrom(TOMORROW, { version: 4 }));
    for (const _again of [1, 2]) {
      expect(await lists.offer(older)).toEqual({ ok: false, code: 'staff-list-not-newer' });
    }
    expect(good(await lists.current()).staff).toHaveLength(1);
    expect(audited).toEqual([{ event: 'staff-list.refused', actor: 'system', detail: { fault: 'older' } }]);
  });

  test('one that somebody else signed, or the platform with another key, is none', async () => {
    const { start, platform } = await machine();
    const { lists } = await start();
    const list = staffListFrom(TOMORROW, { version: 9 });
    for (const jws of [await platform.signForeign(list), await platform.sign('reference-data', list)]) {
      expect(await lists.offer(jws)).toMatchObject({ ok: false, code: 'staff-list-not-trusted' });
    }
    expect(lists.version()).toBe(1);
  });

  test('the key is revoked while the program runs: nobody signs in any more', async () => {
    const { start, platform } = await machine();
    const { lists, keys } = await start();
    expect(await isLent(lists)).toBe(true);
    const revoked = {
      ...platform.document,
      version: 2,
      keys: platform.document.keys.map((key) =>
        key.use === 'staff-list' ? { ...key, revokedAt: '2026-01-01T00:00:00.000Z' } : key,
      ),
    };
    good(await keys.offer(await platform.signDocument(revoked)));
    expect(await lists.current()).toEqual({ ok: false, code: 'list-not-available' });
  });
});
