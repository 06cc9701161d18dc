import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { newSubmission } from '../../testing/submissions.ts';
import { good } from '../../testing/values.ts';
import { RECEIVED_AT, testQueue } from '../testing/queues.ts';
import { submissionWith } from '../testing/submissions.ts';
import type { NewSubmission } from '../submission.ts';

const TABLES = ['submissions', 'contents', 'attachments', 'counters', 'facts', 'audit'];

/** Everything that is stored, as another reader sees it. */
function contentOf(path: string): unknown {
  const database = new Database(path, { readonly: true });
  const content = TABLES.map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  database.close();
  return content;
}

/** What the type does not allow, and somebody sends all the same. */
function wrong(envelope: Readonly<Record<string, unknown>>): NewSubmission {
  return submissionWith(envelope);
}

describe('bad input leaves the store as it was', () => {
  const cases: readonly [string, NewSubmission, string][] = [
    ['more bytes than the platform takes', newSubmission({ bytes: 64 * 1024 + 1 }), 'too-large'],
    ['no bytes', { ...newSubmission(), sealed: new Uint8Array() }, 'malformed'],
    ['text instead of bytes', { ...newSubmission(), sealed: 'sealed' as unknown as Uint8Array }, 'malformed'],
    ['the digest of other bytes', { ...newSubmission(), sealed: newSubmission().sealed }, 'digest-differs'],
    ['a kind nobody knows', wrong({ kind: 'withdrawal-of-benefits' }), 'malformed'],
    ['a lane below zero', wrong({ lane: -1 }), 'malformed'],
    ['a lane beyond sixteen bits', wrong({ lane: 65_536 }), 'malformed'],
    ['half a lane', wrong({ lane: 1.5 }), 'malformed'],
    ['an id that is no UUIDv7', wrong({ id: '3f2b8c1e-1111-4111-8111-111111111111' }), 'malformed'],
    ['an instant that is none', wrong({ validUntil: 'tomorrow' }), 'malformed'],
    ['a correction of something that has no id', wrong({ supersedes: 'K0127-A0001-4' }), 'malformed'],
    ['a sequence of zero', wrong({ sequence: 0 }), 'malformed'],
    ['a field nobody declared', wrong({ surname: 'x' }), 'malformed'],
    ['files that it does not mention right', wrong({ attachments: [] }), 'malformed'],
    ['no envelope', { ...newSubmission(), envelope: null as never }, 'malformed'],
  ];
  test.each(cases)('%s', (_, submission, code) => {
    const { queue, path, keep } = testQueue();
    keep();
    const before = contentOf(path);
    expect(queue.enqueue(submission)).toMatchObject({ ok: false, code });
    expect(contentOf(path)).toEqual(before);
    queue.close();
  });

  test('an id, a reference or a place that another one has', () => {
    const { queue, path, keep } = testQueue();
    const stored = good(queue.get(keep()));
    if (stored === null) throw new Error('nothing kept');
    const before = contentOf(path);
    const { id, reference, sequence } = stored;
    expect(queue.enqueue(submissionWith({ id }))).toEqual({ ok: false, code: 'id-used' });
    expect(queue.enqueue(submissionWith({ reference }))).toEqual({ ok: false, code: 'reference-used' });
    // The number that was taken for it before its place turned out to be used is given again.
    expect(queue.enqueue(submissionWith({ sequence }))).toEqual({ ok: false, code: 'sequence-used' });
    expect(contentOf(path)).toEqual(before);
    queue.close();
  });

  test('leases that nobody was given, ids that nobody has', () => {
    const { queue, path, keep } = testQueue();
    keep();
    const before = contentOf(path);
    const id = '01a20478-dbc4-74ba-a370-e0e9536505f7';
    const lease = { id, token: 1 };
    expect(queue.acknowledge(lease, 'a.receipt.jws', RECEIVED_AT).ok).toBe(false);
    expect(queue.release(lease, { retryAfter: 0 }).ok).toBe(false);
    expect(queue.park(lease, 'payload-invalid').ok).toBe(false);
    expect(queue.settle(id, { state: 'accepted' }).ok).toBe(false);
    expect(queue.unpark(id).ok).toBe(false);
    expect(queue.parkKept(id, 'asked-by-staff').ok).toBe(false);
    expect(queue.acknowledgeAttachment(lease, 'a.receipt.jws', RECEIVED_AT).ok).toBe(false);
    expect(good(queue.markExported([id], id))).toBe(0);
    expect(good(queue.readChunk(id, 0))).toBeNull();
    expect(queue.audit.append({ event: 'session.ended', actor: 'member', detail: { surname: 'x' } }).ok).toBe(
      false,
    );
    expect(contentOf(path)).toEqual(before);
    queue.close();
  });
});

describe('an audit entry that says too much', () => {
  test('is written without what it says, so that the event is not lost', () => {
    const { queue, path } = testQueue();
    expect(
      good(queue.audit.record({ event: 'session.ended', actor: 'member', detail: { how: 'done' } })),
    ).toBe('whole');
    expect(
      good(queue.audit.record({ event: 'session.ended', actor: 'member', detail: { how: 'CHAN Tai Man' } })),
    ).toBe('bare');
    expect(queue.audit.record({ event: 'member.named' })).toMatchObject({ ok: false, code: 'audit-refused' });
    const database = new Database(path, { readonly: true });
    const entries = database.prepare<[], { entry: string }>('SELECT entry FROM audit ORDER BY number').all();
    database.close();
    expect(entries.map(({ entry }) => JSON.parse(entry) as unknown)).toMatchObject([
      { event: 'session.ended', actor: 'member', detail: { how: 'done' } },
      { event: 'session.ended', actor: 'system', detail: { code: 'entry-refused' } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('CHAN');
    queue.close();
  });
});
