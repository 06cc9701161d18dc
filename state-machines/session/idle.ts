import { IDS } from './guards/ids.ts';
import { sessionSetup } from './setup.ts';

/** Any sign of someone at the terminal begins the wait anew. */
const someoneIsHere = { target: 'watching', reenter: true } as const;

/**
 * Someone who walks away leaves nothing behind. What the wait is follows from the visit (`idleLimit`): a member at a
 * page, help on its way, staff holding the session, or a receipt, which simply closes.
 */
export const idle = sessionSetup.createStateConfig({
  initial: 'watching',
  states: {
    watching: {
      entry: 'watchIdle',
      invoke: {
        id: 'idle-deadline',
        src: 'deadline',
        input: ({ context: { outside, visit } }) => ({
          clock: outside.clock,
          at: visit.idleAt,
          due: { type: 'IDLE_DUE' },
        }),
      },
      on: {
        TOUCHED: someoneIsHere,
        CARD_PRESENT: someoneIsHere,
        CARD_REMOVED: someoneIsHere,
        DOCUMENT_READ: someoneIsHere,
        BADGE_SCANNED: someoneIsHere,
        SLIP_SCANNED: someoneIsHere,
        TICKET_SCANNED: someoneIsHere,
        STAFF_SIGNED_IN: someoneIsHere,
        IDLE_DUE: [
          // What is on its way into the store is never wiped; `submitting` has a deadline of its own.
          { guard: 'inSubmitting', ...someoneIsHere },
          { guard: 'held', target: 'locked' },
          {
            guard: 'receiptMayClose',
            target: `#${IDS.wiping}`,
            actions: { type: 'endAs', params: { how: 'submitted' } },
          },
          {
            guard: 'slipMayClose',
            target: `#${IDS.wiping}`,
            actions: { type: 'endAs', params: { how: 'parked' } },
          },
          { target: 'warning' },
        ],
      },
    },
    warning: {
      id: IDS.warned,
      entry: 'watchWarning',
      invoke: {
        id: 'wipe-deadline',
        src: 'deadline',
        input: ({ context: { outside, visit } }) => ({
          clock: outside.clock,
          at: visit.idleAt,
          due: { type: 'WIPE_DUE' },
        }),
      },
      on: {
        STILL_HERE: { target: 'watching' },
        TOUCHED: { target: 'watching' },
        CARD_PRESENT: { target: 'watching' },
        CARD_REMOVED: { target: 'watching' },
        BADGE_SCANNED: { target: 'watching' },
        WIPE_DUE: {
          target: `#${IDS.wiping}`,
          actions: { type: 'endAs', params: { how: 'idle' } },
        },
      },
    },
    /** Staff went away with the session open: covered until badge and PIN are given again. Touching does not open it. */
    locked: {
      id: IDS.locked,
      initial: 'waiting',
      // A technician sees no member: what lies beneath stays covered for them.
      on: { STAFF_SIGNED_IN: { guard: 'mayUncover', target: 'watching' } },
      states: {
        waiting: {
          entry: 'watchLock',
          invoke: {
            id: 'park-deadline',
            src: 'deadline',
            input: ({ context: { outside, visit } }) => ({
              clock: outside.clock,
              at: visit.idleAt,
              due: { type: 'PARK_DUE' },
            }),
          },
          on: {
            PARK_DUE: [
              { guard: 'slipStands', target: 'slip' },
              { guard: 'parkable', target: 'puttingAside', actions: 'parkNow' },
              { target: `#${IDS.wiping}`, actions: { type: 'endAs', params: { how: 'idle' } } },
            ],
          },
        },
        /** Nothing of the person stays in memory for staff who do not come back; what they began is not lost. */
        puttingAside: {
          on: {
            PARKED: { target: 'slip' },
            PARKING_FAILED: {
              target: `#${IDS.wiping}`,
              actions: { type: 'endAs', params: { how: 'idle' } },
            },
          },
        },
        /** Only the slip is left, beneath the cover, for who comes back with the badge. */
        slip: {
          entry: 'watchSlip',
          invoke: {
            id: 'slip-deadline',
            src: 'deadline',
            input: ({ context: { outside, visit } }) => ({
              clock: outside.clock,
              at: visit.idleAt,
              due: { type: 'SLIP_DUE' },
            }),
          },
          on: {
            SLIP_DUE: {
              target: `#${IDS.wiping}`,
              actions: { type: 'endAs', params: { how: 'parked' } },
            },
          },
        },
      },
    },
  },
});
