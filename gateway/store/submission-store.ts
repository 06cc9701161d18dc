import type { CompanyOutcomeCode } from '../../domain/catalogue/kinds/employer-registration/vocabulary.ts';
import type { CompanyOutcome } from '../../domain/wire/enquiry.ts';
import type { Remainder } from '../../domain/registration/remainder.ts';
import type { AssuranceLevel } from '../../domain/assurance.ts';
import type { OutcomeCode } from '../../domain/codes.ts';
import type { Failure, Result } from '../../domain/result.ts';
import type { Envelope, Outcome } from '../../domain/wire/contract.ts';
import type { Bill } from '../../domain/wire/bill.ts';
import type { OutcomesPage } from '../../domain/wire/outcomes.ts';

/** The answer that was given to an idempotency key, for ever the answer to that key. */
export interface StoredAnswer {
  readonly fingerprint: Uint8Array;
  readonly receivedAt: string;
  /** Key that signed the receipt in `response`. */
  readonly receiptKid: string;
  /** As it is now; null while the submission waits. The one in `response` is as it was. */
  readonly outcome: Outcome | null;
  /** The response body as it was sent, byte for byte. */
  readonly response: string;
}

export interface SignedReceipt {
  readonly kid: string;
  /** Compact JWS of receiptSchema. */
  readonly jws: string;
}

/** One company of a registration, before anything is decided about it. */
export interface NewCompany {
  /** HMAC of its business registration number. */
  readonly key: Uint8Array;
  /** What speaks against it by itself. */
  readonly fault: CompanyOutcomeCode | null;
}

/** What became of it; its number is not known here. */
export type JudgedCompany = Omit<CompanyOutcome, 'ending'>;

/** Everything one submission adds to the store; written in one commit or not at all. */
export interface NewSubmission {
  readonly envelope: Envelope;
  readonly sealed: Uint8Array;
  readonly fingerprint: Uint8Array;
  readonly receivedAt: string;
  readonly receipt: SignedReceipt;
  /** The level as the gateway computed it. */
  readonly assurance: AssuranceLevel;
  /** Why it is rejected whatever the store holds; null when its effect should be tried. */
  readonly refusal: OutcomeCode | null;
  /**
   * The sign-in with iAM Smart that the assurance stands on, and what holds where another submission has used it; null
   * where there is none.
   */
  readonly signIn: {
    readonly id: string;
    readonly forgetAt: string;
    readonly otherwise: Pick<NewSubmission, 'assurance' | 'refusal'>;
  } | null;
  /** HMAC of the document id, or of the slip where nobody was identified; null for what is from nobody in particular. */
  readonly personKey: Uint8Array | null;
  /** HMAC of name and birth date; null where it has none. Compared with those that the person was registered with. */
  readonly detailsKey: Uint8Array | null;
  /** HMAC of the employer account and scheme whose rules it describes; null for anything else. */
  readonly employerKey: Uint8Array | null;
  /** Why it waits for papers whatever the store holds; null when nothing is known against it. */
  readonly toCorrect: OutcomeCode | null;
  /** Id of the submission that it withdraws. */
  readonly withdraws: string | null;
  readonly tellsOldContact: boolean;
  /** One of its files holds rows that are checked before it is processed (`row-check-store.ts`). */
  readonly holdsRows: boolean;
  /** The companies that it registers, in their order; left out: none. */
  readonly companies?: readonly NewCompany[];
  /** Once accepted it gets the number of a bill (`bills/`). */
  readonly billed: boolean;
  /** What a van left to be asked; left out: nothing. */
  readonly remainder?: Remainder;
  /** Whether the mobile that it gives was confirmed, as the gateway found it (ADR 0026); left out: it gives none. */
  readonly mobileConfirmed?: boolean;
  /** When it is processed; null: at once. */
  readonly processAt: string | null;
}

