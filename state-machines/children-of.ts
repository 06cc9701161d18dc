import type { AnyActorRef } from 'xstate';

/** What a machine's children are at, by the id of their invocation; null where it has none of that name now. */
export function childrenOf(snapshot: { readonly children: object }): (id: string) => unknown {
  // XState types a child by its invoke id only at the top level of a machine.
  const children = snapshot.children as Readonly<Record<string, AnyActorRef | undefined>>;
  return (id) => (children[id]?.getSnapshot() ?? null) as unknown;
}
