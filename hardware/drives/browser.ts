import { join } from 'node:path';
import type { FileListing } from '../../domain/terminal/ports/remittance-files.ts';
import { listFolder } from './listing.ts';
import { findPlaces, type FoundPlace, type PlaceSettings } from './places.ts';

/** Where an entry that was listed is. */
export interface Located {
  readonly folder: string;
  readonly path: string;
  readonly device: number;
}

export interface DriveBrowser {
  /** Somebody looks anew: the next look tells, whatever was told before. */
  begin(): void;
  /** Looks again; null while nothing has changed since the last look. */
  look(): Promise<FileListing | null>;
  open(id: string): void;
  up(): void;
  /** A file that was listed since the page was opened; null: no such entry. */
  locate(id: string): Located | null;
}

interface Standing {
  readonly place: FoundPlace;
  readonly folders: readonly string[];
}

/**
 * Where somebody looks. The only drive is entered by itself; of several one is chosen; a drive that goes takes whoever
 * looked there back to the choice. Ids are made up here, so that no path ever comes from a page.
 */
export function createDriveBrowser(settings: PlaceSettings): DriveBrowser {
  let places: readonly FoundPlace[] = [];
  let standing: Standing | null = null;
  let said = '';
  const ids = new Map<string, string>();
  const found = new Map<
    string,
    { readonly entry: Located; readonly name: string; readonly folder: boolean }
  >();

  function idOf(what: string): string {
    const known = ids.get(what);
    if (known !== undefined) return known;
    const id = `e${String(ids.size + 1)}`;
    ids.set(what, id);
    return id;
  }

  function pathOf({ place, folders }: Standing): string {
    return join(place.path, ...folders);
  }

  function shown({ id, kind, name }: FoundPlace) {
    return { id: idOf(id), kind, name };
  }

  async function listing(): Promise<FileListing> {
    places = await findPlaces(settings);
    const here = standing;
    if (here !== null && !places.some(({ id }) => id === here.place.id)) standing = null;
    const [only] = places;
    if (standing === null && places.length === 1 && only !== undefined)
      standing = { place: only, folders: [] };
    const at = standing;
    if (at === null) return { places: places.map(shown), at: null };
    const { place, folders } = at;
    const folder = pathOf(at);
    const listed = await listFolder(folder, place.device);
    const entries = listed.entries.map((entry) => {
      const path = join(folder, entry.name);
      const id = idOf(`${place.id} ${path}`);
      found.set(id, {
        entry: { folder, path, device: place.device },
        name: entry.name,
        folder: entry.kind === 'folder',
      });
      return { id, ...entry };
    });
    return { places: places.map(shown), at: { ...listed, entries, place: shown(place), folders } };
  }

  return {
    begin() {
      said = '';
    },
    async look() {
      const next = await listing();
      const text = JSON.stringify(next);
      if (text === said) return null;
      said = text;
      return next;
    },
    open(id) {
      const place = places.find((candidate) => ids.get(candidate.id) === id);
      if (place !== undefined) {
        standing = { place, folders: [] };
        return;
      }
      const entry = found.get(id);
      if (entry?.folder !== true || standing === null) return;
      if (pathOf(standing) === entry.entry.folder) {
        standing = { place: standing.place, folders: [...standing.folders, entry.name] };
      }
    },
    up() {
      if (standing === null) return;
      const { place, folders } = standing;
      if (folders.length > 0) standing = { place, folders: folders.slice(0, -1) };
      else if (places.length > 1) standing = null;
    },
    locate(id) {
      const entry = found.get(id);
      return entry === undefined || entry.folder ? null : entry.entry;
    },
  };
}
