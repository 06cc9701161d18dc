import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KIND_FACTS, type SubmissionKind } from '../../../domain/kinds/kinds.ts';
import type { Outcome } from '../../../domain/wire/contract.ts';
import { good } from '../../testing/values.ts';
import type { Lease } from '../sending/lease.ts';
import { openQueue, type Queue } from '../queue.ts';
import { BUNDLE, RECEIVED_AT } from '../testing/queues.ts';
import { QueueModel } from './model.ts';
import { recount } from '../testing/recount.ts';
import { submissionWith } from '../testing/submissions.ts';

const RUNS = Number(process.env['MODEL_RUNS'] ?? 300);
const SEED = Number(process.env['MODEL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const LEASE_FOR_MS = 1_000;
const START = Date.parse('2026-03-02T04:00:00.000Z');
const HOUR_MS = 3_600_000;

const index = fc.nat(30);
const outcomeOf = fc.constantFrom<Outcome>(
  { state: 'accepted' },
  { state: 'rejected', code: 'already-registered' },
  { state: 'needs-correction', code: 'details-differ' },
  { state: 'superseded', by: null },
  { state: 'cancelled' },
);
const optionalOutcome = fc.option(outcomeOf, { nil: null });

/** Everything that can happen to a queue; an index says to which submission or lease, counted round. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      lane: fc.nat(3),
      kind: fc.constantFrom<SubmissionKind>('member-registration', 'feedback'),
      validHours: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('claim' as const), limit: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('acknowledge' as const), lease: index, outcome: optionalOutcome }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('acknowledge-all' as const),
      leases: fc.array(index, { maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('release' as const),
      lease: index,
      wait: fc.nat(900),
      untried: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('park' as const), lease: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('park-kept' as const), item: index }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unpark' as const), item: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('export' as const), item: index }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('import' as const), item: index, outcome: optionalOutcome }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), item: index, lane: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('outcomes' as const),
      items: fc.array(fc.tuple(index, outcomeOf), { maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), uptime: fc.nat(1_500) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('set-clock' as const), hours: fc.integer({ min: -48, max: 48 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('expire' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retry-now' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The real queue and the model, side by side. */
function pair(path: string) {
  const model = new QueueModel();
  const leases: Pick<Lease, 'id' | 'token'>[] = [];
  let uptime = 0;
  let started = 0;
  let wall = START;
  let budget = 0;
  let lastToken = 0;
  let lastOutcome = 0;
  const budgets = new Map<string, number>();
  const now = (): string => new Date(wall).toISOString();
  const open = (): Queue => {
    started = uptime;
    return good(openQueue(path, { uptime: () => uptime, now, budget: () => budget, leaseFor: LEASE_FOR_MS }));
  };
  let queue = open();
  const elapsed = (): number => uptime - started;
  const at = <T>(list: readonly T[], place: number): T | undefined => list[place % Math.max(1, list.length)];

  function add(envelope: Parameters<typeof submissionWith>[0]): string {
    const kept = good(queue.enqueue(submissionWith(envelope, { bytes: 40 })));
    remember(kept, envelope);
    return kept.id;
  }

  function remember(
    kept: { readonly id: string; readonly sequence: number },
    envelope: Parameters<typeof submissionWith>[0],
  ): void {
    budgets.set(kept.id, budget);
    model.add({
      id: kept.id,
      sequence: kept.sequence,
      lane: envelope.lane ?? 0,
      priority: KIND_FACTS[envelope.kind ?? 'member-registration'].priority,
      validUntil: envelope.validUntil ?? null,
    });
  }

  function acknowledge(place: number, outcome: Outcome | null): void {
    const lease = at(leases, place);
    if (lease === undefined) return;
    const item = model.holder(lease.id, lease.token);
    const done = queue.acknowledge(lease, `receipt-${lease.id}`, RECEIVED_AT, outcome);
    expect(done.ok).toBe(item !== undefined);
    if (item !== undefined) model.receive(item, `receipt-${lease.id}`, outcome);
  }

  const steps = {
    add({ lane, kind, validHours }: Extract<Step, { do: 'add' }>) {
      const validUntil =
        validHours === null ? {} : { validUntil: new Date(wall + validHours * HOUR_MS).toISOString() };
      add({ lane, kind, ...validUntil });
    },
    claim({ limit }: Extract<Step, { do: 'claim' }>) {
      const expected = model.claim(limit, elapsed(), now(), LEASE_FOR_MS);
      const claimed = good(queue.claim({ owner: 'model', limit }));
      expect(claimed.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      for (const lease of claimed) {
        const item = model.find(lease.id);
        expect(lease.token).toBeGreaterThan(lastToken);
        lastToken = lease.token;
        if (item !== undefined)
          Object.assign(item, {
            state: 'sending',
            token: lease.token,
            leasedAt: elapsed(),
            attempts: item.attempts + 1,
            unanswered: item.unanswered + 1,
          });
        expect(lease.attempts).toBe(item?.attempts);
        leases.push(lease);
      }
    },
    acknowledge: ({ lease, outcome }: Extract<Step, { do: 'acknowledge' }>) => acknowledge(lease, outcome),
    'acknowledge-all'({ leases: places }: Extract<Step, { do: 'acknowledge-all' }>) {
      const chosen = places.flatMap((place) => at(leases, place) ?? []);
      const answers = good(
        queue.acknowledgeAll(
          chosen.map((lease) => ({ lease, receipt: `receipt-${lease.id}`, receivedAt: RECEIVED_AT })),
        ),
      );
      chosen.forEach((lease, place) => {
        const item = model.holder(lease.id, lease.token);
        expect(answers[place]).toBe(item === undefined ? 'lease-lost' : 'ok');
        if (item !== undefined) model.receive(item, `receipt-${lease.id}`, null);
      });
    },
    release({ lease: place, wait, untried }: Extract<Step, { do: 'release' }>) {
      const lease = at(leases, place);
      if (lease === undefined) return;
      const item = model.holder(lease.id, lease.token);
      expect(queue.release(lease, { retryAfter: wait, untried }).ok).toBe(item !== undefined);
      if (item === undefined) return;
      model.giveBack(item, elapsed() + wait);
      if (!untried) return;
      item.attempts -= 1;
      item.unanswered -= 1;
    },
    park({ lease: place }: Extract<Step, { do: 'park' }>) {
      const lease = at(leases, place);
      if (lease === undefined) return;
      const item = model.holder(lease.id, lease.token);
      expect(queue.park(lease, 'payload-invalid').ok).toBe(item !== undefined);
      if (item !== undefined) Object.assign(item, { state: 'parked', token: null, unanswered: 0 });
    },
    'park-kept'({ item: place }: Extract<Step, { do: 'park-kept' }>) {
      const item = at(model.items, place);
      if (item === undefined) return;
      expect(queue.parkKept(item.id, 'asked-by-staff').ok).toBe(item.state === 'kept');
      if (item.state === 'kept') item.state = 'parked';
    },
    unpark({ item: place }: Extract<Step, { do: 'unpark' }>) {
      const item = at(model.items, place);
      if (item === undefined) return;
      expect(queue.unpark(item.id).ok).toBe(item.state === 'parked');
      if (item.state === 'parked') Object.assign(item, { state: 'kept', waitsUntil: 0, attempts: 0 });
    },
    export({ item: place }: Extract<Step, { do: 'export' }>) {
      const item = at(model.items, place);
      if (item === undefined) return;
      const isOpen = ['kept', 'sending', 'parked'].includes(item.state);
      expect(good(queue.markExported([item.id], BUNDLE))).toBe(isOpen ? 1 : 0);
      if (isOpen) item.exported = true;
    },
    import({ item: place, outcome }: Extract<Step, { do: 'import' }>) {
      const item = at(model.items, place);
      if (item === undefined) return;
      const isNew = ['kept', 'sending', 'parked', 'expired'].includes(item.state);
      const before = item.state;
      const taken = good(queue.takeImported(item.id, `receipt-${item.id}`, RECEIVED_AT, outcome));
      expect(taken).toBe(isNew ? 'taken' : 'known');
      if (isNew) {
        model.receive(item, `receipt-${item.id}`, outcome);
        if (before === 'parked' || before === 'expired') model.cursor = 0;
      } else if (outcome !== null) model.decide(item, outcome);
    },
    withdraw({ item: place, lane }: Extract<Step, { do: 'withdraw' }>) {
      const item = at(model.items, place);
      if (item === undefined) return;
      const ended = ['rejected', 'superseded', 'cancelled', 'expired'].includes(item.state);
      const envelope = { lane, kind: 'cancellation' as const };
      const answer = queue.cancelKept(item.id, submissionWith(envelope, { bytes: 40 }));
      expect(answer.ok).toBe(!ended);
      if (!answer.ok) return;
      remember(answer.value, envelope);
      expect(answer.value.withdrawn).toBe(model.neverLeft(item));
      if (answer.value.withdrawn) item.state = 'cancelled';
    },
    outcomes({ items }: Extract<Step, { do: 'outcomes' }>) {
      const page = items.flatMap(([place, outcome]) => {
        const item = at(model.items, place);
        if (item === undefined) return [];
        lastOutcome += 1;
        return [{ cursor: lastOutcome, id: item.id, outcome, decidedAt: RECEIVED_AT }];
      });
      const applied = good(queue.applyOutcomes({ after: 0, outcomes: page }));
      model.apply(page);
      expect(applied.cursor).toBe(model.cursor);
    },
    pass({ uptime: milliseconds }: Extract<Step, { do: 'pass' }>) {
      uptime += milliseconds;
      budget += milliseconds;
      for (const item of model.items) if (item.waitsUntil <= elapsed()) item.waitsUntil = 0;
    },
    'set-clock'({ hours }: Extract<Step, { do: 'set-clock' }>) {
      wall = START + hours * HOUR_MS;
    },
    expire() {
      expect(good(queue.expireDue()).map(({ id }) => id)).toEqual(model.expire(now()));
    },
    'retry-now'() {
      good(queue.retryNow());
      for (const item of model.items) item.waitsUntil = 0;
    },
    /** The uptime of the new process begins somewhere else altogether. */
    crash() {
      queue.close();
      uptime = (uptime * 7) % 5_000;
      model.restart();
      queue = open();
    },
  };

  /** What is cheap to compare is compared after every step. */
  function compare(): void {
    expect(good(queue.list()).map(({ id, state, receipt }) => [id, state, receipt])).toEqual(
      model.items.map(({ id, state, receipt }) => [id, state, receipt]),
    );
    const oldest = model.oldestPending();
    expect(good(queue.status())).toMatchObject({
      pending: model.count('kept', 'sending'),
      parked: model.count('parked'),
      exported: model.exported(),
      oldestPendingBudget: oldest === undefined ? null : budgets.get(oldest.id),
    });
    expect(good(queue.counts())).toMatchObject({
      kept: model.count('kept'),
      sending: model.count('sending'),
    });
  }

  return {
    take(one: Step): void {
      (steps[one.do] as (given: Step) => void)(one);
      compare();
    },
    end(): void {
      expect(queue.verifyAudit().ok).toBe(true);
      queue.close();
      const { kept, counted } = recount(path);
      expect(kept).toEqual(counted);
    },
  };
}

/** In memory where there is such a folder: this is about order and states, and power cuts are tried elsewhere. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

test(`any order of events ends as in a list on paper (seed ${String(SEED)})`, () => {
  const folders: string[] = [];
  try {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), (steps) => {
        const folder = mkdtempSync(join(FOLDER, 'empf-model-'));
        folders.push(folder);
        const both = pair(join(folder, 'queue.db'));
        try {
          for (const one of steps) both.take(one);
        } finally {
          both.end();
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
