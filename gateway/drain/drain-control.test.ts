import { describe, expect, it } from 'vitest';
import { createDrainControl, type DrainControl, type DrainRates } from './drain-control.ts';

const RATES: DrainRates = { submissionsPerSecond: 2000, probesPerSecond: 500 };

interface World {
  readonly control: DrainControl;
  readonly at: (milliseconds: number) => void;
}

function world(rates: DrainRates = RATES): World {
  const clock = { now: 1_000_000 };
  const control = createDrainControl(rates, () => clock.now);
  const start = clock.now;
  return {
    control,
    at: (milliseconds) => {
      clock.now = start + milliseconds;
    },
  };
}

interface Coming {
  readonly at: number;
  readonly terminal: number;
  readonly does: 'probe' | 'send';
}

interface Drained {
  /** Items taken, by millisecond. */
  readonly taken: Map<number, number>;
  readonly turnedAway: number;
  readonly lastAt: number;
  readonly left: number;
}

/** Every terminal probes, waits as it is told, sends batches and does what it is told again, until it has nothing. */
function drain(
  { control, at }: World,
  probes: readonly { readonly at: number; readonly pending: number }[],
  saysPending: boolean,
): Drained {
  const pending = probes.map((probe) => probe.pending);
  const taken = new Map<number, number>();
  let turnedAway = 0;
  let lastAt = 0;
  const queue: Coming[] = probes.map((probe, terminal) => ({ at: probe.at, terminal, does: 'probe' }));
  queue.sort((a, b) => a.at - b.at);
  while (queue.length > 0) {
    const coming = queue.shift();
    if (coming === undefined) break;
    const { terminal } = coming;
    const has = pending[terminal] ?? 0;
    const name = `K${String(terminal)}`;
    at(coming.at);
    lastAt = coming.at;
    let wait: number;
    if (coming.does === 'probe') {
      wait = control.probed(name, saysPending ? has : null).afterMs;
    } else {
      const items = Math.min(50, has);
      const refused = control.admit(name, items);
      if (refused === null) {
        taken.set(coming.at, (taken.get(coming.at) ?? 0) + items);
        pending[terminal] = has - items;
        wait = control.served(name, items).afterMs;
      } else {
        turnedAway += 1;
        wait = refused;
      }
    }
    if ((pending[terminal] ?? 0) > 0)
      insert(queue, { at: coming.at + Math.ceil(wait), terminal, does: 'send' });
  }
  return { taken, turnedAway, lastAt, left: pending.reduce((sum, has) => sum + has, 0) };
}

function insert(queue: Coming[], coming: Coming): void {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue[middle]?.at ?? 0) <= coming.at) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, coming);
}

/** The most that was taken within any one second. */
function peakOf(taken: ReadonlyMap<number, number>): number {
  const moments = [...taken].sort(([a], [b]) => a - b);
  let peak = 0;
  let sum = 0;
  let from = 0;
  for (const [at, items] of moments) {
    sum += items;
    while ((moments[from]?.[0] ?? at) <= at - 1000) {
      sum -= moments[from]?.[1] ?? 0;
      from += 1;
    }
    peak = Math.max(peak, sum);
  }
  return peak;
}

