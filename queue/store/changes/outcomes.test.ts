import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../domain/wire/contract.ts';
import { good, only } from '../../testing/values.ts';
import { RECEIVED_AT, testQueue } from '../testing/queues.ts';

function decision(cursor: number, id: string, outcome: Outcome) {
  return { cursor, id, outcome, decidedAt: '2026-03-03T01:00:00.000Z' };
}
const CORRECT = { state: 'needs-correction', code: 'details-differ' } as const;

describe('what the platform made of it', () => {
  test('comes by page, is told once, and changes nothing the second time', () => {
    const { queue, receive } = testQueue();
    const a = receive({ lane: 1 });
    const b = receive({ lane: 2 });
    const page = { after: 0, outcomes: [decision(4, a, { state: 'accepted' }), decision(7, b, CORRECT)] };
    const applied = good(queue.applyOutcomes(page));
    expect(applied).toMatchObject({
      cursor: 7,
      applied: [
        { id: a, state: 'accepted', outcome: { state: 'accepted' }, receivedAt: RECEIVED_AT },
        { id: b, state: 'needs-correction', outcome: CORRECT },
      ],
    });
    expect(applied.applied[0]?.reference).toBe(good(queue.get(a))?.reference);
    const entries = good(queue.verifyAudit()).entries;
    expect(good(queue.applyOutcomes(page))).toEqual({ applied: [], cursor: 7 });
    expect(good(queue.applyOutcomes({ ...page, after: 7 }))).toEqual({ applied: [], cursor: 7 });
    expect(good(queue.verifyAudit()).entries).toBe(entries);
    expect(good(queue.outcomesCursor())).toBe(7);
    expect(good(queue.get(b))?.outcome).toEqual(CORRECT);
    queue.close();
  });

  test('may change: correction asked twice, done, and then a newer one took its place', () => {
    const { queue, receive, state } = testQueue();
    const id = receive();
    const by = '01a20478-dbc4-74ba-a370-e0e9536505f7';
    const outcomes: readonly Outcome[] = [
      CORRECT,
      { state: 'needs-correction', code: 'evidence-unclear' },
      { state: 'accepted' },
      { state: 'superseded', by },
    ];
    const states = outcomes.map((outcome, index) => {
      good(queue.applyOutcomes({ after: index, outcomes: [decision(index + 1, id, outcome)] }));
      return good(queue.get(id))?.outcome;
    });
    expect(states).toEqual(outcomes);
    good(queue.applyOutcomes({ after: 4, outcomes: [decision(5, id, { state: 'accepted' })] }));
    expect(state(id)).toBe('superseded');
    expect(good(queue.outcomesCursor())).toBe(5);
    queue.close();
  });

  test('is not for something that this terminal never had: passed over', () => {
    const { queue, receive } = testQueue();
    const id = receive();
    const unknown = decision(1, '01a20478-dbc4-74ba-a370-e0e9536505f7', { state: 'accepted' });
    const page = { after: 0, outcomes: [unknown, decision(2, id, { state: 'accepted' })] };
    expect(good(queue.applyOutcomes(page)).applied.map((item) => item.id)).toEqual([id]);
    queue.close();
  });

  test('came before its receipt: the page waits there until the receipt is in', () => {
    const { queue, receive, keep } = testQueue();
    const first = receive({ lane: 1 });
    const pending = keep({ lane: 2 });
    const page = {
      after: 0,
      outcomes: [
        decision(1, first, { state: 'accepted' }),
        decision(2, pending, { state: 'accepted' }),
        decision(3, first, { state: 'superseded', by: null }),
      ],
    };
    expect(good(queue.applyOutcomes(page))).toMatchObject({ cursor: 1, applied: [{ id: first }] });
    const lease = only(good(queue.claim({ owner: 'test', limit: 1 })));
    expect(good(queue.applyOutcomes(page))).toMatchObject({ cursor: 1, applied: [] });
    good(queue.acknowledge(lease, 'a.receipt.jws', RECEIVED_AT));
    expect(good(queue.applyOutcomes(page))).toMatchObject({
      cursor: 3,
      applied: [{ id: pending }, { id: first }],
    });
    queue.close();
  });

  test('a page that does not join on to what is known is refused', () => {
    const { queue, receive, state } = testQueue();
    const id = receive();
    const page = { after: 3, outcomes: [decision(4, id, { state: 'accepted' })] };
    expect(queue.applyOutcomes(page)).toEqual({ ok: false, code: 'cursor-differs', params: { cursor: 0 } });
    expect(state(id)).toBe('received');
    queue.close();
  });
});

describe('when the platform was last heard of', () => {
  test('is known at once and after a restart, within a minute', () => {
    const first = testQueue();
    const contact = (): string | null => good(first.queue.status()).lastContact;
    expect(contact()).toBeNull();
    first.queue.noteContact('2026-03-02T05:00:00.000Z');
    first.clock.advance(59_000);
    first.queue.noteContact('2026-03-02T05:00:59.000Z');
    expect(contact()).toBe('2026-03-02T05:00:59.000Z');
    const second = first.reopened();
    expect(good(second.queue.status()).lastContact).toBe('2026-03-02T05:00:00.000Z');
    second.queue.noteContact('2026-03-02T06:00:00.000Z');
    second.clock.advance(60_000);
    second.queue.noteContact('2026-03-02T06:01:00.000Z');
    const third = second.reopened();
    expect(good(third.queue.status()).lastContact).toBe('2026-03-02T06:01:00.000Z');
    third.queue.close();
  });
});
