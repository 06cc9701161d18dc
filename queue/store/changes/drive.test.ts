import { describe, expect, test } from 'vitest';
import { good, only } from '../../testing/values.ts';
import { BUNDLE, RECEIVED_AT, testQueue } from '../testing/queues.ts';
import { recount } from '../testing/recount.ts';

const UNKNOWN = '01a20478-dbc4-74ba-a370-e0e9536505f7';

describe('onto a drive', () => {
  test('what is pending goes, in the order kept, page by page; nothing else does', () => {
    const { queue, keep, receive } = testQueue();
    receive({ lane: 1 });
    const a = keep({ lane: 2 });
    const b = keep({ lane: 2, kind: 'feedback' });
    const parked = keep({ lane: 3 });
    good(queue.parkKept(parked, 'payload-invalid'));
    const c = keep({ lane: 4 });
    good(queue.claim({ owner: 'test', limit: 1 }));
    const first = good(queue.listPending({ limit: 2 }));
    expect(first.map(({ id }) => id)).toEqual([a, b]);
    const rest = good(queue.listPending({ after: first.at(-1)?.sequence ?? 0, limit: 2 }));
    expect(rest.map(({ id }) => id)).toEqual([c]);
    expect(Buffer.from(rest[0]?.sealed ?? [])).toEqual(Buffer.from(good(queue.sealedOf(c)) ?? []));
    expect(rest[0]?.envelope).toEqual(good(queue.get(c))?.envelope);
    queue.close();
  });

  test('it stays pending and is still sent; it counts as exported until its receipt is in', () => {
    const { queue, keep, claimIds, path } = testQueue();
    const [a, b] = [1, 2].map((lane) => keep({ lane }));
    if (a === undefined || b === undefined) throw new Error('nothing kept');
    expect(good(queue.markExported([a, b, UNKNOWN], BUNDLE))).toBe(2);
    expect(good(queue.markExported([a], BUNDLE))).toBe(1);
    expect(good(queue.get(a))).toMatchObject({ state: 'kept', exportBundle: BUNDLE });
    expect(good(queue.status())).toMatchObject({ pending: 2, exported: 2 });
    expect(claimIds()).toEqual([a, b]);
    good(queue.takeImported(a, 'a.receipt.jws', RECEIVED_AT, null));
    expect(good(queue.status())).toMatchObject({ pending: 1, exported: 1 });
    expect(good(queue.markExported([a], BUNDLE))).toBe(0);
    queue.close();
    expect(recount(path).kept).toEqual(recount(path).counted);
  });
});

describe('back from a drive', () => {
  test.each(['kept', 'sending', 'parked', 'waiting'])('a receipt for one that is %s', (how) => {
    const { queue, keep, claimIds, path } = testQueue();
    const id = keep({ lane: 1 });
    const behind = keep({ lane: 1 });
    if (how !== 'kept') {
      const lease = only(good(queue.claim({ owner: 'sender', limit: 1 })));
      if (how === 'parked') good(queue.park(lease, 'payload-invalid'));
      if (how === 'waiting') good(queue.release(lease, { retryAfter: 60_000 }));
    }
    expect(good(queue.takeImported(id, 'a.receipt.jws', RECEIVED_AT, { state: 'accepted' }))).toBe('taken');
    expect(good(queue.get(id))).toMatchObject({
      state: 'accepted',
      receipt: 'a.receipt.jws',
      parkedReason: null,
    });
    expect(good(queue.takeImported(id, 'other', RECEIVED_AT, null))).toBe('known');
    expect(good(queue.get(id))?.receipt).toBe('a.receipt.jws');
    expect(claimIds()).toEqual([behind]);
    expect(good(queue.counts())).toMatchObject({ sending: 1, pending: 1, parked: 0 });
    queue.close();
    expect(recount(path).kept).toEqual(recount(path).counted);
  });

  test('the sender that had it finds its lease lost', () => {
    const { queue, keep } = testQueue();
    const id = keep();
    const lease = only(good(queue.claim({ owner: 'sender', limit: 1 })));
    good(queue.takeImported(id, 'a.receipt.jws', RECEIVED_AT, null));
    expect(queue.acknowledge(lease, 'other', RECEIVED_AT)).toEqual({ ok: false, code: 'lease-lost' });
    expect(good(queue.counts())).toMatchObject({ sending: 0, received: 1 });
    queue.close();
  });

  test('a receipt for one that had lapsed here shows that it arrived in time; its outcome is asked for again', () => {
    const test = testQueue();
    const { queue, keep } = test;
    const id = keep({ validUntil: '2026-03-02T05:00:00.000Z' });
    test.time.at = '2026-03-02T06:00:00.000Z';
    good(queue.expireDue());
    const accepted = { cursor: 3, id, outcome: { state: 'accepted' } as const, decidedAt: RECEIVED_AT };
    expect(good(queue.applyOutcomes({ after: 0, outcomes: [accepted] }))).toEqual({ applied: [], cursor: 3 });
    expect(good(queue.takeImported(id, 'a.receipt.jws', RECEIVED_AT, null))).toBe('taken');
    expect(good(queue.outcomesCursor())).toBe(0);
    good(queue.applyOutcomes({ after: 0, outcomes: [accepted] }));
    expect(test.state(id)).toBe('accepted');
    queue.close();
  });

  test('a refusal parks what is kept and leaves alone what a sender has', () => {
    const { queue, keep, state } = testQueue();
    const [a, b] = [1, 2].map((lane) => keep({ lane }));
    if (a === undefined || b === undefined) throw new Error('nothing kept');
    good(queue.claim({ owner: 'sender', limit: 1 }));
    expect(good(queue.refuseImported(a, 'payload-invalid'))).toBe('known');
    expect(good(queue.refuseImported(b, 'payload-invalid'))).toBe('parked');
    expect(good(queue.refuseImported(b, 'payload-invalid'))).toBe('known');
    expect([state(a), state(b)]).toEqual(['sending', 'parked']);
    expect(good(queue.get(b))).toMatchObject({ parkedReason: 'payload-invalid', parkedCount: 1 });
    queue.close();
  });

  test('what this terminal never had', () => {
    const { queue } = testQueue();
    const unknown = { ok: false, code: 'submission-unknown' };
    expect(queue.takeImported(UNKNOWN, 'a.receipt.jws', RECEIVED_AT, null)).toEqual(unknown);
    expect(queue.refuseImported(UNKNOWN, 'expired')).toEqual(unknown);
    expect(queue.refuseImported(UNKNOWN, 'No. 5 is bad')).toEqual({ ok: false, code: 'not-a-code' });
    queue.close();
  });
});
