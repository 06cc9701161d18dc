import { expect, test } from 'vitest';
import { keepsLimit, median, quantile } from './bench.ts';

test('median and quantile do not depend on the order of the values', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([10, 0], 0.95)).toBeCloseTo(9.5);
  expect(() => median([])).toThrow(RangeError);
});

test('a missing figure never keeps its limit', () => {
  const result = { name: 'x', figures: { ratio: 1.4 } };
  expect(keepsLimit({ ...result, limit: { figure: 'ratio', atMost: 1.5 } })).toBe(true);
  expect(keepsLimit({ ...result, limit: { figure: 'ratio', atLeast: 1.5 } })).toBe(false);
  expect(keepsLimit({ ...result, limit: { figure: 'other', atMost: 1.5 } })).toBe(false);
});
