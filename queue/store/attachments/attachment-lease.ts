import type { AttachmentManifest } from '../../../domain/wire/attachment.ts';
import type { LeaseHold } from '../sending/lease.ts';

/** The right to send one file; as `Lease` (../lease.ts). */
export interface AttachmentLease extends LeaseHold {
  readonly owner: string;
  readonly submissionId: string;
  readonly manifest: AttachmentManifest;
  /** Of the sealed file. */
  readonly path: string;
  readonly attempts: number;
}
