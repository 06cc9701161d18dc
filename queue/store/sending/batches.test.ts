import { describe, expect, test } from 'vitest';
import { newSubmission } from '../../testing/submissions.ts';
import { good } from '../../testing/values.ts';
import { RECEIVED_AT, testQueue } from '../testing/queues.ts';
import { recount } from '../testing/recount.ts';

describe('many in one exchange', () => {
  test('a batch holds the first of each lane, by priority and then in the order kept', () => {
    const { queue, keep, claimIds } = testQueue();
    const feedback = keep({ kind: 'feedback', lane: 9 });
    const first = keep({ lane: 1 });
    const second = keep({ lane: 2 });
    const behind = keep({ lane: 1 });
    const withdrawal = keep({ kind: 'cancellation', lane: 3 });
    expect(claimIds()).toEqual([first, second, withdrawal, feedback]);
    expect(claimIds()).toEqual([]);
    expect(good(queue.get(behind))?.state).toBe('kept');
    queue.close();
  });

  test('feedback that came first waits for a registration of its own member, and for none of others', () => {
    const { queue, keep, claimIds } = testQueue();
    const feedback = keep({ kind: 'feedback', lane: 1 });
    const registration = keep({ lane: 1 });
    const other = keep({ lane: 2 });
    expect(claimIds()).toEqual([other, feedback]);
    expect(good(queue.get(registration))?.state).toBe('kept');
    queue.close();
  });

  test('no more than fits into the request, and one in any case', () => {
    const { queue } = testQueue();
    for (const lane of [1, 2, 3, 4]) good(queue.enqueue(newSubmission({ lane, bytes: 30_000 })));
    const claim = (mostBytes: number): number =>
      good(queue.claim({ owner: 'test', limit: 10, mostBytes })).length;
    expect(claim(100)).toBe(1);
    expect(claim(85_000)).toBe(2);
    expect(claim(1_000_000)).toBe(1);
    queue.close();
  });

  test('each of a batch is settled by itself: a lost lease holds up none of the others', () => {
    const { queue, keep, clock, path } = testQueue();
    const ids = [1, 2, 3].map((lane) => keep({ lane }));
    const [a, b, c] = good(queue.claim({ owner: 'slow', limit: 3 }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('nothing to claim');
    good(queue.park(b, 'payload-invalid'));
    const receipt = { receipt: 'a.receipt.jws', receivedAt: RECEIVED_AT };
    const acknowledgements = [
      { lease: a, ...receipt, outcome: { state: 'accepted' } as const },
      { lease: b, ...receipt },
      { lease: { id: c.id, token: c.token - 1 }, ...receipt },
      { lease: { id: '01a20478-dbc4-74ba-a370-e0e9536505f7', token: 1 }, ...receipt },
      { lease: c, ...receipt, outcome: { state: 'needs-correction', code: 'details-differ' } as const },
    ];
    expect(good(queue.acknowledgeAll(acknowledgements))).toEqual([
      'ok',
      'lease-lost',
      'lease-lost',
      'lease-lost',
      'ok',
    ]);
    expect(ids.map((id) => good(queue.get(id))?.state)).toEqual(['accepted', 'parked', 'needs-correction']);
    expect(good(queue.acknowledgeAll(acknowledgements))).toEqual(Array(5).fill('lease-lost'));
    clock.advance(1);
    queue.close();
    expect(recount(path).kept).toEqual(recount(path).counted);
  });

  test('a batch that nobody answered goes back as a whole, each with its own wait', () => {
    const { queue, keep, clock, claimIds } = testQueue();
    const [now, later, untried] = [1, 2, 3].map((lane) => keep({ lane }));
    const leases = good(queue.claim({ owner: 'test', limit: 3 }));
    const waits = [0, 5_000, 0];
    const releases = leases.map((lease, index) => ({
      lease,
      retryAfter: waits[index] ?? 0,
      untried: lease.id === untried,
    }));
    expect(good(queue.releaseAll(releases))).toEqual(['ok', 'ok', 'ok']);
    expect(good(queue.releaseAll(releases))).toEqual(['lease-lost', 'lease-lost', 'lease-lost']);
    expect(good(queue.get(untried ?? ''))?.attempts).toBe(0);
    expect(claimIds()).toEqual([now, untried]);
    clock.advance(5_000);
    expect(claimIds()).toEqual([later]);
    queue.close();
  });

  test('a full batch is leased and settled', () => {
    const { queue, keep } = testQueue();
    for (let lane = 1; lane <= 50; lane += 1) keep({ lane });
    const leases = good(queue.claim({ owner: 'test', limit: 50 }));
    expect(leases).toHaveLength(50);
    expect(new Set(leases.map(({ token }) => token)).size).toBe(50);
    expect(good(queue.counts())).toMatchObject({ kept: 0, sending: 50, pending: 50 });
    good(
      queue.acknowledgeAll(
        leases.map((lease) => ({ lease, receipt: 'a.receipt.jws', receivedAt: RECEIVED_AT })),
      ),
    );
    expect(good(queue.counts())).toMatchObject({ kept: 0, sending: 0, received: 50, pending: 0 });
    queue.close();
  });
});

describe('tokens', () => {
  test('grow with every lease, over every start', () => {
    let current = testQueue();
    current.keep();
    const tokens: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const [lease] = good(current.queue.claim({ owner: 'test', limit: 1 }));
      if (lease === undefined) throw new Error('nothing to claim');
      tokens.push(lease.token);
      if (round % 2 === 0) current = current.reopened();
      else good(current.queue.release(lease, { retryAfter: 0 }));
    }
    expect(tokens).toEqual([...tokens].sort((a, b) => a - b));
    expect(new Set(tokens).size).toBe(4);
    current.queue.close();
  });
});
