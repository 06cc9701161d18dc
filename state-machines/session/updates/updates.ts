import type { SessionContext } from '../context/context.ts';
import { beginningUpdates } from './beginning.ts';
import { enquiryUpdates } from './enquiry.ts';
import { identityUpdates } from './identity.ts';
import { idleUpdates } from './idle.ts';
import { instructionUpdates } from './instruction.ts';
import type { At } from './of-visit.ts';
import { staffUpdates } from './staff.ts';
import { submissionUpdates } from './submission.ts';
import { worldUpdates } from './world.ts';

/**
 * Pure updates of the context by name. They read ports for the time and new ids only; what acts on the world is in
 * `sessionEffects`.
 */
export const sessionUpdates = {
  ...worldUpdates,
  ...beginningUpdates,
  ...enquiryUpdates,
  ...instructionUpdates,
  ...identityUpdates,
  ...submissionUpdates,
  ...staffUpdates,
  ...idleUpdates,
} as const satisfies Record<string, (at: At) => Partial<SessionContext>>;
