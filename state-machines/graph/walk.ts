import {
  getInitialMicrosteps,
  getMicrosteps,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  type EventFromLogic,
  type InputFrom,
  type SnapshotFrom,
} from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';

export interface Edge<Machine extends AnyStateMachine> {
  readonly from: SnapshotFrom<Machine>;
  readonly event: EventFromLogic<Machine>;
  readonly to: SnapshotFrom<Machine>;
}

/** Every state of a machine that its events lead to, and every step between them. */
export interface Walk<Machine extends AnyStateMachine> {
  readonly states: ReadonlyMap<string, SnapshotFrom<Machine>>;
  readonly edges: readonly Edge<Machine>[];
  /** Ids of the state nodes passed through, those left again at once included. */
  readonly visited: ReadonlySet<string>;
  /** Ids of all state nodes except history nodes, which nothing is ever in. */
  readonly all: ReadonlySet<string>;
  keyOf(snapshot: SnapshotFrom<Machine>): string;
}

export interface WalkOptions<Machine extends AnyStateMachine> {
  readonly input: InputFrom<Machine>;
  /** What of the context tells two states apart; everything else is left out so that the graph is finite. */
  readonly distinguish: (snapshot: SnapshotFrom<Machine>) => unknown;
  /** What of the state itself tells two states apart, where a region beside the others does not; all of it unless given. */
  readonly place?: (snapshot: SnapshotFrom<Machine>) => unknown;
  readonly events: (snapshot: SnapshotFrom<Machine>) => readonly EventFromLogic<Machine>[];
  /** States that are looked at but not gone on from. */
  readonly stopAt?: (snapshot: SnapshotFrom<Machine>) => boolean;
}

interface Step {
  readonly state: unknown;
  readonly event: unknown;
}

interface Vertex {
  readonly state: unknown;
  readonly transitions: Readonly<Record<string, Step>>;
}

/** Walks the whole graph of a machine whose children are silent (`stub.ts`). */
export function walk<Machine extends AnyStateMachine>(
  machine: Machine,
  { input, distinguish, place = valueOf, events, stopAt }: WalkOptions<Machine>,
): Walk<Machine> {
  // Each snapshot is looked up many times, as a state and at both ends of its steps; a key is dear to make.
  const keys = new WeakMap<object, string>();
  const same = new Map<string, string>();
  const keyOf = (snapshot: SnapshotFrom<Machine>): string => {
    const known = keys.get(snapshot);
    if (known !== undefined) return known;
    const made = JSON.stringify([place(snapshot), distinguish(snapshot)]);
    const key = same.get(made) ?? made;
    if (key === made) same.set(made, made);
    keys.set(snapshot, key);
    return key;
  };
  const map = getAdjacencyMap(machine, {
    input,
    events: ((snapshot: SnapshotFrom<Machine>) => taken(snapshot, events(snapshot))) as never,
    serializeState: keyOf as never,
    serializeEvent: (event: unknown) => JSON.stringify(event),
    ...(stopAt === undefined ? {} : { stopWhen: stopAt as never }),
  } as never);

  const states = new Map<string, SnapshotFrom<Machine>>();
  const edges: Edge<Machine>[] = [];
  const visited = new Set<string>();
  const note = (snapshot: SnapshotFrom<Machine>): void => {
    for (const node of nodesOf(snapshot)) visited.add(node.id);
  };
  for (const [snapshot] of getInitialMicrosteps(machine, ...([input] as never))) note(snapshot);
  const passed = new Set<string>();
  for (const [key, vertex] of Object.entries(map as unknown as Record<string, Vertex>)) {
    const from = vertex.state as SnapshotFrom<Machine>;
    states.set(key, from);
    note(from);
    for (const transition of Object.values(vertex.transitions)) {
      const to = transition.state as SnapshotFrom<Machine>;
      const event = transition.event as EventFromLogic<Machine>;
      edges.push({ from, event, to });
      // States that are left at once are seen between the microsteps; one look per kind of step is enough.
      const chosen = (event as { readonly kind?: unknown }).kind;
      const kind = JSON.stringify([valueOf(from), event.type, chosen, valueOf(to)]);
      if (passed.has(kind)) continue;
      passed.add(kind);
      for (const [snapshot] of getMicrosteps(machine, from, event)) note(snapshot);
    }
  }
  const all = new Set(
    nodesUnder(machine.root)
      .filter((node) => node.type !== 'history')
      .map((node) => node.id),
  );
  visited.delete(machine.root.id);
  return { states, edges, visited, all, keyOf };
}

