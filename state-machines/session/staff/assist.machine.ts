import { roleMay } from '../../../domain/identity/permissions.ts';
import { inTime } from '../../deadline.ts';
import { IDS } from '../guards/ids.ts';
import { sessionSetup } from '../setup.ts';
import { more, newPin, operations, people } from './staff-pages.ts';

const signedIn = ['auditSignedIn', 'tellSignedIn'] as const;

/** At a counter the shift's PIN counts for the whole visit; what is not confirmed yet is asked for again. */
const takenBack = {
  guard: 'mayTakeBack',
  target: 'holding',
  actions: ['takeBack', 'auditTookBack', 'tellSignedIn'],
} as const;

/** Badge and PIN. The same person comes back to where they were; another one takes over and starts afresh. */
const pin = sessionSetup.createStateConfig({
  id: IDS.pin,
  initial: 'asking',
  exit: 'forgetBadge',
  on: {
    // A second badge asks for that badge's PIN. No guard: the reader sends it, a page cannot.
    BADGE_SCANNED: { target: 'pin', reenter: true, actions: 'keepBadge' },
    STAFF_CANCEL: { guard: 'pinOnTop', target: 'givenUp' },
    PIN_DUE: { target: 'givenUp' },
  },
  states: {
    asking: {
      invoke: {
        id: 'pin-deadline',
        src: 'deadline',
        input: ({ context: { outside } }) =>
          inTime(outside, outside.delays.staffPinWait, { type: 'PIN_DUE' }),
      },
      on: {
        STAFF_PIN: { guard: 'pinOnTop', target: 'checking' },
        STAFF_SNOOZE: { guard: 'maySnooze', target: 'snoozing' },
      },
    },
    /** Busy, and coming: the badge is enough for that. The member is not told whose it is; the audit chain is. */
    snoozing: {
      invoke: [
        {
          id: 'holder',
          src: 'holderOfBadge',
          input: ({ context: { outside, visit } }) => ({ outside, badge: visit.badge ?? '' }),
          onDone: [
            {
              guard: ({ event }) => event.output !== null,
              target: `#${IDS.away}`,
              actions: [
                { type: 'auditSnoozed', params: ({ event }) => ({ staffId: event.output ?? '' }) },
                'tellSnoozed',
              ],
            },
            { target: 'asking', actions: ['badgeUnknown', 'auditRefusal'] },
          ],
          onError: { target: 'asking', actions: ['staffListSilent', 'auditRefusal'] },
        },
        {
          id: 'holder-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.staffVerifyOverdue, { type: 'VERIFY_OVERDUE' }),
        },
      ],
      on: { VERIFY_OVERDUE: { target: 'asking', actions: ['staffListSilent', 'auditRefusal'] } },
    },
    checking: {
      invoke: [
        {
          id: 'verify',
          src: 'verify',
          input: ({ context: { outside, visit }, event }) => ({
            outside,
            badge: visit.badge ?? '',
            pin: event.type === 'STAFF_PIN' ? event.pin : '',
          }),
          onDone: [
            {
              guard: ({ event }) => event.output.ok && event.output.value.mustChangePin === true,
              target: `#${IDS.newPin}`,
              actions: [
                { type: 'noteVerified', params: ({ event }) => ({ result: event.output }) },
                'tellHelperCame',
              ],
            },
            {
              // Whoever may hold no session sees how the machine stands, and nothing of a member.
              guard: ({ context, event }) =>
                event.output.ok &&
                context.status !== null &&
                !roleMay(event.output.value.role, 'hold-session'),
              target: `#${IDS.status}`,
              actions: [
                { type: 'noteVerified', params: ({ event }) => ({ result: event.output }) },
                ...signedIn,
              ],
            },
            {
              guard: ({ context, event }) =>
                event.output.ok && context.visit.assist?.staffId === event.output.value.staffId,
              target: `#${IDS.holding}.whereTheyWere`,
              actions: [
                { type: 'noteVerified', params: ({ event }) => ({ result: event.output }) },
                ...signedIn,
              ],
            },
            {
              // They came to see why the machine serves nobody.
              guard: ({ context, event }) => event.output.ok && context.visit.turnedAway,
              target: `#${IDS.status}`,
              actions: [
                { type: 'noteVerified', params: ({ event }) => ({ result: event.output }) },
                ...signedIn,
              ],
            },
            {
              guard: ({ context, event }) => event.output.ok && context.visit.assist !== null,
              target: `#${IDS.holding}`,
              actions: [
                { type: 'noteVerified', params: ({ event }) => ({ result: event.output }) },
                'auditHandedOver',
                'tellSignedIn',
              ],
            },
            {
              guard: ({ event }) => event.output.ok,
              target: `#${IDS.holding}`,
              actions: [
                { type: 'noteVerified', params: ({ event }) => ({ result: event.output }) },
                ...signedIn,
              ],
            },
            {
              target: 'asking',
              actions: [
                { type: 'noteVerified', params: ({ event }) => ({ result: event.output }) },
                'auditRefusal',
              ],
            },
          ],
          onError: { target: 'asking', actions: ['staffListSilent', 'auditRefusal'] },
        },
        {
          id: 'verify-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.staffVerifyOverdue, { type: 'VERIFY_OVERDUE' }),
        },
      ],
      on: { VERIFY_OVERDUE: { target: 'asking', actions: ['staffListSilent', 'auditRefusal'] } },
    },
  },
});

