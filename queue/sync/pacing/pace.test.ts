import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPace, type Pace } from './pace.ts';

const MOST = { items: 50, bytes: 1_000_000 };

function pace(): Pace {
  return createPace({
    first: { items: 8, bytes: 64_000 },
    most: MOST,
    short: 2_000,
    long: 4_000,
    deadline: 30_000,
    slowestDeadline: 120_000,
  });
}

/** Exchanges over a link with so many bytes a second and such a round trip; gives what the last one carried. */
function after(
  exchanges: number,
  link: { bytesPerSecond: number; roundTrip: number; each: number },
  run: Pace,
) {
  run.roundTrip(link.roundTrip);
  let took = 0;
  let items = 0;
  for (let turn = 0; turn < exchanges; turn += 1) {
    const allowance = run.allowance();
    items = Math.max(1, Math.min(allowance.items, Math.floor(allowance.bytes / link.each)));
    took = link.roundTrip + (items * link.each * 1_000) / link.bytesPerSecond;
    run.answered({ items, bytes: items * link.each }, took);
  }
  return { items, took };
}

describe('how much goes into one exchange', () => {
  test('on a good link, the most there may be within a few exchanges', () => {
    expect(after(5, { bytesPerSecond: 10_000_000, roundTrip: 50, each: 1_700 }, pace()).items).toBe(50);
  });

  test.each([
    ['64 kB/s and 2 s there and back', 64_000, 2_000, 1_700],
    ['64 kB/s, large ones', 64_000, 2_000, 88_000],
    ['4 kB/s', 4_000, 600, 1_700],
    ['a satellite', 1_000_000, 700, 20_000],
  ])('%s: an exchange settles at two to four seconds of sending', (_, bytesPerSecond, roundTrip, each) => {
    const run = pace();
    const link = { bytesPerSecond, roundTrip, each };
    after(12, link, run);
    const sends = Array.from({ length: 20 }, () => after(1, link, run));
    const bestOne = (each * 1_000) / bytesPerSecond;
    for (const { took, items } of sends) {
      if (items === 1) expect(took - roundTrip).toBeCloseTo(bestOne);
      else expect(took - roundTrip).toBeLessThanOrEqual(6_000);
    }
    const mean = sends.reduce((sum, { took }) => sum + took - roundTrip, 0) / sends.length;
    expect(mean).toBeGreaterThan(Math.min(1_300, bestOne * 0.99));
  });

  test('half after a break, and no more doubling', () => {
    const run = pace();
    after(6, { bytesPerSecond: 10_000_000, roundTrip: 50, each: 1_700 }, run);
    run.broke({ items: 50, bytes: 85_000 }, false);
    expect(run.allowance().items).toBe(25);
    run.answered({ items: 25, bytes: 42_500 }, 100);
    expect(run.allowance().items).toBe(29);
  });

  test('a small exchange that was quick does not make larger ones', () => {
    const run = pace();
    for (let turn = 0; turn < 20; turn += 1) run.answered({ items: 1, bytes: 1_700 }, 60);
    expect(run.allowance()).toEqual({ items: 8, bytes: 64_000 });
  });

  test('an exchange that ran out of time gets more of it, to a limit, and less when the link is quick again', () => {
    const run = pace();
    const load = { items: 1, bytes: 88_000 };
    for (const expected of [60_000, 120_000, 120_000]) {
      run.broke(load, true);
      expect(run.deadline()).toBe(expected);
    }
    run.answered(load, 44_000);
    expect(run.deadline()).toBe(120_000);
    run.answered(load, 500);
    expect(run.deadline()).toBe(30_000);
  });

  test('whatever happens, something goes, and never more than there may be', () => {
    const happening = fc.oneof(
      fc.record({ kind: fc.constant('answered' as const), took: fc.integer({ min: 0, max: 120_000 }) }),
      fc.record({ kind: fc.constant('broke' as const), took: fc.constant(0) }),
      fc.record({ kind: fc.constant('roundTrip' as const), took: fc.integer({ min: 0, max: 30_000 }) }),
    );
    fc.assert(
      fc.property(fc.array(happening), (happenings) => {
        const run = pace();
        for (const { kind, took } of happenings) {
          const load = run.allowance();
          if (kind === 'answered') run.answered(load, took);
          else if (kind === 'broke') run.broke(load, true);
          else run.roundTrip(took);
          const { items, bytes } = run.allowance();
          expect(items).toBeGreaterThanOrEqual(1);
          expect(bytes).toBeGreaterThanOrEqual(1);
          expect(items).toBeLessThanOrEqual(MOST.items);
          expect(bytes).toBeLessThanOrEqual(MOST.bytes);
          expect(run.deadline()).toBeLessThanOrEqual(120_000);
        }
      }),
    );
  });
});