/** The events that change something here. Those no active state names are sorted out first: `can` is not cheap. */
function taken<Machine extends AnyStateMachine>(
  snapshot: SnapshotFrom<Machine>,
  events: readonly EventFromLogic<Machine>[],
): readonly EventFromLogic<Machine>[] {
  const named = new Set(nodesOf(snapshot).flatMap((node) => node.ownEvents as readonly string[]));
  return events.filter(
    (event) => named.has(String(event.type)) && (snapshot as AnyMachineSnapshot).can(event),
  );
}

function nodesUnder(node: AnyStateNode): readonly AnyStateNode[] {
  return Object.values(node.states).flatMap((child) => [child, ...nodesUnder(child)]);
}

function valueOf(snapshot: unknown): unknown {
  return (snapshot as AnyMachineSnapshot).value;
}

/** The state nodes a snapshot is in. */
function nodesOf(snapshot: unknown): readonly AnyStateNode[] {
  return (snapshot as AnyMachineSnapshot)._nodes;
}

/** Follows the events in turn, as far as each is taken, until `there`; false when it never comes to that. */
export function leadsTo<Machine extends AnyStateMachine>(
  machine: Machine,
  from: SnapshotFrom<Machine>,
  events: readonly EventFromLogic<Machine>[],
  there: (snapshot: SnapshotFrom<Machine>) => boolean,
  limit: number,
): boolean {
  let snapshot = from as AnyMachineSnapshot;
  for (let turn = 0; turn < limit; turn += 1) {
    if (there(snapshot as SnapshotFrom<Machine>)) return true;
    const event = events.find((candidate) => snapshot.can(candidate));
    if (event === undefined) return false;
    snapshot = getMicrosteps(machine, snapshot as SnapshotFrom<Machine>, event).at(
      -1,
    )?.[0] as AnyMachineSnapshot;
  }
  return there(snapshot as SnapshotFrom<Machine>);
}

/**
 * The open states of a whole walk from which it never comes to an end within `limit` steps, when the first of these
 * events that is taken is followed over and over. The steps are those of the walk: no machine runs again, so that it is
 * quick where `leadsTo` from each of thousands of states is not.
 */
export function neverOver<Machine extends AnyStateMachine>(
  of: Walk<Machine>,
  events: readonly EventFromLogic<Machine>[],
  limit: number,
): readonly SnapshotFrom<Machine>[] {
  const { states, edges } = of;
  const order = events.map((event) => JSON.stringify(event));
  const next = new Map<string, { readonly place: number; readonly to: string }>();
  for (const { from, event, to } of edges) {
    const place = order.indexOf(JSON.stringify(event));
    if (place < 0) continue;
    const key = of.keyOf(from);
    if (place < (next.get(key)?.place ?? Infinity)) next.set(key, { place, to: of.keyOf(to) });
  }
  const over = new Set(
    [...states].flatMap(([key, state]) => ((state as AnyMachineSnapshot).status === 'done' ? [key] : [])),
  );
  const ends = ([key]: readonly [string, SnapshotFrom<Machine>]): boolean => {
    let at: string | undefined = key;
    for (let turn = 0; at !== undefined && turn <= limit; turn += 1) {
      if (over.has(at)) return true;
      at = next.get(at)?.to;
    }
    return false;
  };
  return [...states].flatMap((state) => (ends(state) ? [] : [state[1]]));
}
