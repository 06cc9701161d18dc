import { expect, test } from 'vitest';
import type { ImplementationName } from '../implementations/implementation.ts';
import type { Phase } from '../measure.ts';
import type { StoreCase } from '../rounds/store-rounds.ts';
import { figuresOf, ratioOf } from './summary.ts';

function phase(perSecond: number): Phase {
  return { perSecond, p50: 1, p99: 2, worst: 3, flushes: 1_000 };
}

function measured(
  round: number,
  implementation: ImplementationName,
  rates: { readonly add: number; readonly process?: number },
  rows = 0,
): StoreCase {
  const result = {
    openMs: 1,
    add: phase(rates.add),
    process: rates.process === undefined ? null : phase(rates.process),
    processMany: null,
    fails: null,
    bytes: 1,
  };
  return { round, rows, implementation, result };
}

/** The second round was disturbed: everything took ten times as long. */
const STORE: readonly StoreCase[] = [
  measured(1, 'append', { add: 4_000 }),
  measured(1, 'ours', { add: 2_400, process: 900 }),
  measured(1, 'raw', { add: 3_000, process: 1_000 }),
  measured(1, 'ours', { add: 2_280 }, 1_000_000),
  measured(2, 'append', { add: 400 }),
  measured(2, 'ours', { add: 240, process: 90 }),
  measured(2, 'raw', { add: 300, process: 100 }),
  measured(2, 'ours', { add: 228 }, 1_000_000),
];

test('a ratio is taken within a round, so that a disturbed round does not move it', () => {
  const place = { rows: 0, implementation: 'ours', phase: 'add' } as const;
  expect(ratioOf(STORE, place, { ...place, implementation: 'append' })).toBeCloseTo(0.6);
});

test('a round that has only one of two is left out', () => {
  const place = { rows: 0, implementation: 'ours', phase: 'add' } as const;
  const cases = [...STORE, measured(3, 'ours', { add: 1 })];
  expect(ratioOf(cases, place, { ...place, implementation: 'append' })).toBeCloseTo(0.6);
});

test('the figures are those of the design, null for what was not run', () => {
  expect(figuresOf({ store: STORE, seals: [], drains: [] }, 2)).toEqual({
    addVsFsync: 0.6,
    processVsRaw: 0.9,
    addAt1MVsEmpty: 0.95,
    drainVsNoDb: null,
    addVsPlainjob: null,
    sealMs: null,
    rounds: 2,
  });
});

test('drain and sealing are medians over the rounds', () => {
  const drain = (round: number, gateway: number): Parameters<typeof figuresOf>[0]['drains'][number] => ({
    round,
    results: {
      gateway: { perSecond: gateway },
      'no-database': { perSecond: 1_000 },
      opening: { perSecond: 1_000 },
    },
  });
  const seal = (medianMs: number) => ({ medianMs, firstMs: 9, payloadBytes: 1, sealedBytes: 2 });
  const drains = [drain(1, 500), drain(2, 900), drain(3, 600)];
  const figures = figuresOf({ store: [], seals: [seal(1), seal(3), seal(2)], drains }, 3);
  expect(figures).toMatchObject({ addVsFsync: null, drainVsNoDb: 0.6, sealMs: 2 });
});
