/** Counts failures in a sliding window. */
export interface Breaker {
  /** Records a failure; true when there were more than allowed within the window. */
  failed(): boolean;
}

/**
 * @param allowed failures within the window that are still a passing fault
 * @param windowMilliseconds length of the window
 * @param now a monotonic clock in milliseconds
 */
export function createBreaker(allowed: number, windowMilliseconds: number, now: () => number): Breaker {
  let failures: number[] = [];
  return {
    failed: () => {
      const instant = now();
      failures = [...failures.filter((earlier) => instant - earlier < windowMilliseconds), instant];
      return failures.length > allowed;
    },
  };
}
