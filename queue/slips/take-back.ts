import { assuranceOf } from '../../domain/assurance.ts';
import type { CancellationPayload } from '../../domain/kinds/cancellation.ts';
import { SUBMISSION_KINDS, withdrawalAssurance } from '../../domain/kinds/kinds.ts';
import type { StoredSubmission } from '../store/submission.ts';
import type { SlipBook } from './slip-book.ts';

/**
 * Whether a withdrawal may take what it withdraws out of the line here, before the platform has seen either: at the level
 * that it needs, by somebody of the same lane, or with the code of its slip where nobody was identified. Where this
 * cannot be told, both go to the platform, which judges by the whole number.
 * @param lane of who withdraws
 */
export function mayTakeBack(
  target: Pick<StoredSubmission, 'id' | 'kind' | 'lane'>,
  { identification, slipCode }: Pick<CancellationPayload, 'identification' | 'slipCode'>,
  lane: number,
  slips: Pick<SlipBook, 'proves'>,
): boolean {
  const kind = SUBMISSION_KINDS.find((known) => known === target.kind);
  if (kind === undefined) return false;
  const needed = withdrawalAssurance(kind);
  if (identification === null) {
    return needed === 0 && slipCode !== undefined && slips.proves(target.id, slipCode);
  }
  return needed > 0 && target.lane === lane && assuranceOf(identification) >= needed;
}
