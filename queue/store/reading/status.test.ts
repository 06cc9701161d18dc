import { describe, expect, test } from 'vitest';
import { good, only } from '../../testing/values.ts';
import { testQueue } from '../testing/queues.ts';

describe('the oldest that is pending', () => {
  test('is told by the budget clock, whatever it waits for', () => {
    const test = testQueue();
    const oldest = (): number | null => good(test.queue.status()).oldestPendingBudget;
    expect(oldest()).toBeNull();
    const ids = ['member-registration', 'feedback', 'member-registration', 'feedback'].map((kind, index) => {
      test.time.budget = index + 1;
      return test.keep({ kind: kind as 'feedback', lane: index < 2 ? 1 : index });
    });
    expect(oldest()).toBe(1);
    const lease = only(good(test.queue.claim({ owner: 'test', limit: 1 })));
    expect(oldest()).toBe(1);
    good(test.queue.release(lease, { retryAfter: 60_000 }));
    expect(oldest()).toBe(1);
    // Parked is nobody's to wait for; the one behind it is still pending.
    good(test.queue.parkKept(ids[0] ?? '', 'asked-by-staff'));
    expect(oldest()).toBe(2);
    good(test.queue.takeImported(ids[1] ?? '', 'a.receipt.jws', '2026-03-02T04:10:00.000Z', null));
    expect(oldest()).toBe(3);
    good(test.queue.unpark(ids[0] ?? ''));
    expect(oldest()).toBe(1);
    test.queue.close();
  });
});

describe('what is looked up', () => {
  test('by reference, and by state', () => {
    const { queue, keep, receive } = testQueue();
    const received = receive({ lane: 1 });
    const kept = keep({ lane: 2 });
    const reference = good(queue.get(kept))?.reference ?? '';
    expect(good(queue.byReference(reference))?.id).toBe(kept);
    expect(good(queue.byReference('K0127-A9999-X'))).toBeNull();
    expect(good(queue.list({ state: 'received' })).map(({ id }) => id)).toEqual([received]);
    expect(good(queue.list({ after: 1, limit: 5 })).map(({ id }) => id)).toEqual([kept]);
    queue.close();
  });
});
