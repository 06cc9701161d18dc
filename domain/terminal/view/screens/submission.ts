import type { Label } from '../../../catalogue/ask.ts';
import type { OutcomeCode, SubmitFault } from '../../../codes.ts';
import type { SubmissionKind } from '../../../kinds/kinds.ts';
import type { OwnLanguageScreen } from '../own-language-view.ts';
import type { Bill } from '../../../wire/bill.ts';
import type { ItemState } from '../../ports/queue/submission.ts';

/** The platform's bill for a remittance, as its receipt shows it. */
export type BillOnReceipt =
  | { readonly state: 'waiting' }
  | ({ readonly state: 'known' } & Bill)
  /** It did not come in time: how to get it. */
  | { readonly state: 'later'; readonly hotline: string };

/** From the declaration to the receipt. */
export type SubmissionScreen =
  | {
      readonly id: 'declare';
      readonly online: boolean;
      readonly kind: Exclude<SubmissionKind, 'cancellation' | 'feedback'>;
      /** It was put to the member in a language of their own: those words stand here. */
      readonly own?: Pick<OwnLanguageScreen, 'language' | 'text'>;
    }
  | { readonly id: 'submitting' }
  | { readonly id: 'not-saved'; readonly fault: SubmitFault }
  | {
      readonly id: 'receipt';
      readonly kind: SubmissionKind;
      /** More to know about this kind of instruction: when it is dealt with, what follows. */
      readonly tell: readonly Label[];
      readonly state: ReceiptState;
      readonly reference: string;
      /** In two groups, shown this once; null on the receipt of a withdrawal. */
      readonly enquiryCode: string | null;
      /** Reference of what is withdrawn; null on the receipt of a registration. */
      readonly withdraws: string | null;
      /** Of which kind that is; absent or null where the platform did not say it. */
      readonly withdrawsKind?: SubmissionKind | null;
      /** ISO instant: kept at, or received at by the platform. */
      readonly at: string;
      readonly outcome: OutcomeCode | null;
      /** ISO date after which a member without notice should call. */
      readonly noticeBy: string;
      /** The platform's bill under which it is paid; left out or null: nothing is. */
      readonly bill?: BillOnReceipt | null;
      /** ISO instant at which the page clears itself. */
      readonly closesAt: string;
    };

/** What a receipt can say; `parked` and `expired` concern staff and later days. */
export type ReceiptState = Exclude<ItemState, 'parked' | 'expired'>;
