import { expect, it } from 'vitest';
import { isPercentage, rateOf } from './rate.ts';

it.each([
  ['12%', '0.12'],
  ['7.5%', '0.075'],
  ['0%', '0'],
  ['100%', '1'],
  ['0.05', '0.05'],
  ['1.0', '1.0'],
])('%s is the rate %s', (text, rate) => {
  expect(rateOf(text)).toBe(rate);
});

it.each(['12', '101%', '-5%', '1.2', '5 %', '%', '.05', '0.1234567', 'five%', ''])(
  '"%s" is no percentage',
  (text) => {
    expect(isPercentage(text)).toBe(false);
    expect(() => rateOf(text)).toThrow(RangeError);
  },
);
