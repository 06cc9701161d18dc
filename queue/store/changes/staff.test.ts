import { describe, expect, test } from 'vitest';
import Database from 'better-sqlite3';
import { good, only } from '../../testing/values.ts';
import { testQueue } from '../testing/queues.ts';

function audited(path: string, event: string): readonly unknown[] {
  const database = new Database(path, { readonly: true });
  const rows = database
    .prepare<[string], { entry: string }>(`SELECT entry FROM audit WHERE entry ->> '$.event' = ?`)
    .all(event);
  database.close();
  return rows.map(({ entry }) => JSON.parse(entry) as unknown);
}

describe('set aside and taken back', () => {
  test('by a member of staff, who is named by number', () => {
    const { queue, keep, path, claimIds } = testQueue();
    const id = keep();
    good(queue.park(only(good(queue.claim({ owner: 'test', limit: 1 }))), 'schema-unknown'));
    good(queue.unpark(id, { staffId: 'S1001' }));
    expect(claimIds()).toEqual([id]);
    expect(audited(path, 'submission.unparked')).toMatchObject([
      { actor: 'staff', staffId: 'S1001', detail: { id, code: 'schema-unknown' } },
    ]);
    queue.close();
  });

  test('all of one reason, when the platform was mended', () => {
    const { queue, keep, path, claimIds } = testQueue();
    const ids = [1, 2, 3].map((lane) => keep({ lane }));
    const leases = good(queue.claim({ owner: 'test', limit: 3 }));
    leases.forEach((lease, index) =>
      good(queue.park(lease, index === 1 ? 'payload-invalid' : 'schema-unknown')),
    );
    expect(good(queue.unparkAll('schema-unknown'))).toBe(2);
    expect(claimIds()).toEqual([ids[0], ids[2]]);
    expect(good(queue.counts()).parked).toBe(1);
    expect(audited(path, 'submission.unparked')).toMatchObject([{ actor: 'system' }, { actor: 'system' }]);
    queue.close();
  });

  test('it is counted how often', () => {
    const { queue, keep } = testQueue();
    const id = keep();
    for (let round = 1; round <= 3; round += 1) {
      good(queue.parkKept(id, 'asked-by-staff'));
      expect(good(queue.get(id))).toMatchObject({ parkedReason: 'asked-by-staff', parkedCount: round });
      good(queue.unpark(id));
    }
    expect(queue.parkKept(id, '5550 1984')).toEqual({ ok: false, code: 'not-a-code' });
    good(queue.claim({ owner: 'test', limit: 1 }));
    expect(queue.parkKept(id, 'asked-by-staff')).toEqual({ ok: false, code: 'not-kept' });
    queue.close();
  });

  test('one from the middle of a lane goes back behind what is before it', () => {
    const { queue, keep, claimIds, state } = testQueue();
    const [a, b, c] = [1, 1, 1].map((lane) => keep({ lane }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('nothing kept');
    good(queue.parkKept(b, 'asked-by-staff'));
    good(queue.unpark(b));
    expect(claimIds()).toEqual([a]);
    good(queue.takeImported(a, 'a.receipt.jws', '2026-03-02T04:10:00.000Z', null));
    expect(claimIds()).toEqual([b]);
    expect(state(c)).toBe('kept');
    queue.close();
  });
});

describe('try again now', () => {
  test('ends the wait of one, or of all', () => {
    const { queue, keep, claimIds } = testQueue();
    const ids = [1, 2, 3].map((lane) => keep({ lane }));
    const leases = good(queue.claim({ owner: 'test', limit: 3 }));
    good(queue.releaseAll(leases.map((lease) => ({ lease, retryAfter: 3_600_000 }))));
    expect(claimIds()).toEqual([]);
    expect(good(queue.retryNow(ids[1]))).toBe(1);
    expect(good(queue.retryNow(ids[1]))).toBe(0);
    expect(claimIds()).toEqual([ids[1]]);
    expect(good(queue.retryNow())).toBe(2);
    expect(claimIds()).toEqual([ids[0], ids[2]]);
    queue.close();
  });
});
