import { expect, test } from 'vitest';
import { type Limit, median, missedLimits, quantile } from './bench.ts';

test('median and quantile do not depend on the order of the values', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([10, 0], 0.95)).toBeCloseTo(9.5);
  expect(() => median([])).toThrow(RangeError);
});

test('every limit that is missed is named, and a missing figure never keeps its limit', () => {
  const result = { name: 'x', figures: { ratio: 1.4, share: 0.7 } };
  const limited = (...limits: Limit[]): readonly string[] => missedLimits({ ...result, limits });
  expect(limited({ figure: 'ratio', atMost: 1.5 }, { figure: 'share', atLeast: 0.5 })).toEqual([]);
  expect(limited({ figure: 'ratio', atLeast: 1.5 }, { figure: 'share', atMost: 0.5 })).toEqual([
    'ratio is 1.4, wanted at least 1.5',
    'share is 0.7, wanted at most 0.5',
  ]);
  expect(limited({ figure: 'other', atMost: 1.5 })).toEqual(['other is missing, wanted at most 1.5']);
});

test('what was left out on request misses no limit', () => {
  expect(
    missedLimits({ name: 'x', figures: { ratio: null }, limits: [{ figure: 'ratio', atMost: 1 }] }),
  ).toEqual([]);
});
