import type { Clock } from '../clock.ts';

export interface ManualClock extends Clock {
  /** Moves time on, running every timer that falls due in its order, and the promises each one settles. */
  advance(milliseconds: number): Promise<void>;
  /** Lets settled promises run without moving time. */
  settle(): Promise<void>;
  pendingTimers(): number;
}

/** Simulated time for tests: nothing waits, and what happens at the same instant happens in the order it was asked for. */
export function createManualClock(): ManualClock {
  let time = 0;
  let counter = 0;
  const timers = new Map<number, { readonly due: number; readonly callback: () => void }>();

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 300; turn += 1) await Promise.resolve();
  };
  const nextDue = (until: number): [number, { due: number; callback: () => void }] | undefined =>
    [...timers]
      .filter(([, timer]) => timer.due <= until)
      .sort((a, b) => a[1].due - b[1].due || a[0] - b[0])[0];

  return {
    now: () => time,
    setTimeout(callback, milliseconds) {
      counter += 1;
      timers.set(counter, { due: time + Math.max(0, milliseconds), callback });
      return counter;
    },
    clearTimeout(handle) {
      timers.delete(handle as number);
    },
    async advance(milliseconds) {
      const until = time + milliseconds;
      await settle();
      for (let next = nextDue(until); next !== undefined; next = nextDue(until)) {
        timers.delete(next[0]);
        time = next[1].due;
        next[1].callback();
        await settle();
      }
      time = until;
    },
    settle,
    pendingTimers: () => timers.size,
  };
}
