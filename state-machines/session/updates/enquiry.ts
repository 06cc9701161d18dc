import type { SessionContext } from '../context/context.ts';
import { ofVisit, type At } from './of-visit.ts';

/** What was left before: asked for, withdrawn, corrected. */
export const enquiryUpdates = {
  registerInstead: ofVisit(() => ({
    purpose: 'register',
    enquiryBy: 'code',
    found: null,
    left: null,
  })),
  enquireByDocument: ofVisit(() => ({ enquiryBy: 'document', found: null, left: null })),
  enquireByCode: ofVisit(() => ({ enquiryBy: 'code' })),
  /** What was found stays to be shown; what was prepared for it does not. */
  backToEnquiry: ofVisit(() => ({
    purpose: 'enquire',
    correction: null,
    correctionFault: null,
    raised: false,
    told: null,
    mismatchShown: null,
    answers: {},
    byStaff: [],
    submissionId: null,
  })),
  /** The platform wants more than was shown: it is asked for, once. */
  raiseAssurance: ofVisit(() => ({ raised: true, correctionFault: null })),
  correctionSilent: ofVisit(() => ({ correctionFault: 'unavailable' })),
} as const satisfies Record<string, (at: At) => Partial<SessionContext>>;
