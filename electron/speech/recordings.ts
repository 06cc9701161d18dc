import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfText } from '../../domain/digest.ts';
import type { Passage } from '../../domain/terminal/ports/speech.ts';
import { type Recording, recordingsSchema } from '../../domain/speech/recordings.ts';

/** Recorded readings that were signed off, below the configuration; none ship with the program. */
export interface Recordings {
  /** The recording of exactly these words; null: none, or it was made of other words. */
  of(passage: Passage): Recording | null;
  /** Its bytes; null where the file is not there, or is not the one that was signed off. */
  bytes(recording: Recording): Uint8Array | null;
}

/**
 * Reads `recordings.json` of a folder. A folder or manifest that is not there is no recordings; a manifest that is wrong
 * is none either, and `onWrong` says so.
 */
export function openRecordings(folder: string, onWrong: () => void): Recordings {
  const recordings = manifestOf(folder, onWrong);
  return {
    of: ({ id, locale, text }) => {
      const named = recordings.filter(({ passage, language }) => passage === id && language === locale);
      if (named.length === 0) return null;
      const digest = digestOfText(text);
      return named.find(({ madeFrom, textDigest }) => madeFrom === locale && textDigest === digest) ?? null;
    },
    bytes: ({ file, fileDigest }) => {
      const bytes = readOrNull(join(folder, file));
      if (bytes === null) return null;
      return createHash('sha256').update(bytes).digest('base64url') === fileDigest ? bytes : null;
    },
  };
}

function manifestOf(folder: string, onWrong: () => void): readonly Recording[] {
  const bytes = readOrNull(join(folder, 'recordings.json'));
  if (bytes === null) return [];
  try {
    return recordingsSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).recordings;
  } catch {
    onWrong();
    return [];
  }
}

function readOrNull(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
