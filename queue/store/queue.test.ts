import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { formatReference } from '../../domain/reference.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { simulatedClock, type SimulatedClock } from '../testing/simulated-clock.ts';
import { newSubmission } from '../testing/submissions.ts';
import { good, only } from '../testing/values.ts';
import { openQueue, type Queue } from './queue.ts';

const RECEIVED_AT = '2026-03-02T04:10:00.000Z';

function queueWith(clock: SimulatedClock = simulatedClock()): {
  queue: Queue;
  clock: SimulatedClock;
  path: string;
} {
  const path = join(dataFolder(), 'queue.db');
  return { queue: good(openQueue(path, { uptime: clock.uptime })), clock, path };
}

function claimIds(queue: Queue, limit = 10): string[] {
  return good(queue.claim({ owner: 'test', limit })).map((lease) => lease.id);
}

describe('keeping', () => {
  test('what was kept is there, with the number that was told', () => {
    const { queue } = queueWith();
    const submission = newSubmission();
    const kept = good(queue.enqueue(submission));
    const stored = good(queue.get(kept.id));
    expect(stored).toMatchObject({ id: kept.id, reference: kept.reference, state: 'kept', sequence: 1 });
    expect(stored?.envelope).toEqual({ ...submission.envelope, reference: kept.reference, sequence: 1 });
    expect(Buffer.from(good(queue.sealedOf(kept.id)) ?? [])).toEqual(Buffer.from(submission.sealed));
    expect(good(queue.counts())).toMatchObject({ kept: 1, pending: 1, parked: 0 });
    expect(good(queue.verifyAudit()).entries).toBe(1);
    queue.close();
  });

  test('the same submission again is the same one', () => {
    const { queue } = queueWith();
    const submission = newSubmission();
    const first = good(queue.enqueue(submission));
    expect(good(queue.enqueue(submission))).toEqual(first);
    expect(good(queue.list())).toHaveLength(1);
    expect(good(queue.verifyAudit()).entries).toBe(1);
    queue.close();
  });

  test('the same id with other bytes is refused and changes nothing', () => {
    const { queue } = queueWith();
    const submission = newSubmission();
    const first = good(queue.enqueue(submission));
    const other = newSubmission({ id: first.id });
    expect(queue.enqueue(other)).toEqual({ ok: false, code: 'id-used' });
    expect(good(queue.get(first.id))?.digest).toBe(submission.envelope.digest);
    expect(good(queue.takeReference('K0127'))).toMatch(/^K0127-A0002-/);
    queue.close();
  });

  test.each([
    [
      'bytes that are not those of the digest',
      { ...newSubmission(), sealed: new Uint8Array([1, 2, 3]) },
      'digest-differs',
    ],
    ['no bytes', { ...newSubmission(), sealed: new Uint8Array() }, 'malformed'],
    ['too many bytes', newSubmission({ bytes: 64 * 1024 + 1 }), 'too-large'],
    ['an id that is no UUIDv7', newSubmission({ id: '3f2b8c1e-1111-4111-8111-111111111111' }), 'malformed'],
    ['a lane outside sixteen bits', newSubmission({ lane: 65_536 }), 'malformed'],
  ])('%s: refused, nothing kept', (_, submission, code) => {
    const { queue } = queueWith();
    expect(queue.enqueue(submission)).toMatchObject({ ok: false, code });
    expect(good(queue.list())).toEqual([]);
    expect(good(queue.verifyAudit()).entries).toBe(0);
    queue.close();
  });

  test('a number reserved first is used once and never given again', () => {
    const { queue } = queueWith();
    const reserved = good(queue.reserve('K0127'));
    const { envelope, sealed } = newSubmission();
    const kept = good(queue.enqueue({ envelope: { ...envelope, ...reserved }, sealed }));
    expect(kept).toMatchObject(reserved);
    const other = newSubmission();
    expect(
      queue.enqueue({ envelope: { ...other.envelope, ...reserved }, sealed: other.sealed }),
    ).toMatchObject({
      ok: false,
      code: 'reference-used',
    });
    expect(good(queue.enqueue(other)).reference).not.toBe(kept.reference);
    queue.close();
  });

  test('a number that came from elsewhere is stepped over', () => {
    const { queue } = queueWith();
    const first = good(queue.takeReference('K0127'));
    const reference = formatReference({ terminalId: 'K0127', epoch: 1, counter: 42 });
    const { envelope, sealed } = newSubmission();
    good(queue.enqueue({ envelope: { ...envelope, reference, sequence: 42 }, sealed }));
    const next = good(queue.enqueue(newSubmission()));
    expect(first).toMatch(/^K0127-A0001-/);
    expect(next.reference).toMatch(/^K0127-A0043-/);
    expect(next.sequence).toBe(43);
    queue.close();
  });

  test('a database that had to be made anew gives numbers of another epoch', () => {
    const path = join(dataFolder(), 'queue.db');
    const queue = good(openQueue(path, { freshEpoch: 2 }));
    expect(good(queue.enqueue(newSubmission())).reference).toMatch(/^K0127-B0001-/);
    queue.close();
    const again = good(openQueue(path, { freshEpoch: 7 }));
    expect(good(again.enqueue(newSubmission())).reference).toMatch(/^K0127-B0002-/);
    again.close();
  });
});

