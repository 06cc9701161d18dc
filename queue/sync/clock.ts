/** Time as the agent sees it; tests put their own in. */
export interface SyncClock {
  /** Milliseconds that only grow. */
  readonly uptime: () => number;
  /** Wall clock, milliseconds since 1970; only for a Retry-After date without a Date header. */
  readonly wall: () => number;
  /** Calls once after so many milliseconds; returns the function that cancels it. */
  after(milliseconds: number, call: () => void): () => void;
}

export const SYSTEM_CLOCK: SyncClock = {
  uptime: () => performance.now(),
  wall: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A wait that can be cut short by `wake`, also by one that came just before the wait. */
export interface Nap {
  sleep(milliseconds: number): Promise<void>;
  wake(): void;
}

export function createNap(clock: SyncClock): Nap {
  let woken = false;
  let wakeUp: (() => void) | null = null;
  return {
    sleep(milliseconds) {
      if (woken) {
        woken = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const cancel = clock.after(Math.max(0, milliseconds), end);
        function end(): void {
          cancel();
          wakeUp = null;
          woken = false;
          resolve();
        }
        wakeUp = end;
      });
    },
    wake() {
      woken = true;
      wakeUp?.();
    },
  };
}
