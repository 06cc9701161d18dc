import type { OutcomeCode } from '../../../codes.ts';
import type { InstructionPayload } from '../../../catalogue/instruction.ts';
import type { CancellationPayload } from '../../../kinds/cancellation.ts';
import type { FeedbackPayload } from '../../../kinds/feedback.ts';
import type { InstructionKind } from '../../../kinds/kinds.ts';
import type { RegistrationPayload } from '../../../registration/payload.ts';

/** A confirmed draft on its way into the queue. `id` is the idempotency key: the same id submitted twice is one submission. */
export type SubmitRequest = {
  /** UUIDv7, made once when the member reaches the declaration. */
  readonly id: string;
  /** Code of the slip that this was taken up with; what was put aside is over once this is kept. */
  readonly takenUp?: string;
  /** Id of the submission that this one corrects. */
  readonly supersedes?: string;
  /** Ids of files that travel with it; the port holds their bytes. */
  readonly files?: readonly string[];
} & (
  | { readonly kind: 'member-registration'; readonly payload: RegistrationPayload }
  | { readonly kind: 'cancellation'; readonly payload: CancellationPayload }
  | { readonly kind: 'feedback'; readonly payload: FeedbackPayload }
  | { readonly kind: InstructionKind; readonly payload: InstructionPayload }
);

/** A file on its way into the queue, beside its submission. */
export interface SubmitFile {
  /** UUIDv7; also the idempotency key. */
  readonly id: string;
  readonly mediaType: 'text/csv';
  readonly bytes: Uint8Array;
}

export interface Kept {
  readonly id: string;
  /** The reference number told to the member (reference.ts). */
  readonly reference: string;
  /** ISO instant at which it was durable on this machine. */
  readonly keptAt: string;
}

export const ITEM_STATES = [
  'kept',
  'received',
  'accepted',
  'rejected',
  'needs-correction',
  'superseded',
  'cancelled',
  'parked',
  'expired',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export interface Correction {
  /** Id of the submission to be superseded. */
  readonly id: string;
  readonly code: OutcomeCode;
  readonly payload: RegistrationPayload;
}