describe('sending, in the order of each member', () => {
  test('a later one of the same lane waits until the earlier is received; other lanes do not', () => {
    const { queue } = queueWith();
    const [a1, b1, a2] = [1, 2, 1].map((lane) => good(queue.enqueue(newSubmission({ lane }))).id);
    const leases = good(queue.claim({ owner: 'test', limit: 10 }));
    expect(leases.map((lease) => lease.id)).toEqual([a1, b1]);
    expect(claimIds(queue)).toEqual([]);
    good(queue.acknowledge({ id: a1 ?? '', token: leases[0]?.token ?? 0 }, 'receipt', RECEIVED_AT));
    expect(claimIds(queue)).toEqual([a2]);
    queue.close();
  });

  test('one that waits for its next attempt holds its lane', () => {
    const { queue, clock } = queueWith();
    const [a1] = [1, 1].map((lane) => good(queue.enqueue(newSubmission({ lane }))).id);
    const lease = only(good(queue.claim({ owner: 'test', limit: 1 })));
    good(queue.release(lease, { retryAfter: 5_000 }));
    expect(claimIds(queue)).toEqual([]);
    clock.advance(4_999);
    expect(claimIds(queue)).toEqual([]);
    clock.advance(1);
    expect(claimIds(queue)).toEqual([a1]);
    queue.close();
  });

  test('a parked one holds its lane and no other, and comes back', () => {
    const { queue } = queueWith();
    const [a1, , b1] = [1, 1, 2].map((lane) => good(queue.enqueue(newSubmission({ lane }))).id);
    const [first] = good(queue.claim({ owner: 'test', limit: 1 }));
    if (first === undefined) throw new Error('nothing to claim');
    good(queue.park(first, 'payload-invalid'));
    expect(good(queue.counts())).toMatchObject({ parked: 1, pending: 2 });
    expect(claimIds(queue)).toEqual([b1]);
    good(queue.unpark(first.id));
    expect(good(queue.get(first.id))).toMatchObject({ state: 'kept', attempts: 0, parkedReason: null });
    expect(claimIds(queue)).toEqual([a1]);
    expect(queue.unpark(first.id)).toEqual({ ok: false, code: 'not-parked' });
    queue.close();
  });

  test('the wall clock is set back between two: the order is still that of keeping', () => {
    const path = join(dataFolder(), 'queue.db');
    const times = ['2026-03-02T04:00:00.000Z', '1999-01-01T00:00:00.000Z', '2041-01-01T00:00:00.000Z'];
    const queue = good(openQueue(path, { now: () => times.shift() ?? '2026-03-02T04:00:00.000Z' }));
    const ids = [1, 2, 3].map((lane) => good(queue.enqueue(newSubmission({ lane }))).id);
    expect(claimIds(queue)).toEqual(ids);
    queue.close();
  });

  test('a reason for parking that could name a person is refused', () => {
    const { queue } = queueWith();
    good(queue.enqueue(newSubmission()));
    const lease = only(good(queue.claim({ owner: 'test', limit: 1 })));
    expect(queue.park(lease, 'Mobile 5550 1984 is wrong')).toEqual({ ok: false, code: 'not-a-code' });
    expect(good(queue.get(lease.id))?.state).toBe('sending');
    queue.close();
  });
});

