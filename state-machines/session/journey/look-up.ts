import { inTime } from '../../deadline.ts';
import { IDS } from '../guards/ids.ts';
import { lookUpOf } from '../about-member/look-up.ts';
import { identityClaimOf } from '../requests.ts';
import { sessionSetup } from '../setup.ts';

/** Staff saw another number on the card: the member types it again. */
const numberRefused = { guard: 'typedNumber', target: 'identify', actions: 'correctNumber' } as const;
const goesWithout = {
  guard: 'uncovered',
  target: 'instruct',
  actions: ['goWithoutRecords', 'openFirst'],
} as const;
const silent = { target: 'lookUpTrouble', actions: 'lookUpSilent' } as const;

/**
 * What is asked next would be easier with the platform's records: the member proves who they are first, or goes on
 * without (ADR 0025). Nothing is fetched while staff hold the session: what comes up is for the member's eyes.
 */
export const lookUpOffer = sessionSetup.createStateConfig({
  id: IDS.lookUpOffer,
  entry: 'offerLookUp',
  always: { guard: 'mayLookUpNow', target: 'lookingUp' },
  on: {
    IAM_SMART: { guard: 'memberMaySignIn', target: 'signIn' },
    CONTINUE: goesWithout,
    BACK: { guard: 'uncovered', target: 'identify', actions: 'identifyAgain' },
    NUMBER_REFUSED: numberRefused,
  },
});

export const lookingUp = sessionSetup.createStateConfig({
  invoke: [
    {
      id: 'look-up',
      src: 'lookUp',
      input: ({ context: { outside, visit } }) => ({
        outside,
        what: lookUpOf(visit),
        claim: identityClaimOf(visit),
      }),
      onDone: [
        {
          guard: ({ event }) => event.output.ok,
          target: 'instruct',
          actions: [
            { type: 'noteLookedUp', params: ({ event }) => ({ result: event.output }) },
            'openFirst',
            'touch',
          ],
        },
        {
          target: 'lookUpTrouble',
          actions: [{ type: 'noteLookedUp', params: ({ event }) => ({ result: event.output }) }, 'touch'],
        },
      ],
      onError: silent,
    },
    {
      id: 'look-up-overdue',
      src: 'deadline',
      input: ({ context: { outside } }) =>
        inTime(outside, outside.delays.enquiryOverdue, { type: 'LOOK_UP_OVERDUE' }),
    },
  ],
  on: {
    LOOK_UP_OVERDUE: silent,
    CONTINUE: goesWithout,
    BACK: { guard: 'uncovered', target: 'identify', actions: 'identifyAgain' },
  },
});

/** There is nothing to show: why, and on without it. */
export const lookUpTrouble = sessionSetup.createStateConfig({
  on: {
    RETRY: { guard: 'mayLookUpAgain', target: 'lookingUp' },
    CONTINUE: goesWithout,
    BACK: { guard: 'uncovered', target: 'identify', actions: 'identifyAgain' },
  },
});
