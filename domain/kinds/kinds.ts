/** Every kind of submission; part of the wire contract. */
export const SUBMISSION_KINDS = ['member-registration', 'cancellation', 'feedback'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

/** DESIGN.md, *What may be kept while offline*. */
type OfflineRule = 'keep' | 'prepare' | 'refuse';

export interface KindFacts {
  /** What happens to it while the platform cannot be reached. */
  readonly offline: OfflineRule;
  /** Hours after capture in which it may be sent; null: it never lapses. */
  readonly validForHours: number | null;
  /** What goes first; smaller is earlier. Order within a lane does not depend on it. */
  readonly priority: number;
}

/**
 * Registrations and instructions go before feedback. A registration never lapses: it changes no money and the platform
 * refuses a second one. A withdrawal ("cancellation") is for what was left before and must not be lost either.
 */
export const KIND_FACTS: Readonly<Record<SubmissionKind, KindFacts>> = {
  'member-registration': { offline: 'keep', validForHours: null, priority: 10 },
  cancellation: { offline: 'keep', validForHours: null, priority: 10 },
  feedback: { offline: 'keep', validForHours: 30 * 24, priority: 50 },
};

/**
 * The instant after which a submission of this kind is neither sent nor taken, or null.
 * @param capturedAt ISO instant
 */
export function validUntilOf(kind: SubmissionKind, capturedAt: string): string | null {
  const { validForHours } = KIND_FACTS[kind];
  if (validForHours === null) return null;
  return new Date(Date.parse(capturedAt) + validForHours * 3_600_000).toISOString();
}