/**
 * Staff look at card and face, one thing per page (DESIGN.md, *Assurance*). Any way out but the last leaves nothing
 * attested.
 */
const attest = sessionSetup.createStateConfig({
  id: IDS.attest,
  initial: 'opening',
  // There is nothing to attest any more, whatever moved the journey on beneath.
  always: { guard: 'identityGoes', target: 'free' },
  on: { STAFF_CANCEL: { guard: 'staffOnTop', target: 'free' } },
  states: {
    opening: { always: [{ guard: 'typedNumber', target: 'number' }, { target: 'features' }] },
    /** Typed numbers only: the full number, alone, beside the card in the staff member's hand. */
    number: {
      on: {
        NUMBER_MATCHES: [
          { guard: 'numberMatches', target: 'features' },
          { guard: 'staffOnTop', target: `#${IDS.holding}.free`, actions: 'refuseNumber' },
        ],
        BACK: { guard: 'staffOnTop', target: `#${IDS.holding}.free` },
      },
    },
    features: {
      on: {
        TICK_FEATURE: { guard: 'staffOnTop', actions: 'tick' },
        CONTINUE: { guard: 'allFeaturesTicked', target: 'face' },
        BACK: [
          { guard: 'backToNumber', target: 'number' },
          { guard: 'staffOnTop', target: `#${IDS.holding}.free` },
        ],
      },
    },
    face: {
      on: {
        FACE_COMPARED: [
          { guard: 'sameFace', target: 'sign' },
          { guard: 'staffOnTop', target: `#${IDS.holding}.free` },
        ],
        BACK: { guard: 'staffOnTop', target: 'features' },
      },
    },
    sign: {
      on: {
        ATTEST: {
          guard: 'staffMayAttest',
          target: `#${IDS.holding}.free`,
          actions: ['attest', 'auditAttested'],
        },
        BACK: { guard: 'staffOnTop', target: 'face' },
      },
    },
  },
});

const seen = {
  target: 'away',
  actions: [
    'memberSaw',
    { type: 'audit', params: { entry: 'staff.work-confirmed', actor: 'member' } },
    'tellHelpOver',
  ],
} as const;

