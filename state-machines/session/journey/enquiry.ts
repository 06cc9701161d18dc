import { IDS } from '../guards/ids.ts';
import { identityClaimOf } from '../requests.ts';
import { sessionSetup } from '../setup.ts';

/** Page events that the child takes, only while nothing covers the page. */
const toEnquiry = { guard: 'uncovered', actions: 'passToEnquiry' } as const;

/** "I left something before": what became of it, and the ways on from there. */
export const enquiry = sessionSetup.createStateConfig({
  invoke: {
    id: 'enquiry',
    src: 'enquiry',
    input: ({ context: { outside, online, visit, status } }) => ({
      outside,
      online,
      keptHere: status !== null && status.pending + status.parked > 0,
      sessionId: visit.sessionId ?? '',
      claim: visit.enquiryBy === 'document' ? identityClaimOf(visit) : null,
      staffId: visit.assist?.staffId ?? null,
      found: visit.found,
      left: visit.left,
    }),
    onDone: [
      {
        guard: ({ event }) => event.output.outcome === 'by-document',
        target: 'enquiryNotice',
        actions: 'enquireByDocument',
      },
      {
        guard: ({ event }) => event.output.outcome === 'withdraw',
        target: 'withdrawNotice',
        actions: { type: 'keepFound', params: ({ event }) => ({ output: event.output }) },
      },
      {
        // A correction is a new registration: the same notice comes before it.
        guard: ({ event }) => event.output.outcome === 'correct',
        target: 'notice',
        actions: { type: 'keepFound', params: ({ event }) => ({ output: event.output }) },
      },
      {
        guard: ({ event }) => event.output.outcome === 'finished',
        target: `#${IDS.wiping}`,
        actions: { type: 'endAs', params: { how: 'enquired' } },
      },
      { target: 'language', actions: 'registerInstead' },
    ],
  },
  on: {
    ANSWER: toEnquiry,
    BACK: toEnquiry,
    RETRY: toEnquiry,
    WITHDRAW: toEnquiry,
    CORRECT: toEnquiry,
    ENQUIRE_BY: toEnquiry,
    CHOOSE_LEFT: toEnquiry,
    DONE: toEnquiry,
    FIELD_DRAFT: { actions: 'passToEnquiry' },
    CONNECTION: { actions: 'passToEnquiry' },
  },
});

/** Why the card of who has lost the slip is read, before it is. What was found with the card before is forgotten. */
export const enquiryNotice = sessionSetup.createStateConfig({
  on: {
    CONTINUE: { guard: 'uncovered', target: 'identify', actions: 'identifyByReader' },
    BACK: { guard: 'uncovered', target: 'enquiry', actions: 'enquireByCode' },
  },
});
