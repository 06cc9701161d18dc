import type { ListedProblem } from './problem-list.ts';
import type { TextFile } from './text-file.ts';

/** What is shown when not all can be: what concerns the whole file, then what keeps rows back, then points to check. */
const RANKS = 3;

/** Problems as they are found; the first of each rank are kept, however many there are. */
export interface Listing {
  readonly add: (
    make: () => ListedProblem,
    about: { readonly file: boolean; readonly held: boolean },
  ) => void;
  readonly total: () => number;
  /** At most as many as asked for, in the order found. */
  readonly shown: () => readonly ListedProblem[];
}

/** @param everything takes each problem as a line of JSON; null when nobody asked for them all */
export function createListing(limit: number, everything: TextFile | null): Listing {
  const kept: { readonly at: number; readonly problem: ListedProblem }[][] = Array.from(
    { length: RANKS },
    () => [],
  );
  let total = 0;
  return {
    add(make, { file, held }) {
      total += 1;
      const rank = kept[file ? 0 : held ? 1 : 2] ?? [];
      if (rank.length >= limit && everything === null) return;
      const problem = make();
      if (rank.length < limit) rank.push({ at: total, problem });
      everything?.write(`${JSON.stringify(problem)}\n`);
    },
    total: () => total,
    shown: () =>
      kept
        .flat()
        .slice(0, limit)
        .sort((one, other) => one.at - other.at)
        .map(({ problem }) => problem),
  };
}
