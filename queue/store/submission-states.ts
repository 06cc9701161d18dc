/**
 * The life of a submission. `kept`: on this machine; `sending`: leased to a sender; `received`: the platform's
 * receipt was verified; `accepted`, `rejected`: the platform's outcome; `parked`: the platform refused the bytes and
 * someone has to look. Nothing leaves for `received` without a receipt.
 */
export const SUBMISSION_STATES = ['kept', 'sending', 'received', 'accepted', 'rejected', 'parked'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** The one table of legal changes; the database's triggers are made from it (`guards.ts`). */
export const LEGAL_CHANGES: Readonly<Record<SubmissionState, readonly SubmissionState[]>> = {
  kept: ['sending'],
  sending: ['kept', 'received', 'parked'],
  received: ['accepted', 'rejected'],
  accepted: [],
  rejected: [],
  parked: ['kept'],
};

/** A submission begins here. */
export const FIRST_STATE: SubmissionState = 'kept';

export function isLegalChange(from: SubmissionState, to: SubmissionState): boolean {
  return LEGAL_CHANGES[from].includes(to);
}
