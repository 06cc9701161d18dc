import type { QueueEvent, QueuePort } from '../../domain/terminal/ports/queue/queue.ts';

export interface WatchedEvents {
  /** In the order in which they came. */
  readonly events: readonly QueueEvent[];
  /** Resolves when the condition holds, looked at now and after every event. */
  readonly until: (condition: () => boolean) => Promise<void>;
}

/** Everything a queue says, and a way to wait for it without a clock. */
export function watchedEvents(port: Pick<QueuePort, 'subscribe'>): WatchedEvents {
  const events: QueueEvent[] = [];
  const watchers = new Set<() => void>();
  port.subscribe((event) => {
    events.push(event);
    for (const watcher of [...watchers]) watcher();
  });
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (condition()) resolve();
      };
      watchers.add(look);
      look();
    });
  return { events, until };
}
