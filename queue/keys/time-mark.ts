import { z } from 'zod';
import { isoInstantSchema } from '../../domain/wire/contract.ts';
import { readPrivate, tryWritePrivate } from './private-file.ts';

/**
 * What is known about the time without believing the wall clock (DESIGN.md, *Trust*): the last server time that came
 * under a signature, plus the time this machine has been up since. It is a lower bound: hours in which the machine was
 * off are missing from it. It never goes back, and no jump of the wall clock moves it.
 */
export interface TimeMark {
  /** A server's signed instant (a receipt's `receivedAt`, a key document's `issuedAt`). An older one changes nothing. */
  note(signed: string): void;
  /** The latest instant that has surely passed, in milliseconds since 1970; null before the first signed time. */
  lowerBound(): number | null;
  /**
   * The instant to write on things: the wall clock's unless that is behind the lower bound.
   * `trusted` is false without a mark or when the two are more than five minutes apart.
   */
  now(): { readonly instant: string; readonly trusted: boolean };
  /** Writes the mark with the uptime gone by, for the next start; called now and then. */
  persist(): void;
}

const DISAGREEMENT_MS = 5 * 60_000;

const fileSchema = z.strictObject({ passed: isoInstantSchema });

export interface TimeMarkOptions {
  readonly path: string;
  /** Milliseconds that only grow. */
  readonly uptime: () => number;
  /** Wall clock, milliseconds since 1970. */
  readonly wall: () => number;
}

export function openTimeMark(options: TimeMarkOptions): TimeMark {
  const { path, uptime, wall } = options;
  let mark: { readonly at: number; readonly uptime: number } | null = read(path, uptime());

  function lowerBound(): number | null {
    return mark === null ? null : mark.at + Math.max(0, uptime() - mark.uptime);
  }

  function persist(): void {
    const bound = lowerBound();
    if (bound === null) return;
    // On a full disk the next start begins from an older mark, which is still a lower bound.
    tryWritePrivate(path, JSON.stringify({ passed: new Date(bound).toISOString() }));
  }

  return {
    note(signed) {
      const at = Date.parse(signed);
      const bound = lowerBound();
      if (!Number.isFinite(at) || (bound !== null && at <= bound)) return;
      mark = { at, uptime: uptime() };
    },
    lowerBound,
    now() {
      const bound = lowerBound();
      const hint = wall();
      const instant = bound === null ? hint : Math.max(hint, bound);
      return {
        instant: new Date(instant).toISOString(),
        trusted: bound !== null && Math.abs(hint - bound) <= DISAGREEMENT_MS,
      };
    },
    persist,
  };
}

function read(path: string, uptime: number): { readonly at: number; readonly uptime: number } | null {
  const bytes = readPrivate(path);
  if (bytes === null) return null;
  try {
    const parsed = fileSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? { at: Date.parse(parsed.data.passed), uptime } : null;
  } catch {
    return null;
  }
}
