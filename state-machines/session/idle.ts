import { IDS } from './guards.ts';
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
        STAFF_SIGNED_IN: { target: 'watching' },
        PARK_DUE: {
          target: `#${IDS.wiping}`,
          actions: { type: 'endAs', params: { how: 'idle' } },
        },
      },
    },
  },
});
