import { KIND_FACTS } from '../../domain/kinds/kinds.ts';
import type { EnquiryAnswer } from '../../domain/wire/enquiry.ts';

/** What the platform said of something that was left before. */
export interface Found extends EnquiryAnswer {
  readonly reference: string;
}

/**
 * The platform compares who withdraws with who left it, at its assurance: nobody was identified for the one kind, and for
 * another a terminal cannot identify well enough. A platform that does not say the kind judges when it comes.
 */
export function isWithdrawable({ status, kind = null }: Found): boolean {
  if (status !== 'received') return false;
  if (kind === null) return true;
  const { assurance } = KIND_FACTS[kind];
  return kind !== 'cancellation' && assurance > 0 && assurance <= KIND_FACTS.cancellation.assurance;
}

/** An instruction is given anew: only the pages of a registration can be filled with what was left. */
export function isCorrectable({ status, kind = null }: Found): boolean {
  return status === 'needs-correction' && (kind === null || kind === 'member-registration');
}
