import type { EnquiryFault, FieldErrorCode } from '../../../codes.ts';
import type { SecurityFeature } from '../../../identity/staff.ts';

/** How it is shown that somebody is the holder: staff, iAM Smart, a code to the mobile. */
export type ProofScreen =
  /** How the member shows who they are before this can be submitted: a trained officer, iAM Smart, or not today. */
  | {
      readonly id: 'staff-needed';
      /** `changed`: somebody had looked, and then name or birth date were typed otherwise. */
      readonly reason: 'attestation' | 'changed';
      /** Staff looking at the card is enough, or comes first since the number was only typed. */
      readonly staff: boolean;
      /** `offline`: it would be needed, and needs the connection that is not there. */
      readonly iamSmart: 'offered' | 'offline' | 'no';
      /** Nothing less than iAM Smart is enough. */
      readonly onlyIamSmart: boolean;
      /** It may be prepared without, and is then not submitted. */
      readonly prepare: boolean;
      /** Staff means two: an officer, then a supervisor. */
      readonly byTwo?: boolean;
      /** The first of the two has signed. */
      readonly second?: boolean;
    }
  /** A code is on its way to the mobile. */
  | { readonly id: 'mobile-code-sending' }
  | {
      readonly id: 'mobile-code';
      /** Eight digits, as they were typed: whoever sees a slip goes back. */
      readonly mobile: string;
      readonly value: string;
      readonly error: FieldErrorCode | null;
      readonly canSendAgain: boolean;
      /** Another message was asked for and is on its way. */
      readonly sentAgain: boolean;
      /** Grows with every code that was wrong or new: the field begins anew then. */
      readonly attempt: number;
    }
  /** The code counts no more: why, and whether to have another. */
  | { readonly id: 'mobile-code-over'; readonly why: MobileCodeStop; readonly canSendAgain: boolean }
  | { readonly id: 'iam-smart-beginning' }
  /** The code to scan; once it was, the member goes on with their phone. */
  | {
      readonly id: 'iam-smart-code';
      readonly code: string;
      readonly scanned: boolean;
      /** ISO instant at which it runs out. */
      readonly runsOut: string;
    }
  /** It came to nothing: why, and whether to try again. Never says whose phone or card it was. */
  | { readonly id: 'iam-smart-stopped'; readonly why: SignInStop; readonly canRetry: boolean }
  /** Staff's page: number alone (typed numbers only), then features, then the face. */
  | {
      readonly id: 'attest';
      readonly page: 'number' | 'features' | 'face' | 'sign';
      /** Set on the `number` page only, and then nothing else personal is on the page. */
      readonly number: string | null;
      readonly maskedNumber: string;
      /** On the `sign` page of a typed number: what was typed, to be held against the card. */
      readonly typed?: { readonly name: string; readonly dateOfBirth: string | null } | null;
      readonly features: readonly { readonly feature: SecurityFeature; readonly ticked: boolean }[];
    };

/** Why a code to a mobile counts no more; message `mobile-code.<why>`. */
export const MOBILE_CODE_STOPS = ['used-up', 'expired', 'offline', 'unavailable'] as const;
export type MobileCodeStop = (typeof MOBILE_CODE_STOPS)[number];

/** Why signing in with iAM Smart came to nothing; message `iam-smart.<why>`. */
export type SignInStop =
  | 'expired'
  | 'refused'
  | 'different-person'
  | Exclude<EnquiryFault, 'not-found' | 'not-here' | 'nothing-left' | 'not-correctable'>;
