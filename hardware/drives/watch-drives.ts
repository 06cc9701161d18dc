import type { TransferDrive } from '../../domain/operations/transfer.ts';
import { DRIVE_DELAYS } from './delays.ts';
import { findPlaces, type PlaceSettings } from './places.ts';

export interface DriveWatch {
  /** Tells the drives that are in, at once and at every change. @returns what ends it */
  watch(listener: (drives: readonly TransferDrive[]) => void): () => void;
  /** Where a drive is that was told; null: it has gone since, or another took its place. */
  pathOf(id: string): Promise<string | null>;
}

/**
 * The removable drives that are in, and nothing of what is on them; a station's folder is none. Ids are made up here, so
 * that no path ever comes from a page.
 */
export function createDriveWatch(
  places: Pick<PlaceSettings, 'drivesUnder' | 'foldersAreDrives'>,
): DriveWatch {
  const settings: PlaceSettings = { ...places, stationFolder: null };
  const ids = new Map<string, string>();

  function idOf(place: string): string {
    const known = ids.get(place) ?? `d${String(ids.size + 1)}`;
    ids.set(place, known);
    return known;
  }

  return {
    watch(listener) {
      let said = '';
      let ended = false;
      let timer: NodeJS.Timeout | null = null;
      async function look(): Promise<void> {
        const found = await findPlaces(settings);
        if (ended) return;
        const drives = found.map(({ id, name }) => ({ id: idOf(id), name }));
        const text = JSON.stringify(drives);
        if (text !== said) listener(drives);
        said = text;
        // The next look only after this one: a drive that does not answer holds up one look, not a heap of them.
        timer = setTimeout(() => void look(), DRIVE_DELAYS.look);
      }
      void look();
      return () => {
        ended = true;
        if (timer !== null) clearTimeout(timer);
      };
    },
    async pathOf(id) {
      const found = await findPlaces(settings);
      return found.find((place) => ids.get(place.id) === id)?.path ?? null;
    },
  };
}
