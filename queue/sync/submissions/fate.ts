import { type BatchResult } from '../../../domain/wire/batch.ts';
import type { SubmissionResponse } from '../../../domain/wire/contract.ts';
import type { Lease } from '../../store/queue.ts';
import { refusalOf, type Verdict } from '../exchange/classify.ts';
import type { Delays } from '../delays.ts';
import type { Gate } from '../pacing/gate.ts';

/** What became of one submission in one exchange. `missing`: a batch was answered without a word about it. */
export interface Fate {
  readonly lease: Lease;
  readonly verdict: Verdict<SubmissionResponse> | { readonly kind: 'missing' };
  /** Milliseconds before it may be tried again, where it has to be. */
  readonly pause: number;
  /** The attempt does not count: the platform did not look at it. */
  readonly untried: boolean;
}

export interface Fates {
  /** An exchange that decided nothing about single items: the same wait for all, so that they come back together. */
  ofExchange(
    leases: readonly Lease[],
    verdict: Verdict<SubmissionResponse>,
    wait: number | null,
  ): readonly Fate[];
  /** One for every lease, whatever the gateway left out, doubled or added. */
  ofResults(leases: readonly Lease[], results: readonly BatchResult[]): readonly Fate[];
}

export function createFates(gate: Gate, delays: Delays): Fates {
  function putOff(wait: number | null, attempts: number): number {
    return wait === null
      ? gate.jitter(attempts, delays.retryCap)
      : gate.asAsked(Math.min(wait, delays.retryAfterCap));
  }

  function pauseOf(verdict: Fate['verdict'], wait: number | null, attempts: number): number {
    switch (verdict.kind) {
      case 'in-progress':
        return wait === null ? delays.inProgress : putOff(wait, attempts);
      case 'terminal-refused':
        return 0;
      case 'no-network':
      case 'not-the-platform':
        // The wait is the submission's own, too: one that breaks every connection must let the others past.
        return gate.jitter(attempts, delays.brokenCap);
      default:
        return putOff(wait, attempts);
    }
  }

  return {
    ofExchange(leases, verdict, wait) {
      const pause = pauseOf(verdict, wait, Math.max(...leases.map((lease) => lease.attempts)));
      const untried = verdict.kind === 'terminal-refused';
      return leases.map((lease) => ({ lease, verdict, pause, untried }));
    },
    ofResults(leases, results) {
      return leases.map((lease) => {
        const result = results.find((candidate) => candidate.id === lease.id);
        const verdict = result === undefined ? { kind: 'missing' as const } : verdictOfResult(result);
        const seconds = result === undefined || result.taken ? null : result.retryAfterSeconds;
        const pause = putOff(seconds === null ? null : seconds * 1_000, lease.attempts);
        return { lease, verdict, pause, untried: false };
      });
    },
  };
}

function verdictOfResult(result: BatchResult): Verdict<SubmissionResponse> {
  return result.taken ? { kind: 'answered', body: result.response } : refusalOf(result.status, result.code);
}
