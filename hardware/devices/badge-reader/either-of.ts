import type { DeviceStatus } from '../../../domain/terminal/ports/hardware.ts';
import type { ScanSource } from './badge-reader.ts';

/** The best of them counts: one scanner that works is enough. */
const BEST: readonly DeviceStatus[] = ['busy', 'ready', 'connecting', 'faulted', 'absent'];

/** Several scanners as one: whatever any of them reads. Simulated only where all of them are. */
export function eitherOf(...sources: readonly ScanSource[]): ScanSource {
  return {
    simulated: sources.every(({ simulated }) => simulated),
    subscribe: (listener, onStatus) => {
      const known = new Map<ScanSource, { readonly status: DeviceStatus; readonly fault: string | null }>();
      const tell = (): void => {
        const all = [...known.values()];
        const status = BEST.find((one) => all.some((each) => each.status === one)) ?? 'absent';
        onStatus?.(status, all.find((each) => each.status === status)?.fault ?? null);
      };
      const ends = sources.map((source) =>
        source.subscribe(listener, (status, fault) => {
          known.set(source, { status, fault });
          tell();
        }),
      );
      return async () => {
        await Promise.all(ends.map(async (end) => end()));
      };
    },
  };
}
