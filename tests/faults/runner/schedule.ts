import type { FaultCase } from './fault-case.ts';

/** How long a run lasts; at least one of the two. */
export interface Extent {
  readonly milliseconds?: number | undefined;
  readonly rounds?: number | undefined;
}

/**
 * The case whose turn it is: every case once, in the order of the list, then whichever is furthest behind its weight.
 * Depends on nothing but what was played, so that a run with as many rounds plays the same ones.
 */
export function nextCase(cases: readonly FaultCase[], played: ReadonlyMap<string, number>): FaultCase | null {
  let next: FaultCase | null = null;
  let least = Infinity;
  for (const candidate of cases) {
    const rounds = played.get(candidate.name) ?? 0;
    if (rounds === 0) return candidate;
    const share = rounds / candidate.weight;
    if (share < least) [next, least] = [candidate, share];
  }
  return next;
}

/** Whether a run may end. Time alone never ends it before every case had its turn. */
export function isOver(extent: Extent, cases: number, rounds: number, elapsed: number): boolean {
  if (extent.rounds !== undefined && rounds >= extent.rounds) return true;
  return extent.milliseconds !== undefined && elapsed >= extent.milliseconds && rounds >= cases;
}
