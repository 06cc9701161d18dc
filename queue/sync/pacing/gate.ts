import type { DrainAdvice } from '../../../domain/wire/contract.ts';
import type { Trouble } from '../exchange/classify.ts';
import type { SyncClock } from '../clock.ts';
import { asAsked, type Delays, fullJitter, scattered } from '../delays.ts';
import type { Link } from './link.ts';

/**
 * When the terminal may call, whatever it has to say: the platform's wishes (Retry-After, its turn to drain), the
 * back-off while something stands between the two, and the next look whether it is gone. In milliseconds of uptime.
 */
export interface Gate {
  /** A request of any kind may be made now. */
  mayCall(): boolean;
  /** The same for whatever can wait: also asks whether it is our turn to send. */
  myTurn(): boolean;
  probeDue(): boolean;
  /** While there is no way to the platform: the next probe is due now, whatever was being waited for. */
  lookNow(): void;
  /** Milliseconds until requests of any kind may be made; 0 when they may be now, as far as waits are concerned. */
  untilOpen(): number;
  /** Milliseconds until the next probe or the end of what we were asked to wait, whichever is later. */
  untilProbe(): number;
  /** Milliseconds until it may be our turn; 0 when it may be now. */
  untilTurn(): number;
  /** The most submissions in one batch. */
  batch(): number;
  /** The platform told us to keep a distance between batches. */
  keepsDistance(): boolean;
  /** A probe was answered as the platform answers it. */
  probed(): void;
  /** The platform's wish for the next exchange; every wish counts once. */
  advised(advice: DrainAdvice): void;
  /** What every request can meet. Sets when the next call may be made. */
  troubled(trouble: Trouble, wait: number | null): void;
  /** Something of our own needs time. */
  pause(milliseconds: number): void;
  /** Full jitter for the attempt. */
  jitter(attempt: number, cap: number): number;
  /** A wait the platform asked for, in the way it is kept. */
  asAsked(milliseconds: number): number;
}

export interface GateOptions {
  readonly link: Link;
  readonly delays: Delays;
  readonly clock: SyncClock;
  /** 0 ≤ random() < 1. */
  readonly random: () => number;
  readonly stopped: () => boolean;
}

const UNADVISED: DrainAdvice = { afterMs: 0, batch: 1 };

export function createGate({ link, delays, clock, random, stopped }: GateOptions): Gate {
  let pausedUntil = 0;
  let nextProbe = 0;
  let turnAt = 0;
  let advice = UNADVISED;

  const mayCall = (): boolean => !stopped() && link.online && clock.uptime() >= pausedUntil;
  const jitter = (attempt: number, cap: number): number => fullJitter(attempt, delays.retryBase, cap, random);

  function pause(milliseconds: number): void {
    pausedUntil = Math.max(pausedUntil, clock.uptime() + milliseconds);
  }

  function untilLook(kind: 'no-network' | 'not-the-platform' | 'terminal-refused'): number {
    const half = delays.offlineProbe / 2;
    switch (kind) {
      case 'no-network':
        return half + random() * half;
      case 'not-the-platform':
        return Math.max(half, jitter(link.unreached, delays.portalCap));
      case 'terminal-refused':
        return Math.max(half, jitter(link.unreached, delays.retryCap));
    }
  }

  return {
    mayCall,
    myTurn: () => mayCall() && clock.uptime() >= turnAt,
    probeDue: () => clock.uptime() >= Math.max(pausedUntil, nextProbe),
    lookNow() {
      if (!link.online) nextProbe = 0;
    },
    untilOpen: () => Math.max(0, pausedUntil - clock.uptime()),
    untilProbe: () => Math.max(0, Math.max(nextProbe, pausedUntil) - clock.uptime()),
    untilTurn: () => Math.max(0, Math.max(turnAt, pausedUntil) - clock.uptime()),
    batch: () => advice.batch,
    keepsDistance: () => advice.afterMs > 0,
    probed() {
      nextProbe = clock.uptime() + scattered(delays.idleProbe, random);
    },
    advised(told) {
      advice = told;
      // To the millisecond: the platform has given every terminal a turn of its own.
      if (told.afterMs > 0) turnAt = clock.uptime() + told.afterMs;
    },
    troubled(trouble, wait) {
      // What was cut short by ourselves says nothing about the weather.
      if (stopped()) return;
      const asked = wait === null ? null : asAsked(wait, random);
      if (trouble.kind === 'later') {
        link.busy();
        pause(asked ?? jitter(link.unserved, delays.retryCap));
        return;
      }
      link.down(trouble.kind);
      nextProbe = clock.uptime() + untilLook(trouble.kind);
      if (asked !== null) pause(asked);
    },
    pause,
    jitter,
    asAsked: (milliseconds) => asAsked(milliseconds, random),
  };
}
