import type { Failure, Result } from '../../domain/result.ts';
import type { WaitingReports } from '../../domain/service/status.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { AuditRow } from '../../domain/wire/audit-upload.ts';
import type { Outcome } from '../../domain/wire/contract.ts';
import type { OutcomesPage } from '../../domain/wire/outcomes.ts';
import type { Policy } from '../../domain/wire/policy.ts';
import type { AuditBreak, VerifiedAudit, VerifyOptions } from '../audit/audit-verify.ts';
import type { AttachmentRefusal, NewAttachment, StoredAttachment } from './attachments/attachment.ts';
import type { AttachmentLease } from './attachments/attachment-lease.ts';
import type { AttachmentState } from './attachments/attachment-states.ts';
import type { OpenOptions } from './database/open-database.ts';
import type { StorageFault } from './database/storage-faults.ts';
import type { CaseSide } from './cases/cases.ts';
import type { DraftSide } from './drafts/drafts.ts';
import type { TakenOutSide } from './changes/taken-out.ts';
import type { UsabilitySide } from './usability/usability.ts';
import type { EnqueueRefusal, KeptSubmission } from './keeping/kept.ts';
import type { Acknowledgement, ClaimRequest, Lease, LeaseHold, Release, Settled } from './sending/lease.ts';
import type { SignInSide } from './sign-in/sign-in.ts';
import type { NewSubmission, StoredSubmission } from './submission.ts';
import type { WorkSide } from './work/work.ts';
import type { SubmissionState } from './submission-states.ts';

export interface QueueOptions extends OpenOptions {
  /** Epoch of the reference numbers if the database has to be created; must be one never used by this terminal. */
  readonly freshEpoch?: number;
  /** A lease that nobody settled is taken back after this many milliseconds of uptime. Default ten minutes. */
  readonly leaseFor?: number;
  /** Milliseconds that only grow; for waits and leases. Default: the process's own. */
  readonly uptime?: () => number;
  /** ISO instant of the trusted clock; for display, and for what lapses (`validUntil`). */
  readonly now?: () => string;
  /** Milliseconds of the budget clock (keys/budget-clock.ts), for ages and retention. Default: the process's uptime. */
  readonly budget?: () => number;
  /** Where sealed files lie. Default `<path>.attachments` beside the database. */
  readonly attachmentsFolder?: string;
}

export type QueueCounts = Readonly<Record<SubmissionState, number>> & {
  /** What the platform has not acknowledged and nobody has to look at: kept and sending. */
  readonly pending: number;
  /** Written to a drive and not confirmed by a receipt yet. */
  readonly exported: number;
  readonly attachments: Readonly<Record<AttachmentState, number>>;
};

export interface QueueStatus {
  readonly pending: number;
  readonly parked: number;
  readonly exported: number;
  /** Files without a receipt. */
  readonly attachments: number;
  readonly reports: WaitingReports;
  /** Budget clock at which the oldest pending submission was kept; null when nothing is pending. */
  readonly oldestPendingBudget: number | null;
  /** ISO instant; null: never. */
  readonly lastContact: string | null;
}

/** A submission as it goes onto a drive. */
export interface PendingSubmission {
  readonly sequence: number;
  readonly id: string;
  readonly envelope: Lease['envelope'];
  readonly sealed: Uint8Array;
}

/** What an outcome changed, for telling the screens. */
export interface AppliedOutcome {
  readonly id: string;
  readonly reference: string;
  readonly state: SubmissionState;
  readonly outcome: Outcome;
  readonly receivedAt: string | null;
}

export interface AppliedPage {
  readonly applied: readonly AppliedOutcome[];
  /** What the next page is asked after. */
  readonly cursor: number;
}

/** Who acted, for the audit; without it, the system did. */
export interface ByStaff {
  readonly staffId: string;
}

/**
 * The durable queue of one terminal. Every call that changes something has reached the disk when it returns ok, and
 * has changed nothing when it does not. Nothing here waits for anything but the disk.
 */
export interface Queue
  extends
    Keeping,
    Sending,
    PlatformSide,
    Transfer,
    StaffSide,
    AttachmentSide,
    SignInSide,
    Retention,
    Reading,
    AuditSide,
    DraftSide,
    TakenOutSide,
    UsabilitySide,
    WorkSide,
    CaseSide {
  /** How many leases of an earlier process were taken back when this one opened. */
  readonly recovered: number;
  /** Epoch of the reference numbers given out. */
  readonly epoch: number;
  /** True when the database was created by this opening. */
  readonly fresh: boolean;
  /** Random id of the database; the audit chain begins with it. */
  readonly databaseId: string;
  close(): void;
}

