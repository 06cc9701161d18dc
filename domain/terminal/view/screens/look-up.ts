import type { EnquiryFault } from '../../../codes.ts';
import type { LookUp } from '../../../records/records.ts';

/** Looking the platform's records up. */
export type LookUpScreen =
  /** Before the first page: shall the platform's records be shown? Then the member proves who they are first. */
  | {
      readonly id: 'look-up-offer';
      readonly what: LookUp;
      readonly online: boolean;
      /** Staff looking at the card is enough for it. */
      readonly staff: boolean;
      readonly iamSmart: boolean;
      /** Proven already, and staff still hold the session. */
      readonly proven: boolean;
      /** Staff means two: an officer, then a supervisor. */
      readonly byTwo?: boolean;
      /** The first of the two has signed. */
      readonly second?: boolean;
    }
  | { readonly id: 'look-up-asking' }
  /** There is nothing to show; the member goes on without. */
  | { readonly id: 'look-up-trouble'; readonly fault: EnquiryFault; readonly canRetry: boolean };
