import { createHash, createHmac } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { beginRosterCheck, type RosterFindings } from '../../domain/roster/check-roster.ts';
import type { Brought } from '../../domain/roster/prefill.ts';
import type { CheckProgress } from '../../domain/terminal/ports/remittance-files.ts';

/** A worker of a list, to be found by who has the number, and by nobody else. */
export type KeyedPerson = readonly [key: string, brought: Brought];

export interface CheckedRosterFile {
  readonly findings: RosterFindings;
  /** SHA-256 of the file, base64url: whether it is there already. */
  readonly digest: string;
  readonly people: readonly KeyedPerson[];
}

/** Rows between two looks at whether somebody stopped it. */
const PIECE = 500;

/** Under which a number is found in a list. @param key of the lists of one stop, 32 random bytes */
export function keyOfNumber(number: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(number).digest('base64url');
}

/** Checks the bytes of a roster in pieces. @returns null when it was stopped */
export async function checkRosterBytes(
  bytes: Uint8Array,
  options: {
    readonly key: Uint8Array;
    readonly stopped: () => boolean;
    readonly progress: (progress: CheckProgress) => void;
  },
): Promise<CheckedRosterFile | null> {
  const { key, stopped, progress } = options;
  const check = beginRosterCheck(bytes);
  for (let from = 0; from < check.rows; from += PIECE) {
    if (stopped()) return null;
    check.take(from, from + PIECE);
    const rows = Math.min(from + PIECE, check.rows);
    progress({ done: Math.floor((rows / check.rows) * 100), rows });
    await turn();
  }
  const { findings, people } = check.end();
  return {
    findings,
    digest: createHash('sha256').update(bytes).digest('base64url'),
    people: people.map(({ hkid, mobile, language, employment }) => [
      keyOfNumber(hkid, key),
      { mobile, language, employment },
    ]),
  };
}
