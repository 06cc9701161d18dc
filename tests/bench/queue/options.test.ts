import { expect, test } from 'vitest';
import { SetupError } from '../../../scripts/lib/paths.ts';
import { benchOptions } from './options.ts';

test('nothing asked: five rounds up to a million rows, with everything', () => {
  const { rounds, rows, without } = benchOptions([]);
  expect({ rounds, rows, without: [...without] }).toEqual({
    rounds: 5,
    rows: [0, 10_000, 100_000, 1_000_000],
    without: [],
  });
});

test('what is asked for by name goes before the quick form', () => {
  expect(benchOptions(['--quick', '--rounds', '1'])).toMatchObject({ rounds: 1, rows: [0, 10_000] });
});

test('rows are tried once each, from few to many', () => {
  expect(benchOptions(['--rows', '500,0,500']).rows).toEqual([0, 500]);
});

test('rows wait to be sent unless accepted ones are asked for', () => {
  expect(benchOptions([]).stored).toBe('waiting');
  expect(benchOptions(['--stored', 'accepted']).stored).toBe('accepted');
});

test('parts are left out one by one or as a list', () => {
  const { without } = benchOptions(['--without', 'peers,drain', '--without', 'seal']);
  expect([...without]).toEqual(['peers', 'drain', 'seal']);
});

test.each([
  ['--rounds', '0'],
  ['--rounds', '1,2'],
  ['--rows', 'many'],
  ['--stored', 'lost'],
  ['--without', 'fsync'],
  ['--fast'],
  ['queue'],
])('what is not understood is answered with the usage: %s %s', (...args) => {
  expect(() => benchOptions(args)).toThrow(SetupError);
});
