import type { Outcome } from '../../../domain/wire/contract.ts';

/** What a submission comes to, and what that does. */
export interface Effect {
  readonly outcome: Outcome;
  /** Writes what the outcome does; the submission's row must be there. */
  readonly apply: () => void;
}
