import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Battery } from '../../domain/work-day/battery.ts';

/** Where Linux shows power supplies (sysfs-class-power). */
export const POWER_SUPPLIES = '/sys/class/power_supply';
/** The bus has no events for a file of sysfs; a per cent takes minutes. Milliseconds. */
const LOOK_EVERY = 30_000;

/** The first battery of a folder as in `/sys/class/power_supply`; null where there is none, or it says nothing. */
export function readBattery(folder: string): Battery | null {
  for (const name of namesIn(folder)) {
    if (valueOf(join(folder, name, 'type')) !== 'Battery') continue;
    const percent = valueOf(join(folder, name, 'capacity'));
    if (percent === null || !/^(?:100|\d{1,2})$/.test(percent)) continue;
    const status = valueOf(join(folder, name, 'status'));
    return { percent: Number(percent), charging: status === 'Charging' || status === 'Full' };
  }
  return null;
}

/** Tells the battery now, and whenever it is another. */
export function watchBattery(folder: string) {
  return {
    subscribe(listener: (battery: Battery | null) => void): () => void {
      let told = '';
      const look = (): void => {
        const battery = readBattery(folder);
        const text = JSON.stringify(battery);
        if (text === told) return;
        told = text;
        listener(battery);
      };
      look();
      const timer = setInterval(look, LOOK_EVERY);
      return () => clearInterval(timer);
    },
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function valueOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
