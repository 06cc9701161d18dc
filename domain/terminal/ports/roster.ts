import type { Brought } from '../../roster/prefill.ts';

/** How a van's list of workers stands: counts, nobody. */
export interface RosterCounts {
  readonly people: number;
  /** Of them, registered here since the first list was read. */
  readonly registered: number;
  readonly lists: number;
}

/** What the list says about a worker whose card was read. */
interface RosterMatch {
  readonly brought: Brought;
  readonly registered: boolean;
}

/**
 * A partner's list of the workers of a site (docs/adr/0039): in memory only, by a keyed digest of the number and without it,
 * from when it is taken until it is forgotten. Nobody can be read from it without their number.
 */
export interface RosterPort {
  /** Null: no list is there. */
  counts(): RosterCounts | null;
  /** Takes the list that was checked last, beside those that are there; one that is there counts once. */
  take(): void;
  /** @param number as payloads carry it (`canonicalHkid`) */
  match(number: string): RosterMatch | null;
  noteRegistered(number: string): void;
  /** Lets go of every list and of who was registered. */
  forget(): void;
}