export type Committed =
  | { readonly state: 'stored'; readonly answer: StoredAnswer }
  /** The key is in the inbox already; the answer is the earlier one, whose fingerprint may be another. */
  | { readonly state: 'repeated'; readonly answer: StoredAnswer }
  /** Nothing written: one before it in its lane was found to be another payload under a key that was used. */
  | { readonly state: 'held-back' };

/** A stored submission, still sealed. */
export interface StoredSubmission {
  readonly envelope: Envelope;
  readonly sealed: Uint8Array;
  readonly receivedAt: string;
  readonly outcome: Outcome | null;
  readonly assurance: AssuranceLevel;
  /** Files that its envelope names and that are not here yet. */
  readonly missingAttachments: number;
}

export interface OutcomeCount {
  /** Null: waiting. */
  readonly outcome: Outcome | null;
  readonly count: number;
}

export interface SubmissionStore {
  findAnswer(terminalId: string, id: string): Promise<StoredAnswer | null>;
  /**
   * For each submission, in this order: inbox row, sealed bytes, effect, receipt and answer; all of them in one durable
   * commit (facts/queue.md §2.1).
   * @returns `busy` when another process held the write lock for too long; nothing was written
   */
  commitSubmissions(
    submissions: readonly NewSubmission[],
  ): Promise<Result<readonly Committed[], Failure<'busy'>>>;
  /** Puts a new receipt in the place of one whose key was revoked; the effect and its outcome stay. */
  replaceReceipt(
    terminalId: string,
    id: string,
    receipt: SignedReceipt,
    issuedAt: string,
  ): Promise<Result<StoredAnswer, Failure<'busy' | 'not-stored'>>>;

  /** The first that arrived under this reference. */
  findByReference(reference: string): Promise<StoredSubmission | null>;
  /** What became of each company of a registration, in their order; empty for anything else. */
  companiesOf(terminalId: string, id: string): Promise<readonly JudgedCompany[]>;
  /** The bill of what stands accepted; null: it has none. */
  billOf(submission: Pick<StoredSubmission, 'envelope' | 'outcome'>): Promise<Bill | null>;
  /** What this person left, newest first; withdrawals are not among it, what they withdrew is. */
  listOfPerson(personKey: Uint8Array, limit: number): Promise<readonly StoredSubmission[]>;
  /** The newest accepted description of an employer's rules; null: there is none. */
  newestOfEmployer(employerKey: Uint8Array): Promise<StoredSubmission | null>;
  /** Newest first. */
  listArrivals(limit: number): Promise<readonly StoredSubmission[]>;
}

/** What somebody at the platform decides by hand. */
export type Decision = Exclude<Outcome, { readonly state: 'cancelled' }>;

export type DecisionFault = 'reference-unknown' | 'decided-already' | 'attachments-missing' | 'busy';

export interface OutcomeStore {
  /** Decides whatever was to be processed by this instant, in the order in which it was to be. @returns how many */
  processDue(at: string): Promise<Result<number, Failure<'busy'>>>;
  /**
   * Decides one submission by hand. What is waiting, accepted or to be corrected may be decided; the rest stays.
   * @returns the outcome that now stands: an acceptance may turn out to be a rejection (`already-registered`)
   */
  decide(reference: string, decision: Decision, at: string): Promise<Result<Outcome, Failure<DecisionFault>>>;
  /** Outcomes of a terminal's submissions in the order in which they were decided, and the newest cursor there is. */
  outcomesAfter(
    terminalId: string,
    after: number,
    limit: number,
  ): Promise<Pick<OutcomesPage, 'outcomes' | 'head'>>;
  /** 0 when there is none. */
  outcomesHead(terminalId: string): Promise<number>;
  countOutcomes(): Promise<readonly OutcomeCount[]>;
  /** Accepted changes of which the contact known until then is to be told. */
  contactNoticesDue(): Promise<readonly { readonly terminalId: string; readonly id: string }[]>;
}
