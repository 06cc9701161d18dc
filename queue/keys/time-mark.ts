import { z } from 'zod';
import { isoInstantSchema } from '../../domain/wire/contract.ts';
import { createBudgetClock } from './budget-clock.ts';
import { readPrivate, tryWritePrivate } from './private-file.ts';

/**
 * What is known about the time without believing the wall clock (DESIGN.md, *Trust*): the last server time that came
 * under a signature, plus the time this machine has been up since. It is a lower bound: hours in which the machine was
 * off are missing from it until the next signed time proves them. It never goes back, and no jump of the wall clock
 * moves it.
 */
export interface TimeMark {
  /**
   * A signed instant that the platform has just sent. An older one than the mark changes nothing.
   * @param made `now` when it was signed for this very answer: then the time is known, whatever the wall clock says,
   * until the next start. `earlier` (a receipt, a key document) when it may be of any time before
   */
  note(signed: string, made?: 'earlier' | 'now'): void;
  /** A signed instant that was found on this machine: it has passed, and nobody knows how long ago. */
  floor(signed: string): void;
  /** The latest instant that has surely passed, in milliseconds since 1970; null before the first signed time. */
  lowerBound(): number | null;
  /**
   * The instant to write on things: the wall clock's unless that is behind the lower bound, or known to be wrong.
   * `trusted` is false while the wall clock and the mark are more than five minutes apart and the platform has not told
   * the time since the start.
   */
  now(): { readonly instant: string; readonly trusted: boolean };
  /** The instant that has surely passed: the trusted time, or the lower bound; null when nothing is known. */
  passed(): string | null;
  /** The budget clock (`budget-clock.ts`), whole milliseconds. */
  budget(): number;
  /** The budget clock is never behind this from now on. */
  atLeast(budget: number): void;
  /** Hours of uptime, through all starts, since the time was last trusted; 0 while it is. */
  untrustedHours(): number;
  /** Writes the mark with the uptime gone by, for the next start; called now and then. */
  persist(): void;
}

const DISAGREEMENT_MS = 5 * 60_000;
/** No terminal is off for longer and still has keys to work with: a clock further ahead shows a wrong year. */
const LONGEST_OFF_MS = 400 * 24 * 3_600_000;
const HOUR_MS = 3_600_000;

const duration = z.number().min(0).default(0);
const fileSchema = z.strictObject({
  passed: isoInstantSchema.nullable(),
  /** False when the mark was only ever found on this machine, not heard from the platform. */
  heard: z.boolean().default(true),
  budget: duration,
  /** Milliseconds of uptime since the time was last trusted. */
  untrusted: duration,
});
type MarkFile = z.infer<typeof fileSchema>;

export interface TimeMarkOptions {
  readonly path: string;
  /** Milliseconds that only grow. */
  readonly uptime: () => number;
  /** Wall clock, milliseconds since 1970. */
  readonly wall: () => number;
}

export function openTimeMark(options: TimeMarkOptions): TimeMark {
  const { path, uptime, wall } = options;
  const file = read(path);
  const budget = createBudgetClock(uptime, file?.budget ?? 0);
  let mark = file === null || file.passed === null ? null : { at: Date.parse(file.passed), uptime: uptime() };
  let heard = file?.heard ?? false;
  /** True once the platform has told the time of this moment: the bound is then the time itself until we stop. */
  let told = false;
  let untrusted = { milliseconds: file?.untrusted ?? 0, at: uptime() };

  function lowerBound(): number | null {
    return mark === null ? null : mark.at + Math.max(0, uptime() - mark.uptime);
  }

  function now(): { readonly instant: string; readonly trusted: boolean } {
    const bound = lowerBound();
    const hint = wall();
    if (bound === null) return { instant: new Date(hint).toISOString(), trusted: false };
    const agrees = Math.abs(hint - bound) <= DISAGREEMENT_MS;
    const isWrong = !agrees && (told || hint - bound > LONGEST_OFF_MS);
    const instant = isWrong ? bound : Math.max(hint, bound);
    return { instant: new Date(instant).toISOString(), trusted: told || agrees };
  }

  /** Looked at whenever something asks or changes, and every minute by `persist`; what lies between counts as a whole. */
  function observeTrust(): void {
    const at = uptime();
    const milliseconds = now().trusted ? 0 : untrusted.milliseconds + Math.max(0, at - untrusted.at);
    untrusted = { milliseconds, at };
  }

  function raise(at: number): boolean {
    const bound = lowerBound();
    if (!Number.isFinite(at) || (bound !== null && at <= bound)) return false;
    mark = { at, uptime: uptime() };
    return true;
  }

  return {
    note(signed, made = 'earlier') {
      observeTrust();
      const at = Date.parse(signed);
      const bound = lowerBound();
      if (!raise(at)) {
        // Our own count has run ahead of the platform by no more than clocks differ: it confirms the mark.
        if (made === 'now' && bound !== null && bound - at <= DISAGREEMENT_MS) told = true;
        return;
      }
      // What the uptime did not cover since the last signed time, the machine was off.
      if (bound !== null && heard) budget.skip(at - bound);
      heard = true;
      if (made === 'now') told = true;
      observeTrust();
    },
    floor(signed) {
      raise(Date.parse(signed));
    },
    lowerBound,
    now,
    passed() {
      const { instant, trusted } = now();
      const bound = lowerBound();
      return trusted ? instant : bound === null ? null : new Date(bound).toISOString();
    },
    budget: () => budget.now(),
    atLeast: (least) => budget.atLeast(least),
    untrustedHours() {
      observeTrust();
      return untrusted.milliseconds / HOUR_MS;
    },
    persist() {
      observeTrust();
      const bound = lowerBound();
      const content: MarkFile = {
        passed: bound === null ? null : new Date(bound).toISOString(),
        heard,
        budget: budget.now(),
        untrusted: Math.floor(untrusted.milliseconds),
      };
      // On a full disk the next start begins from an older mark, which is still a lower bound.
      tryWritePrivate(path, JSON.stringify(content));
    },
  };
}

function read(path: string): MarkFile | null {
  const bytes = readPrivate(path);
  if (bytes === null) return null;
  try {
    const parsed = fileSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
