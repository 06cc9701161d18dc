import type { AssuranceLevel } from '../assurance.ts';

/** What members and employers leave besides a registration; each has a definition in domain/catalogue. */
export const INSTRUCTION_KINDS = [
  'employer-registration',
  'scheme-enrolment',
  'fund-switch',
  'mandate-change',
  'transfer',
  'benefit-withdrawal',
  'offsetting-claim',
  'employer-rules',
  'employer-remittance',
  'self-employed-contribution',
  'voluntary-contribution',
  'particulars-change',
  'contribution-enquiry',
  'visit-request',
  'call-back',
  'complaint',
] as const;
export type InstructionKind = (typeof INSTRUCTION_KINDS)[number];

/** Every kind of submission; part of the wire contract. */
export const SUBMISSION_KINDS = [
  'member-registration',
  'cancellation',
  'feedback',
  ...INSTRUCTION_KINDS,
] as const;
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
  /**
   * The least level of identification (DESIGN.md, *Assurance*; facts/domain.md §2.2). A withdrawal of something left
   * before needs the level of what it withdraws (`withdrawalAssurance`), and none of its own; changes of contact or bank and payments out need the highest.
   */
  readonly assurance: AssuranceLevel;
}

/** A day in which an instruction that moves money must have arrived: later, a newer one may have been given elsewhere. */
const ONE_DAY = 24;

/**
 * Registrations and instructions go before feedback. A registration never lapses: it changes no money and the platform
 * refuses a second one. A withdrawal ("cancellation") is for what was left before and must not be lost either. What
 * moves money is never kept offline, and lapses soon where the network goes while it is being sent.
 */
export const KIND_FACTS: Readonly<Record<SubmissionKind, KindFacts>> = {
  'member-registration': { offline: 'keep', validForHours: null, priority: 10, assurance: 2 },
  cancellation: { offline: 'keep', validForHours: null, priority: 10, assurance: 0 },
  feedback: { offline: 'keep', validForHours: 30 * 24, priority: 50, assurance: 0 },
  'employer-registration': { offline: 'keep', validForHours: null, priority: 10, assurance: 2 },
  'scheme-enrolment': { offline: 'keep', validForHours: 30 * 24, priority: 10, assurance: 2 },
  'fund-switch': { offline: 'prepare', validForHours: ONE_DAY, priority: 5, assurance: 2 },
  'mandate-change': { offline: 'prepare', validForHours: ONE_DAY, priority: 5, assurance: 2 },
  transfer: { offline: 'prepare', validForHours: ONE_DAY, priority: 10, assurance: 2 },
  'benefit-withdrawal': { offline: 'prepare', validForHours: ONE_DAY, priority: 10, assurance: 3 },
  'offsetting-claim': { offline: 'prepare', validForHours: ONE_DAY, priority: 10, assurance: 2 },
  'employer-rules': { offline: 'prepare', validForHours: ONE_DAY, priority: 5, assurance: 2 },
  'employer-remittance': { offline: 'prepare', validForHours: ONE_DAY, priority: 5, assurance: 2 },
  'self-employed-contribution': { offline: 'prepare', validForHours: ONE_DAY, priority: 10, assurance: 2 },
  'voluntary-contribution': { offline: 'prepare', validForHours: ONE_DAY, priority: 10, assurance: 2 },
  'particulars-change': { offline: 'prepare', validForHours: ONE_DAY, priority: 10, assurance: 3 },
  'contribution-enquiry': { offline: 'keep', validForHours: 30 * 24, priority: 30, assurance: 1 },
  'visit-request': { offline: 'keep', validForHours: 30 * 24, priority: 40, assurance: 0 },
  'call-back': { offline: 'keep', validForHours: 7 * 24, priority: 30, assurance: 0 },
  complaint: { offline: 'keep', validForHours: null, priority: 30, assurance: 0 },
};

/**
 * Money out of the MPF is never paid on what two of the staff saw: iAM Smart, or the original at a service centre
 * (DESIGN.md, *Assurance*; ADR 0036).
 */
const SIGN_IN_ONLY: readonly SubmissionKind[] = ['benefit-withdrawal'];

/** Whether a second, different person of the staff brings this to level 3. */
export function countsSecond(kind: SubmissionKind, atServiceCentre: boolean): boolean {
  return atServiceCentre || !SIGN_IN_ONLY.includes(kind);
}

/**
 * The least level at which something left before is withdrawn: its own (DESIGN.md, *What may be kept while offline*).
 * @param kind of what is withdrawn; null where it is not known, and then, as for a withdrawal itself, which has no level of
 *   its own, that of a registration
 */
export function withdrawalAssurance(kind: SubmissionKind | null): AssuranceLevel {
  return KIND_FACTS[kind === null || kind === 'cancellation' ? 'member-registration' : kind].assurance;
}

/**
 * The instant after which a submission of this kind is neither sent nor taken, or null.
 * @param capturedAt ISO instant
 */
export function validUntilOf(kind: SubmissionKind, capturedAt: string): string | null {
  const { validForHours } = KIND_FACTS[kind];
  if (validForHours === null) return null;
  return new Date(Date.parse(capturedAt) + validForHours * 3_600_000).toISOString();
}
