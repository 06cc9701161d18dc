import type { Failure, Result } from '../../domain/result.ts';
import type { StaffList } from '../../domain/wire/staff-list.ts';
import type { Policy } from '../../domain/wire/policy.ts';
import type { NoticeStore } from '../notices/notice-store.ts';
import type { ServiceCentreStore } from '../service-centres/centre-store.ts';
import type { AttachmentStore } from './attachment-store.ts';
import type { RowCheckStore } from './row-check-store.ts';
import type { OutcomeStore, SubmissionStore } from './submission-store.ts';

/** A staff member as the platform knows them: the record that an attestation is held against. */
export type StaffRecord = StaffList['staff'][number];

/** What becomes different for somebody on record; null: nothing does, and no new list version is taken. */
export type StaffChange = (record: StaffRecord) => Partial<Omit<StaffRecord, 'staffId'>> | null;

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

/** Who may do what, and what is signed for whom. */
export interface AccountStore {
  /** @returns the terminal whose credential, in force, has this SHA-256, or null */
  findTerminal(credentialDigest: Uint8Array): Promise<KnownTerminal | null>;
  /** @returns the enrolled terminal of this id with its credential in force, or null: who brings a bundle presents none */
  terminalNamed(terminalId: string): Promise<KnownTerminal | null>;
  /** Puts a credential in force for a terminal; all its earlier ones are out of force from then on. */
  enrolTerminal(terminalId: string, credentialDigest: Uint8Array, at: string): Promise<void>;

  /**
   * Adds or replaces staff records by staffId and takes the next staff list version, in one commit. Another PIN hash
   * gets a higher PIN version.
   */
  recordStaff(staff: readonly StaffRecord[], at: string): Promise<number>;
  findStaff(staffId: string): Promise<StaffRecord | null>;
  /** As `recordStaff` for one person, from what is on record; @returns the record afterwards, or null: nobody's */
  changeStaff(staffId: string, change: StaffChange, at: string): Promise<StaffRecord | null>;
  allStaff(): Promise<readonly StaffRecord[]>;
  /** 0 when nobody was ever recorded. */
  staffListVersion(): Promise<number>;
  /** Person key (accept/person-key.ts) of a staff member's own membership; null where it is not known. */
  ownRecordOf(staffId: string): Promise<Uint8Array | null>;
  /** ISO instant at which somebody was deactivated; null for who is active, or was deactivated before this was kept. */
  inactiveSinceOf(staffId: string): Promise<string | null>;
  /** @returns false when there is nobody of this id */
  setOwnRecord(staffId: string, personKey: Uint8Array): Promise<boolean>;

  latestKeyDocument(): Promise<StoredKeyDocument | null>;
  /** Version of the newest key document, 0 when there is none: asked before every use of a key. */
  latestKeyDocumentVersion(): Promise<number>;
  /** @returns false when this version exists already: somebody else was quicker */
  addKeyDocument(document: StoredKeyDocument): Promise<boolean>;

  /** The newest policy that was set here, or null when none was. */
  latestPolicy(): Promise<Policy | null>;
  /** @returns `version-not-newer` when a policy of this version or a later one was set already */
  addPolicy(policy: Policy, at: string): Promise<Result<null, Failure<'version-not-newer' | 'busy'>>>;
}

/** How often something was tried, kept across restarts. */
export interface TryStore {
  /**
   * Counts one more try for every scope, unless one of them is at its limit; the count of a scope starts anew
   * `windowMs` after its first try. One commit, so that tries at the same moment cannot pass together.
   * @returns null when counted; otherwise the milliseconds until the fullest scope starts anew, and nothing is counted
   */
  takeTry(scopes: readonly TryScope[], at: string, windowMs: number): Promise<number | null>;
  /** Gives a try back that turned out to be a good one. */
  giveBackTry(scopes: readonly TryScope[]): Promise<void>;
}

export interface TryScope {
  readonly scope: string;
  readonly most: number;
}

/**
 * What the gateway keeps. SQLite today (`sqlite-store.ts`); PostgreSQL is to implement the same interface and pass the
 * same tests. All methods are asynchronous for that reason; the SQLite store does no `await` inside a transaction
 * (facts/queue.md §1.2). A thrown error is a storage fault: nothing of the call was committed.
 */
export interface Store
  extends
    AccountStore,
    SubmissionStore,
    OutcomeStore,
    AttachmentStore,
    RowCheckStore,
    ServiceCentreStore,
    NoticeStore,
    TryStore {
  close(): void;
}
