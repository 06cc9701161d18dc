import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PIN_TRIES, pinGate } from './pin-tries.ts';

describe('wrong PINs', () => {
  it('two slips of the finger cost nothing, then each try costs more', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 60].map((tries) => pinGate(tries, 0))).toEqual([
      { state: 'open' },
      { state: 'open' },
      { state: 'open' },
      { state: 'wait', seconds: 30 },
      { state: 'wait', seconds: 120 },
      { state: 'wait', seconds: 600 },
      { state: 'locked' },
      { state: 'locked' },
    ]);
  });

  it('the wait passes, to the second', () => {
    expect(pinGate(3, 29_001)).toEqual({ state: 'wait', seconds: 1 });
    expect(pinGate(3, 30_000)).toEqual({ state: 'open' });
  });

  it('time alone never opens what is locked, nor does a clock that went back shorten a wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: MOST_PIN_TRIES }), fc.integer(), (tries, elapsed) => {
        expect(pinGate(tries, elapsed)).toEqual({ state: 'locked' });
      }),
    );
    expect(pinGate(5, -1_000_000)).toEqual({ state: 'wait', seconds: 600 });
  });
});
