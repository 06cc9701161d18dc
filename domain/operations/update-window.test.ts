import { expect, it } from 'vitest';
import { isInWindow, UPDATE_WINDOW_STARTS, windowFrom } from './update-window.ts';

it('every window is two hours long, also over midnight', () => {
  expect(UPDATE_WINDOW_STARTS.map(windowFrom)).toEqual([
    { from: '22:00', to: '00:00' },
    { from: '00:00', to: '02:00' },
    { from: '02:00', to: '04:00' },
    { from: '04:00', to: '06:00' },
  ]);
});

it.each([
  ['2026-11-22T17:59:59.000Z', false],
  ['2026-11-22T18:00:00.000Z', true],
  ['2026-11-22T19:59:00.000Z', true],
  ['2026-11-22T20:00:00.000Z', false],
])('02:00 to 04:00 in Hong Kong, at %s: %s', (instant, inside) => {
  expect(isInWindow({ from: '02:00', to: '04:00' }, instant)).toBe(inside);
});

it.each([
  ['2026-11-22T14:00:00.000Z', true],
  ['2026-11-22T15:59:00.000Z', true],
  ['2026-11-22T16:00:00.000Z', false],
  ['2026-11-22T13:59:00.000Z', false],
])('22:00 to midnight in Hong Kong, at %s: %s', (instant, inside) => {
  expect(isInWindow({ from: '22:00', to: '00:00' }, instant)).toBe(inside);
  expect(isInWindow({ from: '22:00', to: '01:00' }, instant)).toBe(inside || instant.includes('T16:00'));
});
