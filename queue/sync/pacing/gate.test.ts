import { describe, expect, test } from 'vitest';
import { simulatedClock } from '../../testing/simulated-clock.ts';
import { DELAYS } from '../delays.ts';
import { createGate, type Gate } from './gate.ts';
import { createLink, type Link } from './link.ts';

const TERMINALS = 5_000;

interface Terminal {
  readonly gate: Gate;
  readonly link: Link;
  served: boolean;
}

/** A fleet with one clock, and chance that is the same at every run. */
function fleet(): {
  readonly clock: ReturnType<typeof simulatedClock>;
  readonly terminals: readonly Terminal[];
} {
  const clock = simulatedClock();
  let seed = 7;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const terminals = Array.from({ length: TERMINALS }, () => {
    const link = createLink(() => undefined);
    return {
      link,
      gate: createGate({ link, delays: DELAYS, clock, random, stopped: () => false }),
      served: false,
    };
  });
  return { clock, terminals };
}

describe('a whole fleet comes back in the same moment', () => {
  test('the platform can take a fifth of it and says nothing about when: all get through, in no second wave', () => {
    const { clock, terminals } = fleet();
    const perSecond = TERMINALS / 5;
    const waves: number[] = [];
    for (let second = 0; terminals.some((terminal) => !terminal.served); second += 1) {
      let room = perSecond;
      let calls = 0;
      for (let tick = 0; tick < 10; tick += 1) {
        for (const terminal of terminals) {
          if (terminal.served || !terminal.gate.probeDue()) continue;
          calls += 1;
          if (room > 0) {
            room -= 1;
            terminal.served = true;
            terminal.link.up();
          } else {
            terminal.gate.troubled({ kind: 'later', everybody: true, code: 'busy' }, null);
          }
        }
        clock.advance(100);
      }
      waves.push(calls);
      expect(second).toBeLessThan(60);
    }
    // What jitter spreads out does not come together again.
    expect(waves[0]).toBeGreaterThan(TERMINALS);
    expect(waves[1]).toBeLessThan(TERMINALS * 0.6);
    expect(Math.max(...waves.slice(3))).toBeLessThan(TERMINALS / 6);
    expect(waves.length).toBeLessThan(30);
  });

  test('it asks all to come in 30 seconds: none earlier, spread over three more', () => {
    const { clock, terminals } = fleet();
    for (const { gate, link } of terminals) {
      link.up();
      gate.troubled({ kind: 'later', everybody: true, code: 'busy' }, 30_000);
    }
    clock.advance(29_999);
    expect(terminals.filter(({ gate }) => gate.mayCall())).toHaveLength(0);
    const arrivals: number[] = [];
    for (let tick = 0; tick < 31; tick += 1) {
      const before = terminals.filter(({ gate }) => gate.mayCall()).length;
      clock.advance(100);
      arrivals.push(terminals.filter(({ gate }) => gate.mayCall()).length - before);
    }
    expect(arrivals.reduce((sum, count) => sum + count, 0)).toBe(TERMINALS);
    expect(Math.max(...arrivals)).toBeLessThan(TERMINALS / 15);
  });

  test('idle terminals that were switched on together drift apart', () => {
    const { clock, terminals } = fleet();
    let most = TERMINALS;
    for (let minute = 0; minute < 10; minute += 1) {
      const arrivals: number[] = [];
      for (let tick = 0; tick < 60; tick += 1) {
        const due = terminals.filter(({ gate }) => gate.probeDue());
        for (const { gate } of due) gate.probed();
        arrivals.push(due.length);
        clock.advance(1_000);
      }
      most = Math.max(...arrivals.slice(1));
    }
    expect(most).toBeLessThan(TERMINALS / 10);
  });
});
