import { describe, expect, test } from 'vitest';
import { good, only } from '../../testing/values.ts';
import { BUNDLE, RECEIVED_AT, testQueue } from '../testing/queues.ts';
import { submissionWith } from '../testing/submissions.ts';

function cancellation(lane = 1) {
  return submissionWith({ kind: 'cancellation', lane });
}

describe('a member withdraws what they left', () => {
  test('it had never left: it never will, and the withdrawal goes alone', () => {
    const { queue, keep, claimIds } = testQueue();
    const id = keep();
    const withdrawal = good(queue.cancelKept(id, cancellation()));
    expect(withdrawal.withdrawn).toBe(true);
    expect(good(queue.get(id))).toMatchObject({
      state: 'cancelled',
      cancelledBy: withdrawal.id,
      receipt: null,
    });
    expect(claimIds()).toEqual([withdrawal.id]);
    expect(good(queue.counts())).toMatchObject({ cancelled: 1, pending: 1 });
    queue.close();
  });

  test('the same withdrawal again is the same one', () => {
    const { queue, keep } = testQueue();
    const id = keep();
    const sealed = cancellation();
    const first = good(queue.cancelKept(id, sealed));
    expect(good(queue.cancelKept(id, sealed))).toEqual(first);
    expect(good(queue.list())).toHaveLength(2);
    queue.close();
  });

  test.each(['being sent', 'given back without an answer', 'on a drive'])(
    'it was %s: both go, in order',
    (how) => {
      const { queue, keep, claimIds, clock, state } = testQueue();
      const id = keep();
      if (how === 'on a drive') good(queue.markExported([id], BUNDLE));
      else {
        const lease = only(good(queue.claim({ owner: 'test', limit: 1 })));
        if (how !== 'being sent') good(queue.release(lease, { retryAfter: 0 }));
      }
      const withdrawal = good(queue.cancelKept(id, cancellation()));
      expect(withdrawal.withdrawn).toBe(false);
      expect(state(id)).not.toBe('cancelled');
      clock.advance(10 * 60_000);
      expect(claimIds()).toEqual([id]);
      queue.close();
    },
  );

  test('given back untried is as if it had never been taken', () => {
    const { queue, keep } = testQueue();
    const id = keep();
    const lease = only(good(queue.claim({ owner: 'test', limit: 1 })));
    good(queue.release(lease, { retryAfter: 0, untried: true }));
    expect(good(queue.cancelKept(id, cancellation())).withdrawn).toBe(true);
    queue.close();
  });

  test('the platform had refused it: it has nothing, and the withdrawal need not wait for staff', () => {
    const { queue, keep, claimIds } = testQueue();
    const id = keep();
    good(queue.park(only(good(queue.claim({ owner: 'test', limit: 1 }))), 'payload-invalid'));
    const withdrawal = good(queue.cancelKept(id, cancellation()));
    expect(withdrawal.withdrawn).toBe(true);
    expect(claimIds()).toEqual([withdrawal.id]);
    queue.close();
  });

  test('staff set it aside after an attempt of which nobody knows: the platform judges', () => {
    const { queue, keep, state } = testQueue();
    const id = keep();
    good(queue.release(only(good(queue.claim({ owner: 'test', limit: 1 }))), { retryAfter: 0 }));
    good(queue.parkKept(id, 'asked-by-staff'));
    expect(good(queue.cancelKept(id, cancellation())).withdrawn).toBe(false);
    expect(state(id)).toBe('parked');
    queue.close();
  });

  test('left at another terminal: the platform judges', () => {
    const { queue } = testQueue();
    const withdrawal = good(queue.cancelKept('01a20478-dbc4-74ba-a370-e0e9536505f7', cancellation()));
    expect(withdrawal).toMatchObject({ withdrawn: false, sequence: 1 });
    queue.close();
  });

  test.each([
    ['rejected', { state: 'rejected', code: 'already-registered' }],
    ['superseded', { state: 'superseded', by: null }],
    ['cancelled', { state: 'cancelled' }],
  ] as const)('it is %s already: nothing is kept', (_, outcome) => {
    const { queue, receive } = testQueue();
    const id = receive({}, outcome);
    expect(queue.cancelKept(id, cancellation())).toEqual({ ok: false, code: 'not-cancellable' });
    expect(good(queue.list())).toHaveLength(1);
    queue.close();
  });

  test('something that is no withdrawal', () => {
    const { queue, keep, state } = testQueue();
    const id = keep();
    expect(queue.cancelKept(id, submissionWith({}))).toMatchObject({ ok: false, code: 'malformed' });
    expect(state(id)).toBe('kept');
    queue.close();
  });

  test('the platform’s receipt for what it was told to forget comes too late to change anything', () => {
    const { queue, keep, state } = testQueue();
    const id = keep();
    good(queue.cancelKept(id, cancellation()));
    expect(good(queue.takeImported(id, 'a.receipt.jws', RECEIVED_AT, null))).toBe('known');
    expect(state(id)).toBe('cancelled');
    queue.close();
  });
});
