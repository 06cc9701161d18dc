/**
 * The life of a submission. Nothing leaves for `received` without a receipt, and nothing with a receipt goes back.
 *
 * - `kept`: on this machine; `sending`: leased to a sender; `parked`: the platform refused the bytes, or staff or the
 *   disk set it aside, and someone has to look. These three are *open*: they hold up what came after them in their lane.
 * - `received`: the platform's receipt was verified; `accepted`, `rejected`, `needs-correction`, `superseded`,
 *   `cancelled`: what the platform made of it.
 * - `cancelled` without a receipt: withdrawn before it ever left; `expired`: its time was over before it was received.
 *   A receipt that comes by drive shows that it did arrive in time.
 */
export const SUBMISSION_STATES = [
  'kept',
  'sending',
  'received',
  'accepted',
  'rejected',
  'needs-correction',
  'superseded',
  'cancelled',
  'parked',
  'expired',
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** What the platform makes of it; a receipt may bring it along, and then both are stored in one change. */
const DECIDED_STATES = [
  'accepted',
  'rejected',
  'needs-correction',
  'superseded',
  'cancelled',
] as const satisfies readonly SubmissionState[];

/** The one table of legal changes; the database's triggers are made from it (`database/guards.ts`). */
export const LEGAL_CHANGES: Readonly<Record<SubmissionState, readonly SubmissionState[]>> = {
  kept: ['sending', 'expired', 'cancelled', 'received', 'parked'],
  sending: ['kept', 'parked', 'received', ...DECIDED_STATES],
  received: DECIDED_STATES,
  accepted: ['superseded'],
  rejected: [],
  'needs-correction': ['accepted', 'rejected', 'superseded', 'cancelled'],
  superseded: [],
  cancelled: [],
  parked: ['kept', 'received', 'cancelled'],
  expired: ['received'],
};

/** What the platform has not acknowledged and nobody has to look at. */
export const PENDING_STATES = ['kept', 'sending'] as const satisfies readonly SubmissionState[];

/** A submission begins here. */
export const FIRST_STATE: SubmissionState = 'kept';

export function isLegalChange(from: SubmissionState, to: SubmissionState): boolean {
  return LEGAL_CHANGES[from].includes(to);
}
