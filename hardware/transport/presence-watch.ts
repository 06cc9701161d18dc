import { type FSWatcher, watch as watchFolder } from 'node:fs';
import type { Failure, Result } from '../../domain/result.ts';
import type { Clock, TimerHandle } from '../clock.ts';
import type { Presence, TransportFault, Watch } from './transport.ts';

/** Sysfs, udev and the node in /dev settle one after the other when a device comes or goes. */
const DEBOUNCE = 200;
/** While the device is missing, in case a sign of it was missed. Never while it is there: listing slows reading down. */
const SAFETY_POLL = 7_000;

type Found = Result<Presence, Failure<TransportFault>>;

/**
 * Looks for a device whenever something changes in /dev (Linux shows devices coming and going there within 70 ms,
 * facts/hardware.md §1.4), and slowly while it is absent. One look at a time.
 * @param look lists the devices; must not throw
 * @param safetyPoll milliseconds between two looks while it is absent
 */
export function watchPresence(
  look: () => Promise<Found>,
  onPresence: (found: Found) => void,
  clock: Clock,
  safetyPoll: number = SAFETY_POLL,
): Watch {
  let stopped = false;
  let looking = false;
  let lookAgain = false;
  let timer: TimerHandle = null;
  let folder: FSWatcher | null = null;

  const schedule = (milliseconds: number): void => {
    clock.clearTimeout(timer);
    if (!stopped) timer = clock.setTimeout(() => void lookNow(), milliseconds);
  };
  const lookNow = async (): Promise<void> => {
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    const found = await look();
    looking = false;
    if (stopped) return;
    if (lookAgain) {
      lookAgain = false;
      schedule(DEBOUNCE);
    } else if (!found.ok || found.value !== 'one') {
      schedule(safetyPoll);
    }
    onPresence(found);
  };

  if (process.platform === 'linux') {
    try {
      folder = watchFolder('/dev', { persistent: false }, (_kind, name) => {
        if (name === null || name.startsWith('hidraw')) schedule(DEBOUNCE);
      });
      // Too many watches, or no inotify: the slow look still finds the device.
      folder.on('error', () => folder?.close());
    } catch {
      folder = null;
    }
  }
  void lookNow();

  return {
    rescan: () => schedule(DEBOUNCE),
    stop: () => {
      stopped = true;
      clock.clearTimeout(timer);
      folder?.close();
    },
  };
}