/** Who holds the session. While staff do, nothing is declared or submitted. */
export const staff = sessionSetup.createStateConfig({
  initial: 'arriving',
  states: {
    /** A van's operator holds the visit from its first page. */
    arriving: { always: [{ guard: 'held', target: 'holding' }, { target: 'away' }] },
    away: {
      id: IDS.away,
      on: { BADGE_SCANNED: { target: 'pin', actions: 'keepBadge' }, TAKE_BACK: takenBack },
    },
    pin,
    newPin,
    givenUp: {
      always: [
        // A second badge that was not followed by its PIN opens no way round a start PIN, nor round the member.
        { guard: 'startPin', target: 'newPin' },
        { guard: 'held', target: `#${IDS.holding}.whereTheyWere` },
        { guard: 'unconfirmed', target: 'confirming' },
        { target: 'away', actions: 'tellHelpOver' },
      ],
    },
    holding: {
      id: IDS.holding,
      initial: 'free',
      invoke: {
        id: 'standing',
        src: 'standingWatch',
        input: ({ context: { outside, visit } }) => ({ outside, staffId: visit.assist?.staffId ?? '' }),
      },
      on: {
        // Deactivated, or the list's lease is over: the page is the member's at that moment.
        STAFF_OUT: { target: 'handedBack', actions: ['auditTurnedOut', 'turnOut'] },
        BADGE_SCANNED: { target: 'pin', actions: 'keepBadge' },
        HAND_BACK: { guard: 'mayHandBack', target: 'handedBack' },
      },
      states: {
        free: {
          // Whoever may hold no session has the machine's own pages, and no member's.
          always: [
            { guard: 'seesOnlyStatus', target: 'status' },
            { guard: 'holdsNothing', target: `#${IDS.handedBack}` },
          ],
          on: {
            STAFF_ATTEST: {
              guard: 'mayStartAttesting',
              target: 'attest',
              actions: ['untick', 'acceptNumber'],
            },
            STAFF_STATUS: { guard: 'maySeeStatus', target: 'status' },
            STAFF_MORE: { guard: 'mayHandBack', target: 'more' },
          },
        },
        attest,
        more,
        people,
        status: {
          id: IDS.status,
          on: {
            OPERATIONS: { guard: 'mayOperate', target: 'operations' },
            CHANGE_PIN: { guard: 'mayChangePin', target: `#${IDS.newPin}` },
            STAFF_CANCEL: [
              { guard: 'mayHoldNothing', target: `#${IDS.handedBack}` },
              { guard: 'staffOnTop', target: 'free' },
            ],
          },
        },
        operations,
        whereTheyWere: { type: 'history', history: 'deep' },
      },
    },
    handedBack: {
      id: IDS.handedBack,
      always: [
        {
          guard: 'refusedAndTouched',
          target: 'confirming',
          actions: ['auditHandedBack', 'handBack', 'askMember', 'tellNumberRefused'],
        },
        {
          guard: 'numberWasRefused',
          target: 'away',
          actions: ['auditHandedBack', 'handBack', 'tellNumberRefused'],
        },
        {
          guard: 'staffTouched',
          target: 'confirming',
          actions: ['auditHandedBack', 'handBack', 'askMember'],
        },
        {
          target: 'away',
          actions: ['auditHandedBack', 'handBack', 'tellHelpOver'],
        },
      ],
    },
    /** The member sees everything that staff touched, and says that they have, before anything else goes on. */
    confirming: {
      id: IDS.confirming,
      on: {
        CONFIRM_TOUCHED: { guard: 'confirmOnTop', ...seen },
        CHANGE_TOUCHED: { guard: 'mayPutRight', target: 'puttingRight' },
        BADGE_SCANNED: { target: 'pin', actions: 'keepBadge' },
        TAKE_BACK: takenBack,
      },
    },
    /** On the page of something that was not right; nothing is declared before the rest was seen, too. */
    puttingRight: {
      id: IDS.puttingRight,
      always: [
        { guard: 'putRightAndTouched', target: 'confirming' },
        { guard: 'putRight', ...seen },
      ],
      on: {
        BADGE_SCANNED: { target: 'pin', actions: 'keepBadge' },
        TAKE_BACK: takenBack,
      },
    },
  },
});
