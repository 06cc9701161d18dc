import { describe, expect, test } from 'vitest';
import { good, only } from '../../testing/values.ts';
import { testQueue } from '../testing/queues.ts';

const UNTIL = '2026-03-02T05:00:00.000Z';
const BEFORE = '2026-03-02T05:00:00.000Z';
const AFTER = '2026-03-02T05:00:00.001Z';

describe('its time is over', () => {
  test('it is not sent any more, whether or not anybody has said so yet', () => {
    const test = testQueue();
    const id = test.keep({ kind: 'feedback', validUntil: UNTIL, lane: 1 });
    const behind = test.keep({ lane: 1 });
    test.time.at = AFTER;
    expect(test.claimIds()).toEqual([]);
    const expired = good(test.queue.expireDue());
    expect(expired).toEqual([{ id, reference: good(test.queue.get(id))?.reference }]);
    expect(test.state(id)).toBe('expired');
    expect(good(test.queue.expireDue())).toEqual([]);
    expect(test.claimIds()).toEqual([behind]);
    expect(good(test.queue.counts())).toMatchObject({ expired: 1, pending: 1 });
    test.queue.close();
  });

  test('up to that instant it is sent', () => {
    const test = testQueue();
    const id = test.keep({ validUntil: UNTIL });
    test.time.at = BEFORE;
    expect(good(test.queue.expireDue())).toEqual([]);
    expect(test.claimIds()).toEqual([id]);
    test.queue.close();
  });

  test('while it is being sent nobody takes it away; given back, it is not sent again', () => {
    const test = testQueue();
    const id = test.keep({ validUntil: UNTIL });
    const lease = only(good(test.queue.claim({ owner: 'test', limit: 1 })));
    test.time.at = AFTER;
    expect(good(test.queue.expireDue())).toEqual([]);
    good(test.queue.release(lease, { retryAfter: 0 }));
    expect(test.claimIds()).toEqual([]);
    expect(good(test.queue.expireDue()).map((item) => item.id)).toEqual([id]);
    test.queue.close();
  });

  test('one that waits, and one behind another of its lane', () => {
    const test = testQueue();
    test.keep({ lane: 1 });
    const behind = test.keep({ lane: 1, validUntil: UNTIL });
    const waiting = test.keep({ lane: 2, validUntil: UNTIL });
    const leases = good(test.queue.claim({ owner: 'test', limit: 2 }));
    good(test.queue.releaseAll(leases.map((lease) => ({ lease, retryAfter: 60_000 }))));
    test.time.at = AFTER;
    expect(good(test.queue.expireDue()).map(({ id }) => id)).toEqual([behind, waiting]);
    test.queue.close();
  });

  test('the clock was set back afterwards: what expired stays expired, what is pending is sent', () => {
    const test = testQueue();
    const id = test.keep({ validUntil: UNTIL });
    test.time.at = AFTER;
    good(test.queue.expireDue());
    test.time.at = '1999-01-01T00:00:00.000Z';
    const other = test.keep({ lane: 2, validUntil: UNTIL });
    expect(test.claimIds()).toEqual([other]);
    expect(test.state(id)).toBe('expired');
    test.queue.close();
  });
});
