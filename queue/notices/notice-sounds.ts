import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SoundState } from '../../domain/notices/language-offer.ts';
import type { NoticeSound } from '../../domain/notices/translation.ts';
import { isFileFault, tryWritePrivate } from '../keys/private-file.ts';

/** Recordings as files, each called by the SHA-256 of its bytes. */
export interface NoticeSoundFiles {
  /** Asked with every picture of a page that offers a language: a file is read again only when it is another one. */
  state(sound: Pick<NoticeSound, 'digest'>): SoundState;
  /** Its bytes, read and checked now; null: not there, or not the one that was signed off. */
  bytes(digest: string): Uint8Array | null;
  /** @returns false when they are not those of this digest, or could not be written */
  put(digest: string, bytes: Uint8Array): boolean;
  /** Removes what is none of these: a withdrawn recording does not stay. */
  sweep(wanted: readonly string[]): void;
}

const NAME = /^[A-Za-z0-9_-]{43}$/;

interface Looked {
  readonly size: number;
  readonly modified: number;
  readonly good: boolean;
}

/** @param folder made when the first recording comes */
export function openNoticeSounds(folder: string): NoticeSoundFiles {
  const looked = new Map<string, Looked>();

  function bytes(digest: string): Uint8Array | null {
    if (!NAME.test(digest)) return null;
    const read = attempt(() => new Uint8Array(readFileSync(join(folder, digest))));
    return read !== null && digestOf(read) === digest ? read : null;
  }

  return {
    bytes,
    state({ digest }) {
      const file = attempt(() => statSync(join(folder, digest)));
      if (file === null) return 'waiting';
      const { size, mtimeMs: modified } = file;
      const before = looked.get(digest);
      const known = before?.size === size && before.modified === modified;
      const good = known ? before.good : bytes(digest) !== null;
      looked.set(digest, { size, modified, good });
      return good ? 'ready' : 'damaged';
    },
    put(digest, content) {
      if (!NAME.test(digest) || digestOf(content) !== digest) return false;
      const made = attempt(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        return true;
      });
      looked.delete(digest);
      return made === true && tryWritePrivate(join(folder, digest), content);
    },
    sweep(wanted) {
      const names = attempt(() => readdirSync(folder)) ?? [];
      for (const name of names.filter((one) => !wanted.includes(one))) {
        looked.delete(name);
        attempt(() => {
          rmSync(join(folder, name), { force: true });
          return true;
        });
      }
    },
  };
}

/** Null for what the disk or its permissions do. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (isFileFault(error)) return null;
    throw error;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
