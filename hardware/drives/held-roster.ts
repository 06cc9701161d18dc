import { randomBytes } from 'node:crypto';
import type { Brought } from '../../domain/roster/prefill.ts';
import type { RosterPort } from '../../domain/terminal/ports/roster.ts';
import { keyOfNumber, type KeyedPerson } from './check-roster.ts';

const KEY_BYTES = 32;

interface Offered {
  readonly digest: string;
  readonly people: readonly KeyedPerson[];
}

/** The lists of a stop in memory, and what the reader of drives gives them. */
export interface HeldRoster extends RosterPort {
  /** Of the lists of this stop; another one after they were forgotten. */
  key(): Uint8Array<ArrayBuffer>;
  /** A list was checked, and nobody has taken it yet. @returns whether it is held already */
  offer(offered: Offered): boolean;
  /** It is not taken. */
  withdraw(): void;
}

/** Nothing of it is ever written to a disk; digests under a key that is nowhere else tell a memory dump no number. */
export function createHeldRoster(): HeldRoster {
  let key = newKey();
  let people = new Map<string, Brought>();
  let registered = new Set<string>();
  let lists = new Set<string>();
  let offered: Offered | null = null;
  return {
    key: () => key,
    offer(list) {
      offered = list;
      return lists.has(list.digest);
    },
    withdraw() {
      offered = null;
    },
    counts: () =>
      lists.size === 0
        ? null
        : {
            people: people.size,
            registered: [...registered].filter((known) => people.has(known)).length,
            lists: lists.size,
          },
    take() {
      if (offered === null) return;
      for (const [found, brought] of offered.people) people.set(found, brought);
      lists.add(offered.digest);
      offered = null;
    },
    match(number) {
      const found = keyOfNumber(number, key);
      const brought = people.get(found);
      return brought === undefined ? null : { brought, registered: registered.has(found) };
    },
    noteRegistered(number) {
      if (lists.size > 0) registered.add(keyOfNumber(number, key));
    },
    forget() {
      key.fill(0);
      key = newKey();
      people = new Map();
      registered = new Set();
      lists = new Set();
      offered = null;
    },
  };
}

function newKey(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(randomBytes(KEY_BYTES));
}
