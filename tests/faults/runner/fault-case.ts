import type { FindingsBook } from './findings.ts';
import type { Random } from './random.ts';

/** Something that several rounds of a run use: made at the first use, ended with the run. */
export interface Shared<T> {
  start(run: Run): Promise<{ readonly value: T; stop(): Promise<void> | void }>;
}

/** What lasts as long as the run. */
export interface Run {
  /** An empty folder of the run's own, gone at its end. */
  readonly folder: string;
  shared<T>(what: Shared<T>): Promise<T>;
}

/** One case played once with one seed. */
export interface Round {
  readonly run: Run;
  readonly seed: number;
  /** Decides everything that the case decides. */
  readonly random: Random;
  readonly found: FindingsBook;
  /** A new empty folder, gone when the round is over. */
  folder(): string;
  /** Called when the round is over, however it ended; the last one first. */
  onEnd(end: () => Promise<void> | void): void;
}

export interface FaultCase {
  /** For `--case`; the name of its file. */
  readonly name: string;
  /** Numbers in facts/queue.md §2.5; empty for a case that is not in that table. */
  readonly numbers: readonly number[];
  /** What a round must show, in words; shown by `--list`. */
  readonly figure: string;
  /** How often it is played beside the others. A case that takes seconds has a small one. */
  readonly weight: number;
  /** A round that takes longer has failed, in milliseconds. */
  readonly patience?: number;
  play(round: Round): Promise<void>;
}
