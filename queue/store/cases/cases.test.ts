import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { v7 } from 'uuid';
import type { StationCase } from '../../../domain/terminal/ports/cases.ts';
import { dayReportSchema } from '../../../domain/wire/day-report.ts';
import { dataFolder } from '../../testing/data-folder.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good, only } from '../../testing/values.ts';
import { openQueue, type Queue } from '../queue.ts';

const MONDAY = '2026-11-23T02:00:00.000Z';
const IN_A_WEEK = '2026-11-30T15:59:59.000Z';
const OFFICER = { staffId: 'S2041' };

interface Counter {
  readonly queue: Queue;
  readonly path: string;
  readonly clock: { at: string };
}

function counter(path = join(dataFolder(), 'queue.db'), at = MONDAY): Counter {
  const clock = { at };
  const queue = good(openQueue(path, { now: () => clock.at }));
  onTestFinished(() => queue.close());
  return { queue, path, clock };
}

interface Visit {
  readonly sessionId: string;
  /** Id of what was submitted in it. */
  readonly id: string | null;
}

/** Somebody is served by the officer, something is kept or put aside or not, and it ends somehow or the power goes. */
function serve(
  { queue }: Counter,
  how: string | null,
  {
    keeps = false,
    parks = null,
    ticket = null,
  }: { keeps?: boolean; parks?: string | null; ticket?: string | null } = {},
): Visit {
  const sessionId = v7();
  const of = { sessionId, actor: 'member' } as const;
  const staff = { sessionId, actor: 'staff', ...OFFICER } as const;
  good(queue.work.saw({ event: 'session.started', sessionId }));
  good(queue.cases.saw({ ...of, event: 'session.started' }, ticket));
  good(queue.cases.saw({ ...staff, event: 'staff.signed-in', detail: { role: 'officer' } }, null));
  const kept = newSubmission();
  if (keeps) {
    good(queue.work.naming(kept.envelope.id));
    good(queue.cases.naming(kept.envelope.id));
    good(queue.enqueue(kept));
  }
  if (parks !== null) {
    good(
      queue.drafts.keep({
        ...{ key: parks.padEnd(43, 'k'), draftId: parks, schemaVersion: 1, expiresAt: IN_A_WEEK },
        sealed: new Uint8Array([1, 2, 3]),
      }),
    );
    const detail = { draft: `draft-${parks.toLowerCase()}`, kind: 'fund-switch' };
    good(queue.cases.saw({ ...staff, event: 'draft.parked', detail }, null));
  }
  if (how !== null) {
    good(queue.work.saw({ event: 'session.ended', sessionId, detail: { how } }));
    good(queue.cases.saw({ ...of, event: 'session.ended', detail: { how } }, null));
  }
  return { sessionId, id: keeps ? kept.envelope.id : null };
}

/** The platform received it, and says what became of it. */
function received({ queue }: Counter, outcome: Parameters<Queue['settle']>[1] | null): void {
  const lease = only(good(queue.claim({ owner: 'test', limit: 1 })));
  good(queue.acknowledge(lease, 'a.receipt.jws', MONDAY, outcome));
}

function closeDay({ queue }: Counter): void {
  const report = dayReportSchema.parse({
    ...{ v: 1, terminalId: 'K0001', epoch: queue.epoch, profile: 'station', devices: {} },
    closedBy: { ...OFFICER, role: 'officer' },
    ...good(queue.work.count()),
  });
  good(queue.work.close(report, 'a.signed.report'));
}

const listed = ({ queue }: Counter): readonly StationCase[] => good(queue.cases.list()).cases;
const states = (at: Counter) => listed(at).map(({ dayNumber, state }) => [dayNumber, state]);
const audited = ({ queue }: Counter) => good(queue.auditSince(0, 1_000)).rows.map(({ entry }) => entry);

describe('the day at a counter', () => {
  test('every session is a case with its number, ticket, officer and plain state', () => {
    const at = counter();
    serve(at, 'submitted', { keeps: true, ticket: 'A012' });
    serve(at, 'left');
    serve(at, 'prepared');
    serve(at, 'enquired');
    serve(at, null);
    expect(states(at)).toEqual([
      [5, 'in-hand'],
      [4, 'asked'],
      [3, 'prepared'],
      [2, 'left'],
      [1, 'kept'],
    ]);
    expect(listed(at).at(-1)).toMatchObject({
      ...{ ticket: 'A012', staffId: 'S2041', today: true, needsSomebody: false, openedAt: MONDAY },
      reference: expect.stringMatching(/^K\d{4}-/) as string,
      kinds: ['member-registration'],
    });
  });

  test('it follows what becomes of a submission, from kept here to the platform’s last word', () => {
    const at = counter();
    serve(at, 'submitted', { keeps: true });
    good(at.queue.claim({ owner: 'test', limit: 1 }));
    expect(states(at)).toEqual([[1, 'kept']]);
    good(at.queue.recover());
    received(at, null);
    expect(states(at)).toEqual([[1, 'received']]);
  });

  test('what needs somebody stands first: rejected with its reason, to be corrected, set aside, put aside', () => {
    const at = counter();
    serve(at, 'submitted', { keeps: true });
    received(at, { state: 'rejected', code: 'details-differ' });
    serve(at, 'submitted', { keeps: true });
    received(at, { state: 'accepted' });
    serve(at, 'submitted', { keeps: true });
    received(at, { state: 'needs-correction', code: 'evidence-unclear' });
    serve(at, 'parked', { parks: 'K7M2' });
    serve(at, 'submitted', { keeps: true });
    const [lease] = good(at.queue.claim({ owner: 'test', limit: 1 }));
    if (lease === undefined) throw new Error('nothing to claim');
    good(at.queue.park(lease, 'payload-invalid'));
    expect(
      listed(at).map(({ state, reason, until, needsSomebody }) => [state, reason, until, needsSomebody]),
    ).toEqual([
      ['rejected', 'details-differ', null, true],
      ['needs-correction', 'evidence-unclear', null, true],
      ['parked', null, IN_A_WEEK, true],
      ['set-aside', null, null, true],
      ['accepted', null, null, false],
    ]);
    expect(listed(at)[2]?.kinds).toEqual(['fund-switch']);
  });

  test('what was put aside and then submitted, parked anew or lapsed needs nobody any more', () => {
    const at = counter();
    serve(at, 'parked', { parks: 'K7M2' });
    serve(at, 'parked', { parks: 'G7M2' });
    const ended = { draftId: 'K7M2', schemaVersion: 1, expiresAt: IN_A_WEEK };
    good(at.queue.drafts.end({ ...ended, key: 'K7M2'.padEnd(43, 'k') }, { how: 'submitted', fence: null }));
    expect(states(at)).toEqual([
      [2, 'parked'],
      [1, 'over'],
    ]);
    at.clock.at = IN_A_WEEK;
    expect(states(at)).toEqual([
      [2, 'over'],
      [1, 'over'],
    ]);
  });

  test('the power goes: the case says so, and what had been kept is said instead', () => {
    const first = counter();
    serve(first, null);
    serve(first, null, { keeps: true });
    first.queue.close();
    const again = counter(first.path);
    good(again.queue.cases.opened());
    expect(states(again)).toEqual([
      [2, 'kept'],
      [1, 'cut'],
    ]);
  });
});

