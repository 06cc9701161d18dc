/** How much goes into one exchange. */
export interface Load {
  readonly items: number;
  readonly bytes: number;
}

/**
 * How much of something goes into one exchange on the link as it is: doubled until an exchange is long or breaks, then
 * a step more after each short one and half after each broken one (additive increase, multiplicative decrease, as TCP
 * does it). So a good link takes fifty at a time, and a bad one loses little when it breaks.
 */
export interface Pace {
  /** The most to put into the next exchange. */
  allowance(): Load;
  /** Milliseconds to give the next exchange. */
  deadline(): number;
  /** The link's own delay, from an exchange that carried next to nothing. */
  roundTrip(milliseconds: number): void;
  /** An exchange with so much in it was answered after so many milliseconds. */
  answered(load: Load, took: number): void;
  /** It was not; `late` when its deadline ended it. */
  broke(load: Load, late: boolean): void;
}

export interface PaceOptions {
  readonly first: Load;
  readonly most: Load;
  /** Shorter than this on top of the round trip: more. */
  readonly short: number;
  /** Longer than this on top of the round trip: less. */
  readonly long: number;
  readonly deadline: number;
  readonly slowestDeadline: number;
}

/** A deadline leaves room for an exchange that takes so much longer than the last one. */
const DEADLINE_FACTOR = 4;
/** The additive step, in shares of the first load. */
const STEP = 0.5;

export function createPace(options: PaceOptions): Pace {
  const { first, most, short, long } = options;
  let { items, bytes } = first;
  let doubling = true;
  let roundTrip = 0;
  let deadline = options.deadline;

  function set(nextItems: number, nextBytes: number): void {
    items = Math.min(most.items, Math.max(1, Math.floor(nextItems)));
    bytes = Math.min(most.bytes, Math.max(1, Math.floor(nextBytes)));
  }

  function grow(load: Load): void {
    // A small exchange that was quick says nothing about a large one.
    const wasFull = load.items >= items || load.bytes >= bytes / 2;
    if (!wasFull) return;
    if (doubling) set(items * 2, bytes * 2);
    else set(items + Math.max(1, first.items * STEP), bytes + first.bytes * STEP);
  }

  function shrink(load: Load, factor: number): void {
    doubling = false;
    set(Math.min(items, load.items) * factor, Math.min(bytes, load.bytes) * factor);
  }

  return {
    allowance: () => ({ items, bytes }),
    deadline: () => deadline,
    roundTrip(milliseconds) {
      roundTrip = milliseconds;
    },
    answered(load, took) {
      deadline = Math.min(options.slowestDeadline, Math.max(options.deadline, took * DEADLINE_FACTOR));
      if (took < roundTrip + short) grow(load);
      else if (took > roundTrip + long) shrink(load, Math.max(0.5, (roundTrip + long) / took));
    },
    broke(load, late) {
      if (late) deadline = Math.min(options.slowestDeadline, deadline * 2);
      shrink(load, 0.5);
    },
  };
}