describe('leases', () => {
  test('an answer that comes after the lease was given to another changes nothing', () => {
    const { queue, clock } = queueWith();
    good(queue.enqueue(newSubmission()));
    const slow = only(good(queue.claim({ owner: 'slow', limit: 1 })));
    clock.advance(10 * 60_000);
    const quick = only(good(queue.claim({ owner: 'quick', limit: 1 })));
    expect(quick.token).toBeGreaterThan(slow.token);
    const lost = { ok: false, code: 'lease-lost' };
    expect(queue.acknowledge(slow, 'receipt', RECEIVED_AT)).toEqual(lost);
    expect(queue.release(slow, { retryAfter: 0 })).toEqual(lost);
    expect(queue.park(slow, 'payload-invalid')).toEqual(lost);
    expect(good(queue.get(quick.id))?.state).toBe('sending');
    good(queue.acknowledge(quick, 'receipt', RECEIVED_AT));
    expect(queue.acknowledge(quick, 'receipt', RECEIVED_AT)).toEqual(lost);
    queue.close();
  });

  test('time spent waiting before the claim does not count against the lease', () => {
    const { queue, clock } = queueWith();
    good(queue.enqueue(newSubmission()));
    clock.advance(24 * 3_600_000);
    expect(claimIds(queue)).toHaveLength(1);
    clock.advance(9 * 60_000);
    expect(claimIds(queue)).toEqual([]);
    queue.close();
  });

  test('the machine went down while sending: leases come back and waits are over', () => {
    const { queue, path } = queueWith();
    for (const lane of [1, 2]) good(queue.enqueue(newSubmission({ lane })));
    const [first, second] = good(queue.claim({ owner: 'test', limit: 2 }));
    if (first === undefined || second === undefined) throw new Error('nothing to claim');
    good(queue.release(first, { retryAfter: 3_600_000 }));
    queue.close();

    const again = good(openQueue(path, { uptime: simulatedClock().uptime }));
    expect(again.recovered).toBe(1);
    expect(again.acknowledge(second, 'receipt', RECEIVED_AT)).toEqual({ ok: false, code: 'lease-lost' });
    expect(claimIds(again)).toEqual([first.id, second.id]);
    again.close();
  });

  test('a lease given back untried is not counted as an attempt', () => {
    const { queue } = queueWith();
    good(queue.enqueue(newSubmission()));
    const lease = only(good(queue.claim({ owner: 'test', limit: 1 })));
    expect(lease.attempts).toBe(1);
    good(queue.release(lease, { retryAfter: 0, untried: true }));
    expect(good(queue.get(lease.id))?.attempts).toBe(0);
    good(queue.recover());
    queue.close();
  });
});

describe('a row was damaged on disk without the database noticing', () => {
  test.each([
    ['its sealed bytes', `UPDATE contents SET sealed = zeroblob(900)`],
    ['its envelope', `UPDATE contents SET envelope = '{}'`],
    [
      'its envelope’s digest',
      `UPDATE contents SET envelope = json_set(envelope, '$.digest', '${'A'.repeat(43)}')`,
    ],
  ])('%s: parked and visible, never sent, and others go on', (_, sql) => {
    const { queue, path } = queueWith();
    const damaged = good(queue.enqueue(newSubmission({ lane: 1 })));
    queue.close();
    const disk = new Database(path);
    disk.exec(`DROP TRIGGER contents_fixed; ${sql}`);
    disk.close();
    const again = good(openQueue(path));
    const sound = good(again.enqueue(newSubmission({ lane: 2 })));
    expect(claimIds(again, 1)).toEqual([sound.id]);
    expect(good(again.get(damaged.id))).toMatchObject({ state: 'parked', parkedReason: 'damaged-on-disk' });
    expect(good(again.list())).toHaveLength(2);
    again.close();
  });
});

describe('outcomes', () => {
  test('come with the receipt or later, once', () => {
    const { queue } = queueWith();
    for (const lane of [1, 2]) good(queue.enqueue(newSubmission({ lane })));
    const [first, second] = good(queue.claim({ owner: 'test', limit: 2 }));
    if (first === undefined || second === undefined) throw new Error('nothing to claim');
    good(queue.acknowledge(first, 'receipt', RECEIVED_AT, { state: 'rejected', code: 'already-registered' }));
    good(queue.acknowledge(second, 'receipt', RECEIVED_AT));
    expect(good(queue.get(first.id))).toMatchObject({
      state: 'rejected',
      outcome: { state: 'rejected', code: 'already-registered' },
      receipt: 'receipt',
      receivedAt: RECEIVED_AT,
    });
    expect(good(queue.get(second.id))).toMatchObject({ state: 'received', outcome: null });
    good(queue.settle(second.id, { state: 'accepted' }));
    expect(queue.settle(second.id, { state: 'accepted' })).toEqual({ ok: false, code: 'not-received' });
    expect(good(queue.counts())).toMatchObject({ received: 0, accepted: 1, rejected: 1, pending: 0 });
    queue.close();
  });
});

describe('after closing', () => {
  test('calls say so instead of throwing', () => {
    const { queue } = queueWith();
    queue.close();
    expect(queue.enqueue(newSubmission())).toEqual({ ok: false, code: 'storage-fault' });
    expect(queue.counts()).toEqual({ ok: false, code: 'storage-fault' });
  });
});
