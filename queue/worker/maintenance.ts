import { hongKongParts } from '../../domain/time.ts';
import { isFileFault, readPrivate, tryWritePrivate } from '../keys/private-file.ts';
import type { TimeMark } from '../keys/time-mark.ts';
import type { SyncClock } from '../sync/clock.ts';
import type { Delays } from '../sync/delays.ts';

/** The hour in which nobody stands before a terminal: 03:00 to 04:00 in Hong Kong. */
const NIGHT_HOUR = 3;

export interface MaintenanceOptions {
  /** Remembers when it was done last, by the budget clock. */
  readonly markPath: string;
  readonly time: Pick<TimeMark, 'now' | 'budget'>;
  /** Something is being sent right now. */
  readonly sending: () => boolean;
  /** @returns false when it was cut short, and is to be done anew */
  readonly work: () => Promise<boolean>;
  readonly delays: Pick<Delays, 'maintenanceLook' | 'maintenanceAfter'>;
  readonly clock: SyncClock;
}

export interface Maintenance {
  start(): void;
  /** Begins nothing more; what is under way may be cut off by the end of the thread and is done anew another night. */
  stop(): void;
}

/**
 * Does the nightly work of the store once a night by the trusted clock, or when a day of the budget clock has gone by
 * without a night (a machine that is switched off in the evening, a clock that is not trusted). Never begins while
 * something is being sent.
 */
export function createMaintenance(options: MaintenanceOptions): Maintenance {
  const { time, clock, delays } = options;
  let cancel: (() => void) | null = null;
  let done = lastDone(options.markPath);
  let running = false;
  let stopped = false;

  function isDue(): boolean {
    const budget = time.budget();
    // A mark ahead of the clock is of a key folder that was lost.
    const since = done > budget ? budget : budget - done;
    if (since >= delays.maintenanceAfter) return true;
    const { instant, trusted } = time.now();
    // Half a day, so that one night has one maintenance.
    return trusted && hongKongParts(instant).hour === NIGHT_HOUR && since >= delays.maintenanceAfter / 2;
  }

  function look(): void {
    cancel = clock.after(delays.maintenanceLook, look);
    if (running || options.sending() || !isDue()) return;
    running = true;
    void options.work().then((completed) => {
      running = false;
      if (!completed) return;
      done = time.budget();
      tryWritePrivate(options.markPath, String(done));
    });
  }

  return {
    start() {
      if (cancel === null && !stopped) cancel = clock.after(delays.maintenanceLook, look);
    },
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}

function lastDone(path: string): number {
  try {
    const budget = Number(new TextDecoder().decode(readPrivate(path) ?? new Uint8Array()));
    return Number.isFinite(budget) && budget >= 0 ? budget : 0;
  } catch (error) {
    if (isFileFault(error)) return 0;
    throw error;
  }
}
