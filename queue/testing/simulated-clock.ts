import type { SyncClock } from '../sync/clock.ts';

/** Time that passes when the test says so. */
export interface SimulatedClock extends SyncClock {
  advance(milliseconds: number): void;
  /** Milliseconds until each timer that is set, soonest first. */
  timers(): readonly number[];
}

export function simulatedClock(onTimer: () => void = () => undefined): SimulatedClock {
  let now = 1_000;
  let timers: { readonly at: number; readonly call: () => void }[] = [];
  return {
    uptime: () => now,
    wall: () => Date.parse('2026-03-02T04:05:06.789Z') + now,
    after(milliseconds, call) {
      const timer = { at: now + milliseconds, call };
      timers.push(timer);
      onTimer();
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((timer) => timer !== due);
        now = Math.max(now, due.at);
        due.call();
      }
      now = end;
    },
    timers: () => timers.map((timer) => timer.at - now).sort((a, b) => a - b),
  };
}
