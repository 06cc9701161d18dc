import {
  type AssuranceLevel,
  assuranceOf,
  type IdentificationEvidence,
  withoutSecond,
} from '../assurance.ts';
import { countsSecond, KIND_FACTS, type SubmissionKind } from '../kinds/kinds.ts';

/** What one of the staff can give; more takes iAM Smart, which needs the network, or a supervisor besides. */
export const ASSURANCE_BY_STAFF: AssuranceLevel = 2;
const ASSURANCE_BY_IAM_SMART: AssuranceLevel = 3;

export interface Ending {
  readonly how: 'submit' | 'keep' | 'prepare';
  /** Why it is only prepared; null otherwise. */
  readonly why: 'offline' | 'assurance' | null;
}

/**
 * What the end of an instruction will be, if it ended now (DESIGN.md, *What may be kept while offline*, *Assurance*).
 * @param reachable the level that can be reached where the member stands
 */
export function endingOf(
  kind: SubmissionKind,
  online: boolean,
  reachable: AssuranceLevel = online ? ASSURANCE_BY_IAM_SMART : ASSURANCE_BY_STAFF,
): Ending {
  const { assurance, offline } = KIND_FACTS[kind];
  if (!online && offline !== 'keep') return { how: 'prepare', why: 'offline' };
  if (assurance > reachable) return { how: 'prepare', why: 'assurance' };
  return { how: online ? 'submit' : 'keep', why: null };
}

/** What counts of evidence for a kind: for some, a second person of the staff adds nothing outside a service centre. */
export function countedFor(
  kind: SubmissionKind,
  evidence: IdentificationEvidence,
  atServiceCentre: boolean,
): IdentificationEvidence {
  return countsSecond(kind, atServiceCentre) ? evidence : withoutSecond(evidence);
}

/** What evidence gives for a kind, where it was given. */
export function assuranceFor(
  kind: SubmissionKind,
  evidence: IdentificationEvidence,
  atServiceCentre = false,
): AssuranceLevel {
  return assuranceOf(countedFor(kind, evidence, atServiceCentre));
}

/** Whether it is submitted with iAM Smart only: what staff at a terminal can give is not enough. */
export function needsIamSmart(kind: SubmissionKind): boolean {
  return KIND_FACTS[kind].assurance > ASSURANCE_BY_STAFF;
}
