import type { EnquiryFault, FieldErrorCode, OutcomeCode } from '../../../codes.ts';
import type { SubmissionKind } from '../../../kinds/kinds.ts';
import type { CompanyOutcome, EnquiryStatus } from '../../../wire/enquiry.ts';
import type { Bill } from '../../../wire/bill.ts';
import type { FoundStatus } from '../../ports/queue/enquiry.ts';

/** What became of something that was left, and what is done about it then. */
export type EnquiryScreen =
  /** With the slip, or with the card where it is lost; without a network with the slip only, and only what is kept here. */
  | { readonly id: 'enquiry-choice'; readonly online: boolean }
  /** Why the card is read, before it is. */
  | { readonly id: 'enquiry-notice' }
  /** What the holder of the card left: kinds, days and status words, and whose card it is, masked. */
  | {
      readonly id: 'enquiry-list';
      readonly maskedNumber: string;
      readonly items: readonly LeftEntry[];
      /** There are older ones. */
      readonly more: boolean;
    }
  /** Typing the reference of what was left before, then its enquiry code. */
  | { readonly id: 'enquiry-reference'; readonly value: string; readonly error: FieldErrorCode | null }
  | { readonly id: 'enquiry-code'; readonly value: string; readonly error: FieldErrorCode | null }
  | { readonly id: 'enquiry-asking' }
  /** Kind and status words only; nothing of who it is about. */
  | {
      readonly id: 'enquiry-result';
      readonly reference: string;
      /** Of which kind it is; null where the platform did not say it. */
      readonly ofKind: SubmissionKind | null;
      readonly status: FoundStatus;
      readonly code: OutcomeCode | null;
      /** Of an accepted remittance that is paid. */
      readonly bill?: Bill | null;
      /** When it was kept, where it is only kept here. */
      readonly receivedAt: string;
      /** False for what has been processed, and for what a terminal cannot identify well enough for. */
      readonly canWithdraw: boolean;
      /** A registration only. */
      readonly canCorrect: boolean;
      /** What became of each company of an employer's registration; left out for anything else. */
      readonly companies?: readonly CompanyOutcome[];
    }
  /** It could not be looked up, or what was left could not be fetched for correction. */
  | { readonly id: 'enquiry-trouble'; readonly fault: EnquiryFault; readonly canRetry: boolean }
  /** `ofKind`: of which kind it is that is withdrawn; null where the platform did not say it. */
  | {
      readonly id: 'withdraw-notice';
      readonly reference: string;
      readonly ofKind: SubmissionKind | null;
      readonly proof: WithdrawalProof;
    }
  | {
      readonly id: 'withdraw-confirm';
      readonly reference: string;
      readonly ofKind: SubmissionKind | null;
      readonly online: boolean;
    }
  | { readonly id: 'correction-opening' };

/** What shows that somebody may withdraw what was left. */
export type WithdrawalProof = 'slip' | 'card' | 'card-and-staff' | 'card-and-iam-smart' | 'card-and-two';

/** One of the things that somebody left. */
interface LeftEntry {
  readonly id: string;
  /** Null where the platform did not say it. */
  readonly ofKind: SubmissionKind | null;
  readonly status: EnquiryStatus;
  readonly receivedAt: string;
}