export interface Keeping {
  /**
   * Keeps a sealed submission, its audit entry, its reference number and (where they are given) its files in one
   * transaction. Idempotent by id.
   */
  enqueue(
    submission: NewSubmission,
    limits?: Policy['attachments'],
  ): Result<KeptSubmission, Failure<EnqueueRefusal | AttachmentRefusal | StorageFault>>;
  /** The next reference number. It is never given again, used or not. */
  takeReference(terminalId: string): Result<string, Failure<StorageFault>>;
  /** The next reference number and place in the order, for an envelope that is made before it is kept. */
  reserve(
    terminalId: string,
  ): Result<{ readonly reference: string; readonly sequence: number }, Failure<StorageFault>>;
  /**
   * Keeps a withdrawal and, in the same transaction, takes what it withdraws out of the line when that has never left
   * this machine (`withdrawn: true`). Otherwise, or when it is none of ours, the platform judges.
   * @returns `not-cancellable` when what is withdrawn has come to its end here; nothing is kept then
   */
  cancelKept(
    id: string,
    cancellation: NewSubmission,
  ): Result<
    KeptSubmission & { readonly withdrawn: boolean },
    Failure<EnqueueRefusal | 'not-cancellable' | StorageFault>
  >;
}

export interface Sending {
  /**
   * Leases up to `limit` submissions that may be sent now, in one commit: by priority, then in the order kept; the
   * first of each lane only, since the platform answers every item of a batch by itself. Never one that has lapsed.
   */
  claim(request: ClaimRequest): Result<readonly Lease[], Failure<StorageFault>>;
  /** Stores a receipt *that the caller has verified*, and the outcome if it came along. */
  acknowledge(
    lease: LeaseHold,
    receipt: string,
    receivedAt: string,
    outcome?: Outcome | null,
  ): Result<null, Failure<'lease-lost' | StorageFault>>;
  /** Many in one commit; one whose lease is lost changes nothing and holds up none of the others. In the order given. */
  acknowledgeAll(
    acknowledgements: readonly Acknowledgement[],
  ): Result<readonly Settled[], Failure<StorageFault>>;
  release(
    lease: LeaseHold,
    options: Omit<Release, 'lease'>,
  ): Result<null, Failure<'lease-lost' | StorageFault>>;
  releaseAll(releases: readonly Release[]): Result<readonly Settled[], Failure<StorageFault>>;
  /** Sets aside what the platform refuses, with a code (`payload-invalid`) as reason; it holds up its own lane only. */
  park(lease: LeaseHold, reason: string): Result<null, Failure<'lease-lost' | 'not-a-code' | StorageFault>>;
  /** Everything whose `validUntil` has passed by `now()` and that is not being sent: out of the line, for good. */
  expireDue(): Result<readonly { readonly id: string; readonly reference: string }[], Failure<StorageFault>>;
  /** Takes back every lease, whoever holds it, and ends every wait; done once at opening. */
  recover(): Result<number, Failure<StorageFault>>;
}

export interface PlatformSide {
  /** The platform's outcome for one received submission, out of turn. */
  settle(id: string, outcome: Outcome): Result<null, Failure<'not-received' | StorageFault>>;
  /**
   * A page of outcomes *whose signature the caller has verified*, in one commit. Idempotent; unknown ids and changes
   * that are not legal are passed over. Stops before an outcome of something that is still pending here, so that the
   * cursor never runs ahead of a receipt that is under way.
   */
  applyOutcomes(
    page: Pick<OutcomesPage, 'after' | 'outcomes'>,
  ): Result<AppliedPage, Failure<'cursor-differs' | StorageFault>>;
  outcomesCursor(): Result<number, Failure<StorageFault>>;
  /** The platform answered, and it was the platform. On disk once a minute at most. */
  noteContact(at: string): void;
}

export interface Transfer {
  /** Kept or being sent, in the order kept. `after`: a sequence. Damaged rows are left out. */
  listPending(options: {
    readonly after?: number;
    readonly limit: number;
  }): Result<readonly PendingSubmission[], Failure<StorageFault>>;
  /**
   * They stay pending and are still sent. Gives how many of them are ours and open.
   * @param reportsUpTo the newest day whose report is in the bundle; 0: none is
   */
  markExported(
    ids: readonly string[],
    bundleId: string,
    reportsUpTo?: number,
  ): Result<number, Failure<StorageFault>>;
  /** A verified receipt that came by drive: as `acknowledge`, whoever is sending it. `known`: there was one already. */
  takeImported(
    id: string,
    receipt: string,
    receivedAt: string,
    outcome: Outcome | null,
  ): Result<'taken' | 'known', Failure<'submission-unknown' | StorageFault>>;
  /** The import refused it: parked when kept; `known` when it is anything else. */
  refuseImported(
    id: string,
    code: string,
  ): Result<'parked' | 'known', Failure<'submission-unknown' | 'not-a-code' | StorageFault>>;
  takeImportedAttachment(
    id: string,
    receipt: string,
    receivedAt: string,
  ): Result<'taken' | 'known', Failure<'attachment-unknown' | StorageFault>>;
}

