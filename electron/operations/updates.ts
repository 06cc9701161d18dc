import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isInWindow, type PreparedUpdate, type UpdateWindow } from '../../domain/operations/update-window.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const windowSchema = z.strictObject({ window: z.strictObject({ from: time, to: time }).nullable() });
const preparedSchema = z.strictObject({ version: z.string().regex(/^[0-9A-Za-z.+-]{1,40}$/) });

/** How often it is looked whether an update may be taken up, in milliseconds. */
export const UPDATE_LOOK = 60_000;

export interface UpdatesOptions {
  /** Where whoever installs leaves `update-prepared.json`, and where the chosen window is kept. */
  readonly folder: string;
  /** Of the program that runs. */
  readonly version: string;
  /** As the configuration has it, until staff choose another one. */
  readonly agreed: UpdateWindow | null;
  /** Nobody is at the machine: no visit, none of staff's pages. */
  readonly atRest: () => boolean;
  readonly audit: (entry: AuditEntry) => void;
  /** Ends the program cleanly; what starts is what stands on the disk then. */
  readonly restart: () => void;
  /** ISO instant. */
  readonly now: () => string;
}

export interface Updates {
  window(): UpdateWindow | null;
  /** Null: nothing is taken up. False: the disk did not take it. */
  choose(window: UpdateWindow | null, staffId: string): boolean;
  prepared(): PreparedUpdate | null;
  /** At start: whether the program that came up is the one that was prepared. */
  began(): void;
  /** Takes up what is prepared, if it may be now. */
  look(): void;
}

/**
 * When a prepared program is taken up. Whoever looks after the machine puts it in place of the old one and says so with
 * `update-prepared.json` (`{"version": "1.2.3"}`); this program goes on until the window, and until nobody is there, and
 * then starts again. It fetches and unpacks nothing. One that was tried and did not come up is not tried again.
 */
export function createUpdates(options: UpdatesOptions): Updates {
  const { folder, version, audit } = options;
  const paths = {
    window: join(folder, 'update-window.json'),
    prepared: join(folder, 'update-prepared.json'),
    tried: join(folder, 'update-tried.json'),
  };
  const chosen = read(paths.window, windowSchema);
  let window = chosen === null ? options.agreed : chosen.window;

  function prepared(): PreparedUpdate | null {
    const found = read(paths.prepared, preparedSchema);
    if (found === null || found.version === version) return null;
    return { version: found.version, failed: read(paths.tried, preparedSchema)?.version === found.version };
  }

  return {
    window: () => window,
    choose(next, staffId) {
      if (!write(paths.window, { window: next })) return false;
      window = next;
      audit({
        event: 'updates.window-chosen',
        actor: 'staff',
        staffId,
        ...(next === null ? {} : { detail: { from: next.from } }),
      });
      return true;
    },
    prepared,
    began() {
      if (read(paths.prepared, preparedSchema)?.version !== version) return;
      const tried = read(paths.tried, preparedSchema)?.version === version;
      for (const path of [paths.prepared, paths.tried]) rmSync(path, { force: true });
      if (tried) audit({ event: 'updates.taken-up', actor: 'system' });
    },
    look() {
      const waiting = prepared();
      if (waiting === null || waiting.failed || window === null) return;
      if (!isInWindow(window, options.now()) || !options.atRest()) return;
      // Noted first: a program that does not come up must not be started again and again.
      if (write(paths.tried, { version: waiting.version })) options.restart();
    },
  };
}

function read<T>(path: string, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function write(path: string, content: unknown): boolean {
  try {
    writeFileSync(`${path}.new`, JSON.stringify(content), { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
    return true;
  } catch {
    return false;
  }
}