describe('somebody deals with a case', () => {
  test('told by phone: it needs nobody, and the chain has who and what and no content', () => {
    const at = counter();
    serve(at, 'submitted', { keeps: true });
    received(at, { state: 'rejected', code: 'details-differ' });
    const { id } = only(listed(at));
    const noted = good(at.queue.cases.note(id, 'told-by-phone', OFFICER));
    expect(noted).toMatchObject({
      ...{ needsSomebody: false, state: 'rejected' },
      noted: { action: 'told-by-phone', by: 'S2041', at: MONDAY },
    });
    const entry: unknown = JSON.parse(audited(at).find((one) => one.includes('case.noted')) ?? '{}');
    expect(entry).toMatchObject({
      ...{ event: 'case.noted', actor: 'staff', staffId: 'S2041' },
      detail: { case: 1, action: 'told-by-phone', stands: 'rejected' },
    });
  });

  test('not reached: it still needs somebody', () => {
    const at = counter();
    serve(at, 'parked', { parks: 'K7M2' });
    const { id } = only(listed(at));
    expect(good(at.queue.cases.note(id, 'not-reached', OFFICER))).toMatchObject({ needsSomebody: true });
  });

  test('taken: as it stands now, and in the chain', () => {
    const at = counter();
    serve(at, 'parked', { parks: 'K7M2' });
    const { id } = only(listed(at));
    expect(good(at.queue.cases.take(id, 'take-up', OFFICER)).state).toBe('parked');
    expect(audited(at).join()).toContain('case.taken');
    expect(at.queue.cases.take(99, 'take-up', OFFICER)).toEqual({ ok: false, code: 'not-there' });
    expect(at.queue.cases.note(99, 'told-by-phone', OFFICER)).toEqual({ ok: false, code: 'not-there' });
  });
});

describe('the day ends', () => {
  test('what needs somebody stays in the list of the next day, and numbers begin anew', () => {
    const at = counter();
    serve(at, 'left');
    serve(at, 'submitted', { keeps: true });
    received(at, { state: 'rejected', code: 'details-differ' });
    serve(at, 'submitted', { keeps: true });
    received(at, { state: 'accepted' });
    serve(at, 'submitted', { keeps: true });
    closeDay(at);
    expect(listed(at).map(({ dayNumber, state, today }) => [dayNumber, state, today])).toEqual([
      [2, 'rejected', false],
      [4, 'kept', false],
    ]);
    serve(at, 'left');
    expect(listed(at).map(({ dayNumber, today }) => [dayNumber, today])).toEqual([
      [2, false],
      [1, true],
      [4, false],
    ]);
  });

  test('dealt with, it goes; and what is swept is gone from the disk', () => {
    const at = counter();
    serve(at, 'left');
    serve(at, 'submitted', { keeps: true });
    received(at, { state: 'rejected', code: 'details-differ' });
    closeDay(at);
    expect(good(at.queue.cases.sweep())).toBe(1);
    const { id } = only(listed(at));
    good(at.queue.cases.note(id, 'told-in-person', OFFICER));
    expect(listed(at)).toEqual([]);
    expect(at.queue.cases.take(id, 'enquire', OFFICER)).toMatchObject({ code: 'not-there' });
    expect(good(at.queue.cases.sweep())).toBe(1);
    expect(good(at.queue.cases.sweep())).toBe(0);
  });

  test('what nobody deals with for two months is not kept in a list for ever', () => {
    const at = counter();
    serve(at, 'submitted', { keeps: true });
    received(at, { state: 'rejected', code: 'details-differ' });
    closeDay(at);
    at.clock.at = '2027-01-20T02:00:00.000Z';
    expect(good(at.queue.cases.sweep())).toBe(0);
    at.clock.at = '2027-01-23T02:00:00.000Z';
    expect(good(at.queue.cases.sweep())).toBe(1);
  });

  test('a repaired database says that earlier cases are not there', () => {
    const at = counter();
    expect(good(at.queue.cases.list())).toEqual({ cases: [], lost: false });
    good(at.queue.work.opened(true));
    expect(good(at.queue.cases.list())).toEqual({ cases: [], lost: true });
  });
});
