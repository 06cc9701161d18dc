import type { AssuranceLevel } from '../assurance.ts';
import { type InstructionKind, KIND_FACTS } from '../kinds/kinds.ts';

/** The highest level that a terminal can reach by itself; 3 takes iAM Smart or a second person. */
const MOST_ASSURANCE: AssuranceLevel = 2;

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
  kind: InstructionKind,
  online: boolean,
  reachable: AssuranceLevel = MOST_ASSURANCE,
): Ending {
  const { assurance, offline } = KIND_FACTS[kind];
  if (assurance > reachable) return { how: 'prepare', why: 'assurance' };
  if (online) return { how: 'submit', why: null };
  return offline === 'keep' ? { how: 'keep', why: null } : { how: 'prepare', why: 'offline' };
}