describe('five thousand terminals come back within a second', () => {
  const fleet = Array.from({ length: 5000 }, (_unused, terminal) => ({
    at: (terminal * 7919) % 1000,
    pending: 20 + (terminal % 31),
  }));
  const items = fleet.reduce((sum, { pending }) => sum + pending, 0);

  it.each([
    ['and say how much they have', true],
    ['and say nothing of it', false],
  ])('%s: never more than the limit in a second, nobody is turned away, all is sent', (_how, says) => {
    const { taken, turnedAway, left, lastAt } = drain(world(), fleet, says);
    expect({ left, turnedAway }).toEqual({ left: 0, turnedAway: 0 });
    expect(peakOf(taken)).toBeLessThanOrEqual(RATES.submissionsPerSecond);
    // Spread over the time that so many take at the limit, and no second wave after it.
    expect(lastAt).toBeGreaterThanOrEqual((items / RATES.submissionsPerSecond) * 1000 * 0.95);
    const halves = [0, 1].map((half) =>
      [...taken].filter(([at]) => at >= (half * lastAt) / 2 && at < ((half + 1) * lastAt) / 2),
    );
    for (const half of halves) expect(peakOf(new Map(half))).toBeLessThanOrEqual(RATES.submissionsPerSecond);
  });

  it('with one submission each: no more than the limit of turns in a second', () => {
    const single = fleet.map(({ at }) => ({ at, pending: 1 }));
    const { taken, left } = drain(world(), single, true);
    expect(left).toBe(0);
    expect(peakOf(taken)).toBeLessThanOrEqual(RATES.probesPerSecond);
  });

  it('and all come again early: each gets what is left of its wait, and keeps its turn', () => {
    const { control, at } = world();
    const told = fleet.map((probe, terminal) => {
      at(probe.at);
      return probe.at + control.probed(`K${String(terminal)}`, 50).afterMs;
    });
    at(2000);
    for (const [terminal, turn] of told.entries()) {
      const again = control.probed(`K${String(terminal)}`, 50).afterMs;
      expect(Math.abs(2000 + again - Math.max(2000, turn))).toBeLessThanOrEqual(1);
    }
    expect(new Set(told).size).toBeGreaterThan(4900);
  });

  it('and one of them sends without waiting: it is turned away with what is left', () => {
    const { control, at } = world();
    for (const [terminal, probe] of fleet.entries()) {
      at(probe.at);
      control.probed(`K${String(terminal)}`, 50);
    }
    at(1000);
    const told = control.probed('late', 50).afterMs;
    at(1500);
    expect(control.admit('late', 50)).toBeCloseTo(told - 500, -1);
    expect(control.admit('stranger', 50)).toBeGreaterThan(told - 500);
  });
});

describe('a quiet gateway', () => {
  it('lets a terminal send fifty at once, batch after batch', () => {
    const { control, at } = world();
    expect(control.probed('K1', 2000)).toEqual({ afterMs: 0, batch: 50 });
    for (let batch = 0; batch < 40; batch += 1) {
      at(batch * 40);
      expect(control.admit('K1', 50)).toBeNull();
      expect(control.served('K1', 50)).toEqual({ afterMs: 0, batch: 50 });
    }
  });

  it('holds even one terminal to the limit in the long run', () => {
    const { control, at } = world({ submissionsPerSecond: 1000, probesPerSecond: 1000 });
    let now = 0;
    let sent = 0;
    while (now < 60_000) {
      at(now);
      if (control.admit('K1', 50) === null) sent += 50;
      now += Math.max(20, control.served('K1', 50).afterMs);
    }
    expect(sent).toBeLessThanOrEqual(60 * 1000);
    expect(sent).toBeGreaterThan(60 * 1000 * 0.9);
  });

  it('does not keep an idle fleet waiting for turns that nobody needs', () => {
    const { control, at } = world();
    for (let minute = 0; minute < 10; minute += 1) {
      for (let terminal = 0; terminal < 5000; terminal += 1) {
        at(minute * 60_000 + terminal * 12);
        const { afterMs } = control.probed(`K${String(terminal)}`, minute % 2 === 0 ? 0 : null);
        expect(afterMs).toBe(0);
      }
    }
  });

  it('forgets a turn that nobody came for', () => {
    const { control, at } = world({ submissionsPerSecond: 510, probesPerSecond: 510 });
    for (let terminal = 0; terminal < 100; terminal += 1) control.probed(`K${String(terminal)}`, 50);
    const { afterMs } = control.probed('K2', 50);
    at(afterMs + 60_001);
    expect(afterMs).toBeGreaterThan(0);
    expect(control.probed('K2', 50).afterMs).toBe(0);
    expect(control.admit('K2', 50)).toBeNull();
  });

  it('never advises more than an hour', () => {
    const { control } = world({ submissionsPerSecond: 1, probesPerSecond: 1 });
    for (let terminal = 0; terminal < 5000; terminal += 1) control.probed(`K${String(terminal)}`, 50);
    expect(control.probed('last', 50).afterMs).toBe(3_600_000);
  });

  it('counts those that come alone, and lets them in', () => {
    const { control } = world({ submissionsPerSecond: 11, probesPerSecond: 1000 });
    for (let count = 0; count < 30; count += 1) control.cameAlone('K1');
    expect(control.probed('K2', 1)).toEqual({ afterMs: 3000, batch: 1 });
  });
});
