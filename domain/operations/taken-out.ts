/** Why staff keep visits from beginning; message `taken-out.<reason>`, which members read. */
export const TAKEN_OUT_REASONS = ['maintenance', 'repair', 'closed', 'staff-away'] as const;
export type TakenOutReason = (typeof TAKEN_OUT_REASONS)[number];

export interface TakenOut {
  readonly reason: TakenOutReason;
  /** ISO instant. */
  readonly at: string;
}