export interface StaffSide {
  /** Sets aside something kept, before it is sent. */
  parkKept(id: string, reason: string): Result<null, Failure<'not-kept' | 'not-a-code' | StorageFault>>;
  /** Back from parked to kept. */
  unpark(id: string, by?: ByStaff): Result<null, Failure<'not-parked' | StorageFault>>;
  /** Everything parked for this reason, after the platform was mended. Gives how many. */
  unparkAll(reason: string, by?: ByStaff): Result<number, Failure<StorageFault>>;
  /** Ends the wait for the next attempt: of one, or of all. Gives how many waited. */
  retryNow(id?: string): Result<number, Failure<StorageFault>>;
}

export interface AttachmentSide {
  /**
   * Keeps one file of a submission that is here already and mentions it. The file and its folder are synced before
   * there is a row. Idempotent by id.
   */
  keepAttachment(
    attachment: NewAttachment,
    limits?: Policy['attachments'],
    by?: ByStaff,
  ): Result<null, Failure<AttachmentRefusal | 'submission-unknown' | StorageFault>>;
  /** The next file whose submission the platform has: the one that was claimed longest ago, so that all get on. */
  claimAttachment(request: { readonly owner: string }): Result<AttachmentLease | null, Failure<StorageFault>>;
  /** One chunk, compared with its digest. `null`: no such file or chunk here. */
  readChunk(
    id: string,
    index: number,
  ): Result<Uint8Array | null, Failure<'file-missing' | 'file-damaged' | StorageFault>>;
  releaseAttachment(
    lease: LeaseHold,
    options: Omit<Release, 'lease'>,
  ): Result<null, Failure<'lease-lost' | StorageFault>>;
  acknowledgeAttachment(
    lease: LeaseHold,
    receipt: string,
    receivedAt: string,
  ): Result<null, Failure<'lease-lost' | StorageFault>>;
  parkAttachment(
    lease: LeaseHold,
    reason: string,
  ): Result<null, Failure<'lease-lost' | 'not-a-code' | StorageFault>>;
  unparkAttachment(id: string, by?: ByStaff): Result<null, Failure<'not-parked' | StorageFault>>;
  attachmentsOf(submissionId: string): Result<readonly StoredAttachment[], Failure<StorageFault>>;
  /** Files without a receipt, in the order of their submissions. `after`: an id. */
  listPendingAttachments(options: {
    readonly after?: string;
    readonly limit: number;
  }): Result<readonly StoredAttachment[], Failure<StorageFault>>;
}

export interface Retention {
  /**
   * Removes what has a verified receipt (its files, too) and was received longer ago than the policy says, by the
   * budget clock; a withdrawn one when its withdrawal has been received. Bytes are overwritten, here and in the files.
   */
  purge(
    policy: Policy['retention'],
  ): Result<{ readonly submissions: number; readonly attachments: number }, Failure<StorageFault>>;
  /**
   * Files without a row are removed when they are older than this opening; rows without a file are parked as
   * `file-missing`.
   */
  sweep(): Result<
    { readonly filesWithoutRow: number; readonly rowsWithoutFile: number },
    Failure<StorageFault>
  >;
}

export interface Reading {
  get(id: string): Result<StoredSubmission | null, Failure<StorageFault>>;
  byReference(reference: string): Result<StoredSubmission | null, Failure<StorageFault>>;
  sealedOf(id: string): Result<Uint8Array | null, Failure<StorageFault>>;
  /** In the order kept. `after`: a sequence to go on from. */
  list(options?: {
    readonly after?: number;
    readonly limit?: number;
    readonly state?: SubmissionState;
  }): Result<readonly StoredSubmission[], Failure<StorageFault>>;
  /** From counters kept by the database, never by counting rows. */
  counts(): Result<QueueCounts, Failure<StorageFault>>;
  /** What the staff screens show; cheap however much is stored. */
  status(): Result<QueueStatus, Failure<StorageFault>>;
}

export interface AuditSide {
  readonly audit: {
    append(entry: AuditEntry): Result<null, Failure<'audit-refused' | StorageFault>>;
    /**
     * As `append`, but an entry that holds more than its event may is written without what it says
     * (`code: entry-refused`), so that the event is not lost. Refuses only what is no event at all.
     */
    record(entry: unknown): Result<'whole' | 'bare', Failure<'audit-refused' | StorageFault>>;
  };
  /** Reads every row; names the first number that does not fit and what happened to it. */
  verifyAudit(
    options?: VerifyOptions,
  ): Result<VerifiedAudit, Failure<'audit-broken' | StorageFault> & { readonly what?: AuditBreak }>;
  /** Rows after `number`, as they are uploaded. `head`: the number of the newest. */
  auditSince(
    number: number,
    limit: number,
  ): Result<
    { readonly databaseId: string; readonly rows: readonly AuditRow[]; readonly head: number },
    Failure<StorageFault>
  >;
  /** Up to which number the platform holds the chain. */
  auditAcknowledged(): Result<number, Failure<StorageFault>>;
  /** @param acknowledgement compact JWS that the caller has verified. Never goes back. */
  noteAuditAcknowledged(number: number, acknowledgement: string): Result<null, Failure<StorageFault>>;
}
