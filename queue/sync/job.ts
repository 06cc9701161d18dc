/**
 * Work that runs beside the rest, one of its sort at a time: what hangs in one exchange holds up nothing else. An error
 * in it is a bug and ends the thread.
 */
export interface Job {
  readonly running: boolean;
  /** Does nothing while it runs. */
  start(): void;
  /** Resolves when it does not run. */
  ended(): Promise<void>;
}

/** @param onChange it began or ended */
export function createJob(run: () => Promise<void>, onChange: () => void): Job {
  let running = false;
  let last = Promise.resolve();
  return {
    get running() {
      return running;
    },
    start() {
      if (running) return;
      running = true;
      onChange();
      last = run().finally(() => {
        running = false;
        onChange();
      });
    },
    ended: () => last,
  };
}
