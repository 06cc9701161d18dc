/**
 * What became of a day's sessions (docs/adr/0030). Every session is in exactly one of these; counts only, nothing of
 * anybody.
 */
export interface Tally {
  readonly sessions: number;
  /** Something was kept in it, whatever happened afterwards. */
  readonly submitted: number;
  /** Put aside with a resume slip. */
  readonly parked: number;
  /** Only prepared, to be brought to a service centre. */
  readonly prepared: number;
  /** Asked, calculated or withdrew; nothing was to be submitted. */
  readonly asked: number;
  /** Left without anything. */
  readonly abandoned: {
    /** The person ended it. */
    readonly left: number;
    /** Nobody was there any more. */
    readonly idle: number;
    /** The machine left service. */
    readonly machine: number;
    /** Power or program went in the middle of it. */
    readonly cut: number;
  };
}

export const NO_TALLY: Tally = {
  sessions: 0,
  submitted: 0,
  parked: 0,
  prepared: 0,
  asked: 0,
  abandoned: { left: 0, idle: 0, machine: 0, cut: 0 },
};

/** What was kept on the disk in the day, counted apart from the sessions. */
export interface KeptCount {
  /** Submissions kept. */
  readonly kept: number;
  /** Of them with the platform's receipt. */
  readonly received: number;
  /** Without it, still to go. */
  readonly pending: number;
  /** Set aside with a reason, for somebody to look at. */
  readonly setAside: number;
  /** Receipts that somebody saw on the screen. */
  readonly receiptsShown: number;
}

/** What does not go up by itself, and is said in plain words; message `day.difference.<code>`. */
export const DIFFERENCES = [
  /** Cut off before anything was kept: that person has to come again. */
  'cut-before-keeping',
  /** Cut off after it was kept: nothing to do again, but the receipt was perhaps not seen. */
  'cut-after-keeping',
  /** Kept, and no session says so. */
  'kept-without-session',
  /** A session says so, and it is not there. */
  'kept-not-found',
  /** The sum of the ways sessions ended is not the number of sessions. */
  'sum-wrong',
  /** The database was repaired in the day: what it counted before may be gone. */
  'database-repaired',
] as const;
export type DifferenceCode = (typeof DIFFERENCES)[number];

export interface Difference {
  readonly code: DifferenceCode;
  readonly count: number;
}

/** Which differences leave the day unbalanced: the others explain themselves. */
const UNEXPLAINED: ReadonlySet<DifferenceCode> = new Set([
  'kept-without-session',
  'kept-not-found',
  'sum-wrong',
]);

export function sumOf({ submitted, parked, prepared, asked, abandoned }: Tally): number {
  const { left, idle, machine, cut } = abandoned;
  return submitted + parked + prepared + asked + left + idle + machine + cut;
}

/** Facts that only the store knows. */
export interface CutFacts {
  /** Sessions cut off after something was kept in them. */
  readonly cutAfterKeeping: number;
  /** Submissions of the day that no session named. */
  readonly withoutSession: number;
  /** Sessions that ended as submitted, and what they named is not in the store. */
  readonly notFound: number;
  readonly repaired: boolean;
}

/** Whatever is not plain from the counts themselves; empty when the day simply adds up. */
export function differencesOf(tally: Tally, facts: CutFacts): readonly Difference[] {
  const found: readonly Difference[] = [
    { code: 'cut-before-keeping', count: tally.abandoned.cut },
    { code: 'cut-after-keeping', count: facts.cutAfterKeeping },
    { code: 'kept-without-session', count: facts.withoutSession },
    { code: 'kept-not-found', count: facts.notFound },
    { code: 'sum-wrong', count: Math.abs(tally.sessions - sumOf(tally)) },
    { code: 'database-repaired', count: facts.repaired ? 1 : 0 },
  ];
  return found.filter(({ count }) => count > 0);
}

/** sessions = submitted + parked + prepared + asked + abandoned, and every submission of the day belongs to one. */
export function isBalanced(tally: Tally, differences: readonly Difference[]): boolean {
  return sumOf(tally) === tally.sessions && !differences.some(({ code }) => UNEXPLAINED.has(code));
}
