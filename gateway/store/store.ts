import type { AssuranceLevel } from '../../domain/assurance.ts';
import type { OutcomeCode } from '../../domain/codes.ts';
import type { Failure, Result } from '../../domain/result.ts';
import type { Envelope, Outcome, StaffList } from '../../domain/wire/contract.ts';

/** A staff member as the platform knows them: the record that an attestation is held against. */
export type StaffRecord = StaffList['staff'][number];

/** A terminal that presented a credential that is in force. */
export interface KnownTerminal {
  readonly terminalId: string;
  /** SHA-256 of the credential, as stored at enrolment. */
  readonly credentialDigest: Uint8Array;
}

/** One version of the signed key document. */
export interface StoredKeyDocument {
  readonly version: number;
  readonly issuedAt: string;
  /** Compact JWS under the root key. */
  readonly jws: string;
}

/** The answer that was given to an idempotency key, for ever the answer to that key. */
export interface StoredAnswer {
  readonly fingerprint: Uint8Array;
  readonly receivedAt: string;
  /** Key that signed the receipt in `response`. */
  readonly receiptKid: string;
  readonly outcome: Outcome;
  /** The response body as it was sent, byte for byte. */
  readonly response: string;
}

export interface SignedReceipt {
  readonly kid: string;
  /** Compact JWS of receiptSchema. */
  readonly jws: string;
}

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
  /** HMAC of the document id; registers the person when nobody with this key is registered yet. */
  readonly personKey: Uint8Array;
}

export type Committed =
  | { readonly state: 'stored'; readonly answer: StoredAnswer }
  | { readonly state: 'repeated'; readonly answer: StoredAnswer };

/** A stored submission as the admin page needs it: still sealed. */
export interface Arrival {
  readonly envelope: Omit<Envelope, 'lane' | 'sequence'>;
  readonly sealed: Uint8Array;
  readonly receivedAt: string;
  readonly outcome: Outcome;
  readonly assurance: AssuranceLevel;
}

export interface OutcomeCount {
  readonly outcome: Outcome;
  readonly count: number;
}

/**
 * What the gateway keeps. SQLite today (`sqlite-store.ts`); PostgreSQL is to implement the same interface and pass the
 * same tests. All methods are asynchronous for that reason; the SQLite store does no `await` inside a transaction
 * (facts/queue.md §1.2). A thrown error is a storage fault: nothing of the call was committed.
 */
export interface Store {
  /** @returns the terminal whose credential, in force, has this SHA-256, or null */
  findTerminal(credentialDigest: Uint8Array): Promise<KnownTerminal | null>;
  /** Puts a credential in force for a terminal; all its earlier ones are out of force from then on. */
  enrolTerminal(terminalId: string, credentialDigest: Uint8Array, at: string): Promise<void>;

  /** Adds or replaces staff records by staffId and takes the next staff list version, in one commit. */
  recordStaff(staff: readonly StaffRecord[], at: string): Promise<number>;
  findStaff(staffId: string): Promise<StaffRecord | null>;

  latestKeyDocument(): Promise<StoredKeyDocument | null>;
  /** @returns false when this version exists already: somebody else was quicker */
  addKeyDocument(document: StoredKeyDocument): Promise<boolean>;

  findAnswer(terminalId: string, id: string): Promise<StoredAnswer | null>;
  /**
   * Inbox row, sealed bytes, effect, receipt and answer in one durable commit (facts/queue.md §2.1). When the key is in
   * the inbox already nothing is written and the earlier answer comes back.
   * @returns `busy` when another process held the write lock for too long; nothing was written
   */
  commitSubmission(submission: NewSubmission): Promise<Result<Committed, Failure<'busy'>>>;
  /** Puts a new receipt in the place of one whose key was revoked; the effect and its outcome stay. */
  replaceReceipt(
    terminalId: string,
    id: string,
    receipt: SignedReceipt,
    issuedAt: string,
  ): Promise<Result<StoredAnswer, Failure<'busy' | 'not-stored'>>>;

  /** Newest first. */
  listArrivals(limit: number): Promise<readonly Arrival[]>;
  countOutcomes(): Promise<readonly OutcomeCount[]>;

  close(): void;
}
