import type { Statements } from '../statements.ts';

interface Given {
  readonly sequence: number;
  readonly uptime: number;
}

/**
 * Which leases are out, and since when: kept in memory, since leases belong to one opening and one process (the
 * database is locked), and an index of them would be written with every lease. What a lease is good for is decided by
 * the token in its row, never here.
 */
export interface LeaseBook {
  /** In the caller's transaction, as the next one. */
  given(token: number, lease: Given): void;
  ended(token: number): void;
  /** Where the row of a lease lies, as of the last commit; null for one that is over. Spares a look into an index. */
  sequenceOf(token: number): number | null;
  /** Those given at this uptime or before, as of the last commit. */
  until(uptime: number): readonly { readonly token: number; readonly sequence: number }[];
  count(): number;
  /** The caller's transaction was committed. */
  confirm(): void;
  /** The caller's transaction was rolled back. */
  withdraw(): void;
}

export function createLeaseBook(statements: Pick<Statements, 'leased'>): LeaseBook {
  /** In the order in which they were given. Null: not known yet; a new connection reads it from the rows. */
  let book: Map<number, Given> | null = null;
  /** It may have been read inside a transaction that does not come to be. */
  let readSinceCommit = false;
  let changes: (readonly [token: number, lease: Given | null])[] = [];

  function known(): Map<number, Given> {
    if (book === null) {
      book = new Map();
      for (const { lease_token, sequence, lease_uptime } of statements.leased.all())
        book.set(lease_token, { sequence, uptime: lease_uptime });
      readSinceCommit = true;
    }
    return book;
  }

  return {
    given(token, lease) {
      changes.push([token, lease]);
    },
    ended(token) {
      changes.push([token, null]);
    },
    sequenceOf: (token) => known().get(token)?.sequence ?? null,
    until(uptime) {
      const found: { token: number; sequence: number }[] = [];
      for (const [token, given] of known()) {
        if (given.uptime > uptime) break;
        found.push({ token, sequence: given.sequence });
      }
      return found;
    },
    count: () => known().size,
    confirm() {
      for (const [token, lease] of changes) {
        if (lease === null) book?.delete(token);
        else book?.set(token, lease);
      }
      changes = [];
      readSinceCommit = false;
    },
    withdraw() {
      if (readSinceCommit) book = null;
      changes = [];
    },
  };
}
