import type { FreezeReason, OutOfServiceReason } from '../../../codes.ts';
import type { TakenOutReason } from '../../../operations/taken-out.ts';
import type { WhereNext } from '../../../reference-data/look-up/where-next.ts';
import type { Face } from '../../../usability/codes.ts';
import type { Failure } from '../../../result.ts';

/** The pages of a terminal that serves nobody now, and the last page of a visit. */
export type RestScreen =
  | { readonly id: 'starting' }
  | { readonly id: 'self-test' }
  | {
      readonly id: 'out-of-service';
      readonly reasons: readonly Failure<OutOfServiceReason>[];
      readonly keptItemsSafe: boolean;
      readonly where?: readonly WhereNext[];
    }
  /** `tickets`: there are counters here, whose queue tickets are offered. */
  | { readonly id: 'attract'; readonly tickets?: true }
  /** Instead of the attract page while no visit may begin (domain/service/freeze.ts). */
  | {
      readonly id: 'not-today';
      readonly reason: FreezeReason;
      /** With `taken-out`: what staff say about it. */
      readonly takenOut?: TakenOutReason;
      /** False when something kept here could not be read any more: then nothing may be said about it. */
      readonly nothingLost: boolean;
      readonly where?: readonly WhereNext[];
    }
  | {
      readonly id: 'ended';
      readonly how:
        'submitted' | 'parked' | 'left' | 'idle' | 'prepared' | 'enquired' | 'ticketed' | 'checked';
      /** One tap, skippable: asked for, or given; null where nobody is there. All of the visit is gone by then. */
      readonly feedback: 'ask' | Face | null;
    };
