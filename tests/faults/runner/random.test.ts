import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

const draw = (name: string, seed: number): number[] => {
  const random = createRandom(name, seed);
  return Array.from({ length: 8 }, () => random.next());
};

test('a round is played again with the same numbers', () => {
  expect(draw('case', 7)).toEqual(draw('case', 7));
});

test('neighbouring seeds and other cases have nothing in common', () => {
  const numbers = [draw('case', 7), draw('case', 8), draw('other', 7)].flat();
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('what is drawn here does not change what a fork draws', () => {
  const untouched = createRandom('case', 7).fork('proxy').next();
  const random = createRandom('case', 7);
  random.next();
  expect(random.fork('proxy').next()).toBe(untouched);
});

test('whole numbers reach both ends and nothing beyond', () => {
  const random = createRandom('case', 1);
  const drawn = Array.from({ length: 400 }, () => random.between(2, 5));
  expect(new Set(drawn)).toEqual(new Set([2, 3, 4, 5]));
});

test('a shuffled list has the same elements', () => {
  const list = Array.from({ length: 30 }, (_, index) => index);
  const shuffled = createRandom('case', 1).shuffled(list);
  expect(shuffled).not.toEqual(list);
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(list);
});
