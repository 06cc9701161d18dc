import { randomUUID } from 'node:crypto';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { AuditEntry } from '../../domain/terminal/ports.ts';
import type { Outcome } from '../../domain/wire/contract.ts';
import type { AuditPlace } from '../audit/audit-chain.ts';
import { isAuditCode, parseAuditEntry } from '../audit/audit-entry.ts';
import type { Connection } from './database/connection.ts';
import {
  openDatabase,
  openFailure,
  type OpenFault,
  type OpenOptions,
  reopenConnection,
} from './database/open-database.ts';
import type { StorageFault } from './database/storage-faults.ts';
import {
  type EnqueueRefusal,
  epochOf,
  examineSubmission,
  insertSubmission,
  type KeptSubmission,
  take,
  takeReference,
} from './enqueue.ts';
import {
  acknowledgeLease,
  type ClaimRequest,
  claimReady,
  type Lease,
  type LeaseHold,
  type Moment,
  parkLease,
  releaseLease,
  settleReceived,
} from './leases.ts';
import { createStore, type Session, startSession } from './session.ts';
import type { NewSubmission, StoredSubmission } from './submission.ts';
import { storedSubmission } from './submission.ts';
import { SUBMISSION_STATES, type SubmissionState } from './submission-states.ts';

export interface QueueOptions extends OpenOptions {
  /** Epoch of the reference numbers if the database has to be created; must be one never used by this terminal. */
  readonly freshEpoch?: number;
  /** A lease that nobody settled is taken back after this many milliseconds of uptime. Default ten minutes. */
  readonly leaseFor?: number;
  /** Milliseconds that only grow; for waits and leases. Default: the process's own. */
  readonly uptime?: () => number;
  /** ISO instant of the wall clock; for display only. */
  readonly now?: () => string;
}

export type QueueCounts = Readonly<Record<SubmissionState, number>> & {
  /** What the platform has not acknowledged and nobody has to look at: kept and sending. */
  readonly pending: number;
};

interface ReleaseOptions {
  /** Milliseconds of uptime before it may be claimed again. A restart resets the wait. */
  readonly retryAfter: number;
  /** The lease was given back without an attempt; it is not counted. */
  readonly untried?: boolean;
}

/**
 * The durable queue of one terminal. Every call that changes something has reached the disk when it returns ok, and
 * has changed nothing when it does not. Nothing here waits for anything but the disk.
 */
export interface Queue {
  /** How many leases of an earlier process were taken back when this one opened. */
  readonly recovered: number;
  /** Epoch of the reference numbers given out. */
  readonly epoch: number;
  /** True when the database was created by this opening. */
  readonly fresh: boolean;
  /** Keeps a sealed submission, its audit entry and its reference number in one transaction. Idempotent by id. */
  enqueue(submission: NewSubmission): Result<KeptSubmission, Failure<EnqueueRefusal | StorageFault>>;
  /** The next reference number. It is never given again, used or not. */
  takeReference(terminalId: string): Result<string, Failure<StorageFault>>;
  /** The next reference number and place in the order, for an envelope that is made before it is kept. */
  reserve(
    terminalId: string,
  ): Result<{ readonly reference: string; readonly sequence: number }, Failure<StorageFault>>;
  /** Leases up to `limit` submissions that may be sent now: by priority, then in the order kept; one per lane. */
  claim(request: ClaimRequest): Result<readonly Lease[], Failure<StorageFault>>;
  /** Stores a receipt *that the caller has verified*, and the outcome if it came along. */
  acknowledge(
    lease: LeaseHold,
    receipt: string,
    receivedAt: string,
    outcome?: Outcome | null,
  ): Result<null, Failure<'lease-lost' | StorageFault>>;
  /** The platform's outcome for a received submission. */
  settle(id: string, outcome: Outcome): Result<null, Failure<'not-received' | StorageFault>>;
  release(lease: LeaseHold, options: ReleaseOptions): Result<null, Failure<'lease-lost' | StorageFault>>;
  /** Sets aside what the platform refuses, with a code (`payload-invalid`) as reason; it holds up its own lane only. */
  park(lease: LeaseHold, reason: string): Result<null, Failure<'lease-lost' | 'not-a-code' | StorageFault>>;
  /** Back from parked to kept. */
  unpark(id: string): Result<null, Failure<'not-parked' | StorageFault>>;
  get(id: string): Result<StoredSubmission | null, Failure<StorageFault>>;
  sealedOf(id: string): Result<Uint8Array | null, Failure<StorageFault>>;
  /** In the order kept. `after`: a sequence to go on from. */
  list(options?: {
    readonly after?: number;
    readonly limit?: number;
  }): Result<readonly StoredSubmission[], Failure<StorageFault>>;
  /** From counters kept by the database, never by counting rows. */
  counts(): Result<QueueCounts, Failure<StorageFault>>;
  readonly audit: {
    append(entry: AuditEntry): Result<null, Failure<'audit-refused' | StorageFault>>;
  };
  verifyAudit(): Result<
    { readonly entries: number; readonly head: string },
    Failure<'audit-broken' | StorageFault>
  >;
  /** Takes back every lease, whoever holds it; done once at opening. */
  recover(): Result<number, Failure<StorageFault>>;
  close(): void;
}

const LEASE_FOR_MS = 10 * 60_000;
const NO_LIMIT = -1;

/**
 * Opens (or creates) the queue in one file. Usable from plain Node ≥ 22.14 with nothing but a path.
 *
 * @returns the queue; or why the terminal must stay out of service: `database-locked` (another process has it),
 * `database-newer`, `database-damaged` (left as it was found), `database-not-durable`, `disk-full`, `storage-fault`
 */
