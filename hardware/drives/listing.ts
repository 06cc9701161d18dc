import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** An entry of a folder that may be shown. */
interface Listed {
  readonly kind: 'folder' | 'file';
  readonly name: string;
  readonly changedAt: string;
  readonly bytes: number;
}

export interface Listing {
  readonly entries: readonly Listed[];
  readonly others: number;
  readonly more: number;
  readonly readable: boolean;
}

/** Endings of files that may hold rows; the checker says what is wrong with one that does not. */
const SUITABLE = /\.(?:csv|txt)$/i;
/** What systems put on every drive, besides what begins with a point. */
const SYSTEM_FOLDERS =
  /^(?:System Volume Information|\$RECYCLE\.BIN|RECYCLER|LOST\.DIR|lost\+found|FOUND\.\d+)$/i;
/** More than this nobody turns through on a page; many of the one kind do not hide the other. */
const MOST_FILES = 80;
const MOST_FOLDERS = 40;
const MOST_LOOKED_AT = 5_000;

const NOT_READABLE: Listing = { entries: [], others: 0, more: 0, readable: false };

/**
 * What of a folder is shown: plain files with a suitable ending, the newest first, for it is the one that was brought,
 * and then folders. Links are left out, for they lead elsewhere; so is what is on another device.
 */
export async function listFolder(path: string, device: number): Promise<Listing> {
  let names: readonly string[];
  try {
    names = await readdir(path);
  } catch {
    return NOT_READABLE;
  }
  const shown: Listed[] = [];
  let others = 0;
  for (const name of names.slice(0, MOST_LOOKED_AT)) {
    if (name.startsWith('.') || SYSTEM_FOLDERS.test(name)) continue;
    const facts = await lstat(join(path, name)).catch(() => null);
    if (facts === null || facts.dev !== device) continue;
    const { size: bytes } = facts;
    const changedAt = new Date(Number.isFinite(facts.mtimeMs) ? facts.mtimeMs : 0).toISOString();
    if (facts.isDirectory()) shown.push({ kind: 'folder', name, changedAt, bytes: 0 });
    else if (facts.isFile() && SUITABLE.test(name)) shown.push({ kind: 'file', name, changedAt, bytes });
    else if (facts.isFile()) others += 1;
  }
  const files = shown.filter(({ kind }) => kind === 'file').sort(newestFirst);
  const folders = shown.filter(({ kind }) => kind === 'folder').sort(byName);
  const entries = [...files.slice(0, MOST_FILES), ...folders.slice(0, MOST_FOLDERS)];
  return { entries, others, more: shown.length - entries.length, readable: true };
}

function byName(one: Listed, other: Listed): number {
  return one.name.localeCompare(other.name);
}

function newestFirst(one: Listed, other: Listed): number {
  if (one.changedAt === other.changedAt) return byName(one, other);
  return one.changedAt > other.changedAt ? -1 : 1;
}
