import { describe, expect, it } from 'vitest';
import { createBreaker } from './breaker.ts';

describe('a page that fails', () => {
  it('three times is a passing fault, the fourth within the window is not', () => {
    const breaker = createBreaker(3, 1000, () => 0);
    expect([1, 2, 3, 4].map(() => breaker.failed())).toEqual([false, false, false, true]);
  });

  it('failures long ago are forgotten', () => {
    let now = 0;
    const breaker = createBreaker(1, 1000, () => now);
    const answers = [0, 900, 1950, 3000].map((instant) => {
      now = instant;
      return breaker.failed();
    });
    expect(answers).toEqual([false, true, false, false]);
  });
});
