/**
 * Ages and budgets (how long something has waited, how old a policy is) are measured by a clock that no wall clock
 * moves (DESIGN.md, *Trust*): the time this machine has been up, through all its starts, plus the hours it was off as
 * far as the platform's signed times prove them.
 */
export interface BudgetClock {
  /** Whole milliseconds; never goes back. */
  now(): number;
  /** Time that has passed while the machine was off. */
  skip(milliseconds: number): void;
  /** Never behind what was stored by it before; for a clock whose file was lost. */
  atLeast(budget: number): void;
}

/**
 * @param uptime milliseconds that only grow
 * @param from where the last start left it
 */
export function createBudgetClock(uptime: () => number, from: number): BudgetClock {
  let base = Math.max(0, from);
  let since = uptime();

  function exact(): number {
    return base + Math.max(0, uptime() - since);
  }

  function set(budget: number): void {
    base = budget;
    since = uptime();
  }

  return {
    now: () => Math.floor(exact()),
    skip(milliseconds) {
      if (milliseconds > 0) set(exact() + milliseconds);
    },
    atLeast(budget) {
      if (budget > exact()) set(budget);
    },
  };
}
