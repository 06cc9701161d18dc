import { fail, ok } from '../../domain/result.ts';
import type { CaseFault, CasesPort, StationCase } from '../../domain/terminal/ports/cases.ts';
import { needsSomebody } from '../../domain/work-day/cases.ts';

/** A case of nobody; invented. */
export function caseWith(change: Partial<StationCase> = {}): StationCase {
  return {
    ...{ id: 1, dayNumber: 1, ticket: 'A012', kinds: ['fund-switch'], state: 'rejected' },
    ...{ reason: 'details-differ', until: null, reference: 'K0127-A0001-4' },
    ...{ openedAt: '2026-11-23T01:40:00.000Z', endedAt: '2026-11-23T01:52:00.000Z', staffId: 'S-2041' },
    ...{ noted: null, today: true, needsSomebody: true },
    ...change,
  };
}

export interface FakeCases extends CasesPort {
  /** What stands in the list; may be changed. */
  cases: StationCase[];
  fault: CaseFault | null;
  readonly calls: string[];
}

/** A list that a test holds in its hand. */
export function fakeCases(): FakeCases {
  const one = (id: number) => fake.cases.find((found) => found.id === id);
  const fake: FakeCases = {
    cases: [caseWith()],
    fault: null,
    calls: [],
    list: () =>
      Promise.resolve(fake.fault === null ? ok({ cases: [...fake.cases], lost: false }) : fail(fake.fault)),
    take(id, way, { staffId }) {
      fake.calls.push(`take ${String(id)} ${way} ${staffId}`);
      const found = one(id);
      if (fake.fault !== null) return Promise.resolve(fail(fake.fault));
      return Promise.resolve(found === undefined ? fail('not-there') : ok(found));
    },
    note(id, action, { staffId }) {
      fake.calls.push(`note ${String(id)} ${action} ${staffId}`);
      const found = one(id);
      if (fake.fault !== null) return Promise.resolve(fail(fake.fault));
      if (found === undefined) return Promise.resolve(fail('not-there'));
      const noted = { action, by: staffId, at: '2026-11-23T02:00:00.000Z' };
      const changed = { ...found, noted, needsSomebody: needsSomebody(found.state, action) };
      fake.cases = fake.cases.map((other) => (other.id === id ? changed : other));
      return Promise.resolve(ok(changed));
    },
    calling(ticket) {
      fake.calls.push(`calling ${ticket ?? 'nobody'}`);
    },
  };
  return fake;
}
