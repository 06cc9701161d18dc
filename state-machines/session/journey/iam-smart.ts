import { IDS } from '../guards/ids.ts';
import { identityClaimOf } from '../requests.ts';
import { sessionSetup } from '../setup.ts';

/** Page events that the child takes, only while nothing covers the page. */
const toIamSmart = { guard: 'uncovered', actions: 'passToIamSmart' } as const;

/**
 * The member signs in with iAM Smart, by themselves: as soon as staff hold the session it is over, and what the phone
 * answers then counts for nothing (DESIGN.md, *Assurance*).
 */
export const signIn = sessionSetup.createStateConfig({
  id: IDS.signIn,
  entry: ['startSigningIn', 'touch'],
  exit: 'stopSigningIn',
  always: [
    { guard: 'heldAtTheOffer', target: 'lookUpOffer' },
    { guard: 'held', target: 'attestation' },
  ],
  invoke: {
    id: 'iam-smart',
    src: 'iamSmart',
    input: ({ context: { outside, online, visit } }) => ({
      outside,
      online,
      sessionId: visit.sessionId ?? '',
      claim: identityClaimOf(visit),
    }),
    onDone: [
      {
        guard: 'lookUpOffered',
        target: 'lookUpOffer',
        actions: [{ type: 'keepSignedIn', params: ({ event }) => ({ output: event.output }) }, 'touch'],
      },
      {
        target: 'attestation',
        actions: [{ type: 'keepSignedIn', params: ({ event }) => ({ output: event.output }) }, 'touch'],
      },
    ],
  },
  on: {
    BACK: toIamSmart,
    RETRY: toIamSmart,
    CONNECTION: { actions: 'passToIamSmart' },
  },
});
