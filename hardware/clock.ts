/** A running timer; only its own clock can do anything with it. */
export type TimerHandle = unknown;

/**
 * Time as drivers see it: replaced by a simulated one in tests, so that no test ever waits. `now` is milliseconds of a
 * clock that never jumps: deadlines must not move when somebody sets the wall clock (facts/hardware.md §3.6, fault 29).
 * The same shape as XState's clock, so one object drives machines and transports alike.
 */
export interface Clock {
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): TimerHandle;
  clearTimeout(handle: TimerHandle): void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/**
 * Waits for a promise no longer than a deadline. Native device calls have none of their own: node-hid leaves a feature
 * read pending for 5.2 s and a close for ever (facts/hardware.md §1.4).
 * @returns what the promise gave, or `'timed-out'`; a rejection of the promise is passed on
 */
export function withDeadline<T>(
  promise: Promise<T>,
  milliseconds: number,
  clock: Clock,
): Promise<T | 'timed-out'> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimeout(() => resolve('timed-out'), milliseconds);
    promise.then(
      (value) => {
        clock.clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clock.clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
