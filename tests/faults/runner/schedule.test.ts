import { expect, test } from 'vitest';
import type { FaultCase } from './fault-case.ts';
import { isOver, nextCase } from './schedule.ts';

function faultCase(name: string, weight: number): FaultCase {
  return { name, weight, numbers: [], figure: '', play: () => Promise.resolve() };
}
const CASES = [faultCase('slow', 1), faultCase('quick', 10), faultCase('usual', 4)];

function play(rounds: number): ReadonlyMap<string, number> {
  const played = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const { name = '' } = nextCase(CASES, played) ?? {};
    played.set(name, (played.get(name) ?? 0) + 1);
  }
  return played;
}

test('every case has its turn before any has a second', () => {
  expect([...play(3).values()]).toEqual([1, 1, 1]);
});

test('later rounds go by weight', () => {
  expect(Object.fromEntries(play(150))).toEqual({ slow: 10, quick: 100, usual: 40 });
});

test('time alone ends no run in which a case is still to come', () => {
  expect(isOver({ milliseconds: 10 }, 3, 2, 1_000)).toBe(false);
  expect(isOver({ milliseconds: 10 }, 3, 3, 1_000)).toBe(true);
  expect(isOver({ rounds: 2 }, 3, 2, 0)).toBe(true);
});
