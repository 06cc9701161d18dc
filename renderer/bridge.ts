import { useSyncExternalStore } from 'react';
import type { TerminalBridge } from '../domain/terminal/bridge.ts';
import type { Intent, IntentAnswer, ScreenIntent } from '../domain/terminal/intent/intent.ts';
import type { ViewUpdate } from '../domain/terminal/view/view.ts';

/** The newest view, and the way to answer it. */
export interface ViewStore {
  readonly subscribe: (listener: () => void) => () => void;
  /** Null until main's first answer. */
  readonly snapshot: () => ViewUpdate | null;
  /** Sends an intent with the place it was made on: session, step and revision of the view now shown. */
  readonly send: (intent: ScreenIntent) => Promise<IntentAnswer>;
}

/**
 * Keeps the newest view of a bridge. A view is always whole, so a later one replaces an earlier one; an older one
 * that arrives late is dropped; a jump in `rev` means an update was lost, so the current one is asked for.
 */
export function createViewStore(bridge: TerminalBridge): ViewStore {
  let newest: ViewUpdate | null = null;
  const listeners = new Set<() => void>();

  const take = (update: ViewUpdate): void => {
    if (newest !== null && update.rev <= newest.rev) return;
    newest = update;
    for (const listener of listeners) listener();
  };
  const askCurrent = (): void => {
    bridge.current().then(take, () => undefined);
  };

  bridge.onUpdate((update) => {
    const gap = newest !== null && update.rev > newest.rev + 1;
    take(update);
    if (gap) askCurrent();
  });
  askCurrent();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => newest,
    async send(intent) {
      if (newest === null) return { accepted: false, reason: 'not-here' };
      const { rev, view } = newest;
      const placed: Intent = { ...intent, sessionId: view.sessionId, stepId: view.stepId, rev };
      return bridge.send(placed);
    },
  };
}

/** The newest view of the store; the component draws again when it changes. */
export function useViewUpdate(store: ViewStore): ViewUpdate | null {
  return useSyncExternalStore(store.subscribe, store.snapshot);
}
