import type { NewSubmission } from '../../../../queue/index.ts';

/** In the order of the table. `append` is the physical limit: 512 bytes at the end of a file, and fdatasync. */
export const IMPLEMENTATION_NAMES = ['append', 'raw', 'raw-audited', 'ours', 'plainjob', 'liteque'] as const;
export type ImplementationName = (typeof IMPLEMENTATION_NAMES)[number];

/** What one claim gave, in one commit: claimed and read. */
export interface Claimed {
  readonly count: number;
  /** Acknowledges all of it, with a receipt for each, in one more commit. */
  acknowledge(): Promise<void> | void;
}

export const NOTHING: Claimed = { count: 0, acknowledge: () => undefined };

/** One file, opened as its user would, every commit synced. A fault throws: it is a finding of the bench. */
export interface OpenImplementation {
  add(submission: NewSubmission): Promise<void> | void;
  /** Claims up to `limit`, oldest first; null where there is nothing to claim by nature. */
  readonly claim: ((limit: number) => Promise<Claimed> | Claimed) | null;
  /** False where every claim takes one, whatever the limit. */
  readonly claimsMany: boolean;
  close(): void;
}

export interface Implementation {
  readonly name: ImplementationName;
  /**
   * Adds waiting rows to the file in a folder (made if it is not there) quickly, without a sync, and leaves everything
   * in the database file itself. Null where rows mean nothing.
   */
  readonly fill: ((folder: string, rows: number) => Promise<void> | void) | null;
  /**
   * Turns every waiting row of a filled file into one that the platform has accepted, as it lies there until its
   * retention is over. Null where rows mean nothing, or where such a row is thrown away.
   */
  readonly settle: ((folder: string) => void) | null;
  /** More rows than this are not tried: it would take hours and tell nothing new. */
  readonly mostRows: number;
  open(folder: string): OpenImplementation;
}
