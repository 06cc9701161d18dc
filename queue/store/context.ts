import type { AuditPlace } from '../audit/audit-chain.ts';
import type { AttachmentFiles } from './attachments/attachment-files.ts';
import type { Store } from './session/session.ts';

/** One moment, by every clock that counts; taken once per call. */
export interface Now {
  /** For the audit; its `at` is also what `validUntil` is compared with. */
  readonly place: AuditPlace;
  /** Whole milliseconds since this opening of the database; never the wall clock. */
  readonly uptime: number;
  /** Whole milliseconds of the budget clock. */
  readonly budget: number;
}

/** What the parts of the queue share. */
export interface Context {
  readonly store: Store;
  readonly files: AttachmentFiles;
  readonly now: () => Now;
  /** A lease is taken back after so many milliseconds of uptime. */
  readonly leaseFor: number;
  /** A fencing token: greater than every one ever given by this database. */
  readonly nextToken: () => number;
}
