import { describe, expect, test } from 'vitest';
import { badgeOf, STAFF, staffListFrom, staffRecord } from '../testing/staff.ts';
import { good } from '../testing/values.ts';
import { machine, passes, START } from './staff-at-work.fixture.ts';
import type { StaffDesk } from './staff-desk.ts';

const BADGE = badgeOf('badge of S1');
const NEWER = new Date(Date.parse(START) + 120_000).toISOString();
const MINUTE = 60_000;

/** One try with a wrong PIN; the code that the person sees. */
async function wrong(desk: StaffDesk, badge = BADGE): Promise<string> {
  const begun = await desk.begin(badge);
  if (!begun.ok) return begun.code;
  const settled = await desk.settle(begun.value.staffId, false);
  return settled.ok ? 'in' : settled.code;
}

async function lockedOut({ clocks, start }: Awaited<ReturnType<typeof machine>>) {
  const work = await start();
  for (const wait of [0, 0, 0, MINUTE, 2 * MINUTE, 10 * MINUTE]) {
    passes(clocks, wait);
    await wrong(work.desk);
  }
  return work;
}

describe('badge and PIN', () => {
  test('the right PIN: who it is, and the tries begin anew', async () => {
    const { desk } = await (await machine()).start();
    expect([await wrong(desk), await wrong(desk)]).toEqual(['wrong-pin', 'wrong-pin']);
    const begun = good(await desk.begin(BADGE));
    expect(begun).toEqual({ staffId: 'S1', pinHash: '$argon2id$of-S1' });
    expect(good(await desk.settle('S1', true))).toEqual({
      staffId: 'S1',
      role: 'officer',
      identityTrainedOn: '2026-01-15',
    });
    expect([await wrong(desk), await wrong(desk), await wrong(desk), await wrong(desk)]).toEqual([
      'wrong-pin',
      'wrong-pin',
      'wrong-pin',
      'too-soon',
    ]);
  });

  test('a badge nobody knows, a person who left: no try is counted, no PIN is asked', async () => {
    const { desk } = await (await machine({ staff: [staffRecord('S1', { active: false })] })).start();
    expect(await desk.begin(badgeOf('found in the street'))).toEqual({ ok: false, code: 'unknown-badge' });
    expect(await desk.begin(BADGE)).toEqual({ ok: false, code: 'inactive' });
  });

  test('the sixth wrong PIN locks, and time opens nothing any more', async () => {
    const device = await machine();
    const { desk, queue } = await lockedOut(device);
    passes(device.clocks, 48 * 60 * MINUTE);
    expect(await desk.begin(BADGE)).toEqual({ ok: false, code: 'locked-out' });
    const rows = good(queue.auditSince(0, 100)).rows.map(({ entry }) => JSON.parse(entry) as object);
    expect(rows).toContainEqual(
      expect.objectContaining({ event: 'staff.locked', actor: 'staff', staffId: 'S1', detail: { count: 6 } }),
    );
  });
});

describe('locked out', () => {
  test('a supervisor unlocks; an officer may not, and nobody unlocks themselves', async () => {
    const { desk } = await lockedOut(await machine());
    expect(await desk.unlock('S1', 'S2')).toEqual({ ok: false, code: 'not-permitted' });
    expect(await desk.unlock('S9', 'S9')).toEqual({ ok: false, code: 'not-permitted' });
    expect(await desk.unlock('S2', 'S9')).toEqual({ ok: false, code: 'not-locked' });
    good(await desk.unlock('S1', 'S9'));
    expect((await desk.begin(BADGE)).ok).toBe(true);
  });

  test('a newer list with another PIN opens, a newer list about somebody else does not', async () => {
    const device = await machine();
    const { desk, lists } = await lockedOut(device);
    const list = staffListFrom(NEWER, { version: 2, staff: [...STAFF, staffRecord('S3')] });
    good(await lists.offer(await device.sign(list)));
    expect(await desk.begin(BADGE)).toEqual({ ok: false, code: 'locked-out' });
    const reset = list.staff.map((record) =>
      record.staffId === 'S1' ? { ...record, pinVersion: 2 } : record,
    );
    good(await lists.offer(await device.sign({ ...list, version: 3, staff: reset })));
    expect((await desk.begin(BADGE)).ok).toBe(true);
  });
});

describe('a lost badge', () => {
  test('a supervisor blocks it: nobody signs in with it from then on, and the platform is to be told', async () => {
    const device = await machine();
    const first = await device.start();
    good(await first.desk.blockBadge('S1', 'S9'));
    first.close();
    const { desk, queue } = await device.start();
    expect(await desk.begin(BADGE)).toEqual({ ok: false, code: 'badge-blocked' });
    expect(await desk.holderOf(BADGE)).toBeNull();
    const [notice] = good(queue.staffNotices());
    expect(JSON.parse(notice?.notice ?? '')).toEqual({
      kind: 'badge-blocked',
      staffId: 'S1',
      badgeDigest: BADGE,
      by: 'S9',
    });
  });

  test('a new badge from the platform is not the blocked one', async () => {
    const device = await machine();
    const { desk, lists } = await device.start();
    good(await desk.blockBadge('S1', 'S9'));
    const badgeDigest = badgeOf('new badge of S1');
    const staff = [staffRecord('S1', { badgeDigest })];
    good(await lists.offer(await device.sign(staffListFrom(NEWER, { version: 2, staff }))));
    expect((await desk.begin(badgeDigest)).ok).toBe(true);
  });

  test('only a supervisor, and not their own', async () => {
    const { desk } = await (await machine()).start();
    expect(await desk.blockBadge('S2', 'S1')).toEqual({ ok: false, code: 'not-permitted' });
    expect(await desk.blockBadge('S9', 'S9')).toEqual({ ok: false, code: 'not-permitted' });
    expect(await desk.blockBadge('S7', 'S9')).toEqual({ ok: false, code: 'not-known' });
  });
});

describe('a start PIN', () => {
  const first = { staff: [staffRecord('S1', { mustChangePin: true })] };

  test('signs in to be changed; the new one holds here at once, and until the platform has a newer', async () => {
    const device = await machine(first);
    const { desk, lists } = await device.start();
    good(await desk.begin(BADGE));
    expect(good(await desk.settle('S1', true))).toMatchObject({ mustChangePin: true });
    good(await desk.keepPin('S1', '$argon2id$new'));
    expect(good(await desk.begin(BADGE)).pinHash).toBe('$argon2id$new');
    expect(good(await desk.settle('S1', true))).not.toHaveProperty('mustChangePin');
    const staff = [staffRecord('S1', { pinVersion: 2, pinHash: '$argon2id$reset', mustChangePin: true })];
    good(await lists.offer(await device.sign(staffListFrom(NEWER, { version: 2, staff }))));
    expect(good(await desk.begin(BADGE)).pinHash).toBe('$argon2id$reset');
    expect(good(await desk.settle('S1', true))).toMatchObject({ mustChangePin: true });
  });
});
