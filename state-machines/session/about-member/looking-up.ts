import type { EnquiryFault } from '../../../domain/codes.ts';
import type { Records } from '../../../domain/records/records.ts';

/**
 * What the platform has on record, as far as this visit has come with it. `open`: not spoken of; `offered`: the page on
 * which the member proves who they are first, or goes on without; `without`: they did; `here`: looked up.
 */
export interface LookingUp {
  readonly state: 'open' | 'offered' | 'without' | 'here';
  /** In memory only, and gone with the visit. */
  readonly records: Records | null;
  readonly fault: EnquiryFault | null;
}

export const NOTHING_LOOKED_UP: LookingUp = { state: 'open', records: null, fault: null };
