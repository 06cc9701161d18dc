import { type SubmissionKind, withdrawalAssurance } from '../../domain/kinds/kinds.ts';
import type { FoundAnswer } from '../../domain/terminal/ports/queue/enquiry.ts';

/** What the platform, or this machine where it is only kept, said of something that was left before. */
export interface Found extends FoundAnswer {
  readonly reference: string;
  /** The slip's code, where it alone withdraws what was found: nobody was identified for it. */
  readonly slipCode?: string;
}

/** What is nobody's to take back: what does it itself, and what is sent without a slip. */
const NOT_WITHDRAWABLE: readonly SubmissionKind[] = ['cancellation', 'feedback'];

/** What was found with the slip, and with its code as long as that is needed to withdraw it. */
export function foundWithSlip(answer: FoundAnswer, reference: string, slipCode: string): Found {
  const { kind = null } = answer;
  const found: Found = { ...answer, reference };
  const bySlip = kind !== null && withdrawalAssurance(kind) === 0;
  return bySlip && isWithdrawable({ ...found, slipCode }) ? { ...found, slipCode } : found;
}

/**
 * The platform compares who withdraws with who left it, at the assurance that it needed: with the slip where nobody was
 * identified. A platform that does not say the kind judges when it comes.
 */
export function isWithdrawable({ status, kind = null, slipCode }: Found): boolean {
  if ((status !== 'received' && status !== 'kept') || (kind !== null && NOT_WITHDRAWABLE.includes(kind)))
    return false;
  return withdrawalAssurance(kind) > 0 || slipCode !== undefined;
}

/** An instruction is given anew: only the pages of a registration can be filled with what was left. */
export function isCorrectable({ status, kind = null }: Found): boolean {
  return status === 'needs-correction' && (kind === null || kind === 'member-registration');
}
