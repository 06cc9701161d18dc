import type { EnquiryAnswer, EnquiryStatus, IdentityClaim } from '../../../wire/enquiry.ts';

/** Whose rules, and who asks. */
export type RulesQuestion = { readonly employerAccount: string; readonly scheme: string } & IdentityClaim;

/** `kept`: on this machine, not received by the platform yet; `receivedAt` is then when it was kept. */
export type FoundStatus = EnquiryStatus | 'kept';
export type FoundAnswer = Omit<EnquiryAnswer, 'status'> & { readonly status: FoundStatus };

export type Enquiry = { readonly reference: string } &
  /** `forReceipt`: asked by the terminal itself while the receipt stands; nobody's enquiry. */
  (
    | { readonly by: 'code'; readonly code: string; readonly forReceipt?: true }
    | ({ readonly by: 'document' } & IdentityClaim)
  );
