import type { Brought } from '../../domain/roster/prefill.ts';
import type { RosterPort } from '../../domain/terminal/ports/roster.ts';

/** A list of workers in a test's hands. */
export interface FakeRoster extends RosterPort {
  /** Who is in the list that is taken next, by number. */
  next: ReadonlyMap<string, Brought>;
}

export function fakeRoster(): FakeRoster {
  const people = new Map<string, Brought>();
  const registered = new Set<string>();
  let lists = 0;
  const roster: FakeRoster = {
    next: new Map(),
    counts: () => (lists === 0 ? null : { people: people.size, registered: registered.size, lists }),
    take() {
      for (const [number, brought] of roster.next) people.set(number, brought);
      lists += 1;
    },
    match(number) {
      const brought = people.get(number);
      return brought === undefined ? null : { brought, registered: registered.has(number) };
    },
    noteRegistered(number) {
      if (people.has(number)) registered.add(number);
    },
    forget() {
      people.clear();
      registered.clear();
      lists = 0;
    },
  };
  return roster;
}
