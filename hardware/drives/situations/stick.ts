import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { EMBEDDED_REFERENCE_DATA } from '../../../domain/reference-data/embedded/embedded.ts';
import { existing, fileOf, type Cells } from '../../../domain/remittance/row.fixture.ts';
import type {
  CheckEvent,
  CheckRequest,
  FileListing,
  RemittanceFilesPort,
} from '../../../domain/terminal/ports/remittance-files.ts';
import { createHeldRoster, type HeldRoster } from '../held-roster.ts';
import { createRemittanceFiles } from '../client.ts';

const MAIN = new URL('../main.ts', import.meta.url);

/** Somebody before the terminal with drives in hand: folders that act as drives, read by the real thread. */
export interface Stand {
  readonly files: RemittanceFilesPort;
  /** Puts a drive in, or a file on it; `content` as bytes where its encoding matters. */
  put(path: string, content: string | Uint8Array, changedAt?: string): string;
  drive(name: string): string;
  /** Takes a drive out: with it everything on it. */
  pull(name: string): void;
  /** The newest list, once it fits. */
  seen(fits: (listing: FileListing) => boolean): Promise<FileListing>;
  open(name: string): void;
  up(): void;
  /** Chooses a file of the list that is shown and waits for what comes of it. */
  check(
    name: string,
    payer?: { readonly name: string; readonly account: string },
    rules?: boolean,
    stored?: CheckRequest['stored'],
  ): Promise<CheckEvent>;
  /** As `check`, for a list of companies that have paid contributions before. */
  checkList(name: string): Promise<CheckEvent>;
  /** As `check`, for a van's list of workers. */
  checkRoster(name: string): Promise<CheckEvent>;
  readonly roster: HeldRoster;
  readonly progress: readonly CheckEvent[];
}

const PAYER = { name: 'Lantern Street Bakery Ltd', account: '3777463656273' };

export function stand(
  options: {
    readonly stationFolder?: string;
    readonly foldersAreDrives?: boolean;
    readonly practice?: boolean;
  } = {},
): Stand {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'drives-')));
  let ids = 0;
  const roster = createHeldRoster();
  const files = createRemittanceFiles({
    roster,
    workerUrl: MAIN,
    places: {
      drivesUnder: [root],
      foldersAreDrives: options.foldersAreDrives ?? true,
      stationFolder: options.stationFolder ?? null,
    },
    practice: options.practice ?? false,
    referenceData: () => EMBEDDED_REFERENCE_DATA,
    newId: () => `0190d5a8-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`,
    now: () => '2026-11-23T07:42:00.000Z',
  });
  onTestFinished(() => {
    files.forget();
    rmSync(root, { recursive: true, force: true });
  });
  let latest: FileListing | null = null;
  const progress: CheckEvent[] = [];
  const browsing = files.browse((listing) => {
    latest = listing;
  });
  const entryNamed = (name: string): string => {
    const places = latest?.places.filter((place) => place.name === name) ?? [];
    const entries = latest?.at?.entries.filter((entry) => entry.name === name) ?? [];
    return [...entries, ...places][0]?.id ?? 'nothing-of-that-name';
  };
  return {
    files,
    progress,
    put(path, content, changedAt) {
      const whole = join(root, path);
      mkdirSync(dirname(whole), { recursive: true });
      writeFileSync(whole, content);
      if (changedAt !== undefined) utimesSync(whole, new Date(changedAt), new Date(changedAt));
      return whole;
    },
    drive(name) {
      mkdirSync(join(root, name), { recursive: true });
      return join(root, name);
    },
    pull: (name) => rmSync(join(root, name), { recursive: true, force: true }),
    seen: (fits) =>
      vi.waitFor(
        () => {
          if (latest === null || !fits(latest)) throw new Error(`not yet: ${JSON.stringify(latest)}`);
          return latest;
        },
        { timeout: 20_000, interval: 20 },
      ),
    open: (name) => browsing.open(entryNamed(name)),
    up: () => browsing.up(),
    roster,
    checkRoster: (name) =>
      new Promise((resolve) => {
        files.checkRoster(entryNamed(name), (event) => {
          if (event.type === 'PROGRESS') progress.push(event);
          else resolve(event);
        });
      }),
    checkList: (name) =>
      new Promise((resolve) => {
        files.checkList({ entry: entryNamed(name), standing: 'existing', today: '2026-11-23' }, (event) => {
          if (event.type !== 'PROGRESS') resolve(event);
        });
      }),
    check: (name, payer = PAYER, rules = false, stored = null) =>
      new Promise((resolve) => {
        files.check({ entry: entryNamed(name), payer, rules, stored, today: '2026-12-01' }, (event) => {
          if (event.type === 'PROGRESS') progress.push(event);
          else resolve(event);
        });
      }),
  };
}

/** Rows that are right, of so many invented employees: each has a staff number and a passport of its own. */
export function rowsOf(count: number, change: Cells = {}): string {
  return fileOf(
    ...Array.from({ length: count }, (_, index) =>
      existing({
        idType: 'PASSPORT',
        idNo: `K${String(1_000_000 + index)}Z`,
        staffNo: `S${String(index + 1).padStart(5, '0')}`,
        ...change,
      }),
    ),
  );
}

/** Whether some entry is listed. */
export const lists =
  (name: string) =>
  (listing: FileListing): boolean =>
    listing.at?.entries.some((entry) => entry.name === name) ?? false;
