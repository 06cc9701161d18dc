import { addDays, isRealIsoDate } from '../time.ts';
import { roleMay } from './permissions.ts';
import type { StaffMember } from './staff.ts';

/** Whoever attests is told for so many days before their training ends (ADR 0046). */
const TRAINING_HINT_DAYS = 30;

/** What staff are told of the end of their own identity training. */
export interface TrainingEnd {
  /** ISO date: the last day on which it holds. */
  readonly until: string;
  readonly over: boolean;
}

/**
 * What this person is told today of the end of their identity training; null where there is nothing to say: no end, an
 * end that is far, never trained, or a role that does not attest.
 * @param today ISO date in Hong Kong
 */
export function trainingEnd(
  { role, identityTrainedOn, identityTrainedUntil }: Omit<StaffMember, 'staffId'>,
  today: string,
): TrainingEnd | null {
  if (identityTrainedOn === null || !roleMay(role, 'attest-identity')) return null;
  if (typeof identityTrainedUntil !== 'string' || !isRealIsoDate(identityTrainedUntil)) return null;
  if (identityTrainedUntil > addDays(today, TRAINING_HINT_DAYS)) return null;
  return { until: identityTrainedUntil, over: identityTrainedUntil < today };
}