export function openQueue(path: string, options: QueueOptions = {}): Result<Queue, Failure<OpenFault>> {
  const opened = openDatabase(path, options);
  if (!opened.ok) return opened;
  const { connection, lock, fresh } = opened.value;
  const clock = {
    uptime: options.uptime ?? (() => performance.now()),
    now: options.now ?? (() => new Date().toISOString()),
  };
  const start = clock.uptime();
  const uptime = () => Math.max(0, Math.floor(clock.uptime() - start));
  try {
    const begun = beginOpening(connection, fresh, options.freshEpoch ?? null, clock.now());
    const reopen = () => reopenConnection(path, options);
    const store = createStore(connection, begun.databaseId, reopen);
    const leaseFor = options.leaseFor ?? LEASE_FOR_MS;
    const moment = (wait = 0): Moment => ({ opening: begun.opening, uptime: uptime() + Math.ceil(wait) });
    const place = (): AuditPlace => ({ at: clock.now(), ...moment() });

    return ok({
      recovered: begun.recovered,
      epoch: begun.epoch,
      fresh,

      enqueue(submission) {
        const examined = examineSubmission(submission);
        if (!examined.ok) return examined;
        const envelope = examined.value;
        return store.write<KeptSubmission, EnqueueRefusal>(
          (session) => insertSubmission(session, envelope, submission.sealed, place()),
          (session) => {
            const row = session.statements.byId.get(envelope.id);
            if (row === undefined || row.digest !== envelope.digest) return null;
            return { id: row.id, reference: row.reference, keptAt: row.kept_at, sequence: row.sequence };
          },
        );
      },
      takeReference: (terminalId) => store.write((session) => ok(takeReference(session, terminalId))),
      reserve: (terminalId) =>
        store.write((session) =>
          ok({ reference: takeReference(session, terminalId), sequence: take(session, 'sequence') }),
        ),
      claim: (request) =>
        store.write((session) => ok(claimReady(session, request, moment(), leaseFor, place()))),
      acknowledge: (lease, receipt, receivedAt, outcome = null) =>
        store.write((session) => acknowledgeLease(session, lease, receipt, receivedAt, outcome, place())),
      settle: (id, outcome) => store.write((session) => settleReceived(session, id, outcome)),
      release: (lease, { retryAfter, untried }) =>
        store.write((session) => releaseLease(session, lease, moment(retryAfter), untried ?? false)),
      park(lease, reason) {
        // The reason is audited, and so must not be able to hold anything about a person.
        if (!isAuditCode(reason)) return fail('not-a-code');
        return store.write((session) => parkLease(session, lease, reason, place()));
      },
      unpark: (id) =>
        store.write((session) =>
          session.statements.unpark.run(id).changes === 1 ? ok(null) : fail('not-parked'),
        ),
      get: (id) => store.read((session) => submissionOf(session, id)),
      sealedOf: (id) => store.read((session) => session.statements.sealedOf.get(id)?.sealed ?? null),
      list: ({ after = 0, limit = NO_LIMIT } = {}) =>
        store.read((session) => session.statements.list.all(after, limit).map(storedSubmission)),
      counts: () => store.read(readCounts),
      audit: {
        append(entry) {
          const parsed = parseAuditEntry(entry);
          if (!parsed.ok) return parsed;
          return store.write((session) => {
            session.audit.append(parsed.value, place());
            return ok(null);
          });
        },
      },
      verifyAudit() {
        const verified = store.read((session) => session.audit.verify());
        return verified.ok ? verified.value : verified;
      },
      recover: () => store.write((session) => ok(session.statements.takeBackAll.run().changes)),
      close() {
        store.close();
        lock.release();
      },
    });
  } catch (error) {
    connection.close();
    lock.release();
    return openFailure(error);
  }
}

interface Opening {
  readonly databaseId: string;
  readonly opening: number;
  readonly epoch: number;
  readonly recovered: number;
}

/** One transaction: a new opening, with every lease of the earlier ones taken back. */
function beginOpening(
  connection: Connection,
  fresh: boolean,
  freshEpoch: number | null,
  at: string,
): Opening {
  return connection
    .transaction(() => {
      connection
        .prepare(`INSERT INTO facts (name, value) VALUES ('database-id', ?) ON CONFLICT DO NOTHING`)
        .run(randomUUID());
      const row = connection
        .prepare<[], { value: string }>(`SELECT value FROM facts WHERE name = 'database-id'`)
        .get();
      const databaseId = row?.value ?? '';
      const session = startSession(connection, databaseId);
      if (fresh && freshEpoch !== null) session.statements.setCounter.run(freshEpoch, 'epoch');
      const opening = take(session, 'opening');
      const recovered = session.statements.takeBackAll.run().changes;
      if (recovered > 0) {
        const detail = { released: recovered };
        session.audit.append(
          { event: 'queue.recovered', actor: 'system', detail },
          { at, opening, uptime: 0 },
        );
      }
      return { databaseId, opening, epoch: epochOf(session), recovered };
    })
    .immediate();
}

function submissionOf(session: Session, id: string): StoredSubmission | null {
  const row = session.statements.byId.get(id);
  return row === undefined ? null : storedSubmission(row);
}

function readCounts(session: Session): QueueCounts {
  const found = new Map(session.statements.stateCounts.all().map((row) => [row.name, row.value]));
  const of = (state: SubmissionState): number => found.get(`state:${state}`) ?? 0;
  const [kept, sending, received, accepted, rejected, parked] = SUBMISSION_STATES.map(of);
  if (kept === undefined || sending === undefined || received === undefined)
    throw new Error('counters are missing');
  if (accepted === undefined || rejected === undefined || parked === undefined)
    throw new Error('counters are missing');
  return { kept, sending, received, accepted, rejected, parked, pending: kept + sending };
}
