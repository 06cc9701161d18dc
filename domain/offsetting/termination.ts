import { type Failure, fail, ok, type Result } from '../result.ts';
import type { TerminationCode } from './codes.ts';

/** Reasons of termination as the remittance file names them (facts/domain.md §3a, CSV layout). */
export const TERMINATION_REASONS = [
  'RESIGN',
  'RETIRE',
  'EARLY_RETIRE',
  'DISMIS',
  'SUM_DISMISS',
  'REDUNDANCY',
  'LAID_OFF',
  'CONTRACT_END',
  'DEATH',
  'ILL_HEALTH',
  'TOTAL_INCAP',
] as const;
export type TerminationReason = (typeof TERMINATION_REASONS)[number];

/** Reasons with which long service payment (L) or severance payment (S) may be claimed (facts/domain.md §3a). */
export const FITTING_REASONS: Readonly<Record<'L' | 'S', readonly TerminationReason[]>> = {
  L: ['DEATH', 'DISMIS', 'CONTRACT_END', 'ILL_HEALTH', 'RETIRE'],
  S: ['REDUNDANCY', 'LAID_OFF'],
};

/**
 * Whether a long service (`L`) or severance (`S`) payment goes with a reason of termination (facts/domain.md §3a,
 * validity checks of the file).
 *
 * @returns `long-service-reason` or `severance-reason`
 */
export function paymentFitsReason(
  mark: 'L' | 'S',
  reason: TerminationReason,
): Result<void, Failure<TerminationCode>> {
  if (FITTING_REASONS[mark].includes(reason)) return ok(undefined);
  return fail(mark === 'L' ? 'long-service-reason' : 'severance-reason');
}
