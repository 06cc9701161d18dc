import type {
  ConnectionTrouble,
  EnquiryFault,
  OutcomeCode,
  ParkFault,
  SubmitFault,
  TakeUpFault,
} from '../../../codes.ts';
import type { LookUp, Records } from '../../../records/records.ts';
import type { Draft } from '../../../parking/draft.ts';
import type { Failure, Result } from '../../../result.ts';
import type { ServiceStatus } from '../../../service/status.ts';
import type { Bill } from '../../../wire/bill.ts';
import type { StoredRules } from '../../../wire/employer-rules.ts';
import type { IdentityClaim, LeftAnswer } from '../../../wire/enquiry.ts';
import type { SignInBegun, SignInState } from '../../../wire/iam-smart.ts';
import type { MobileCodeAnswer, MobileCodeSent } from '../../../wire/mobile-code.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import type { Enquiry, FoundAnswer, RulesQuestion } from './enquiry.ts';
import type { ParkRequest, Parked, TakeUpRequest } from './parking.ts';
import type { SignInOfVisit, MobileOfVisit, MobileCodeTyped } from './proof.ts';
import type { ItemState, SubmitRequest, SubmitFile, Kept, Correction } from './submission.ts';

export type QueueEvent =
  | { readonly type: 'CONNECTION'; readonly online: boolean; readonly trouble: ConnectionTrouble | null }
  | {
      readonly type: 'ITEM';
      readonly id: string;
      readonly reference: string;
      readonly state: ItemState;
      /** ISO instant from the verified receipt. */
      readonly receivedAt: string | null;
      readonly outcome: OutcomeCode | null;
      /** Under which it is paid, where it was accepted and is. */
      readonly bill?: Bill | null;
    }
  | { readonly type: 'COUNTS'; readonly pending: number; readonly parked: number }
  /** Sent on subscribing and at every change; what the staff screens show and whether a session may begin. */
  | { readonly type: 'STATUS'; readonly status: ServiceStatus };

export interface QueuePort {
  /** Resolves only when the sealed submission and its audit entry are fsynced, or with the reason why not. Idempotent by id. */
  submit(request: SubmitRequest, files?: readonly SubmitFile[]): Promise<Result<Kept, Failure<SubmitFault>>>;
  audit(entry: AuditEntry): void;
  /**
   * What became of a submission, to who has the slip's code or the document. Without a network only what is kept on this
   * machine, by code.
   */
  enquire(request: Enquiry): Promise<Result<FoundAnswer, Failure<EnquiryFault>>>;
  /** What somebody left, to who has the document and has lost the slip; only while the platform can be reached. */
  listLeft(claim: IdentityClaim): Promise<Result<LeftAnswer, Failure<EnquiryFault>>>;
  /** What an employer described of its voluntary contributions (ADR 0023); `not-found`: nothing that was accepted. */
  employerRules(question: RulesQuestion): Promise<Result<StoredRules, Failure<EnquiryFault>>>;
  /** The payload of a submission that needs correction, to who was identified again (DESIGN.md, *Sealed means sealed*). */
  openCorrection(
    request: { readonly reference: string } & IdentityClaim,
  ): Promise<Result<Correction, Failure<EnquiryFault>>>;
  /** What the platform has on record about who was identified; only while it can be reached. Nothing of it is kept. */
  lookUp(request: { readonly what: LookUp } & IdentityClaim): Promise<Result<Records, Failure<EnquiryFault>>>;
  /** A code that the holder of the document scans with iAM Smart (DESIGN.md, *Assurance*); only while online. */
  beginSignIn(
    request: { readonly session: string } & IdentityClaim,
  ): Promise<Result<SignInBegun, Failure<EnquiryFault>>>;
  signInState(signIn: SignInOfVisit): Promise<Result<SignInState, Failure<EnquiryFault>>>;
  /** Its answer is known, or not wanted any more; the platform forgets it. */
  endSignIn(signIn: SignInOfVisit): void;
  /**
   * Has a code sent to a mobile number, which goes sealed; only while online. `not-found`: the platform sends none.
   * Left out where numbers are never confirmed.
   */
  sendMobileCode?(request: MobileOfVisit): Promise<Result<MobileCodeSent, Failure<EnquiryFault>>>;
  tryMobileCode?(typed: MobileCodeTyped): Promise<Result<MobileCodeAnswer, Failure<EnquiryFault>>>;
  /** Resolves when the encrypted draft is fsynced here, after a short try to bring it to the platform. */
  park(request: ParkRequest): Promise<Result<Parked, Failure<ParkFault>>>;
  /** Opens what was put aside, here or at the platform; it stays there until it was submitted or its time is over. */
  takeUp(request: TakeUpRequest): Promise<Result<Draft, Failure<TakeUpFault>>>;
  subscribe(listener: (event: QueueEvent) => void): () => void;
}
