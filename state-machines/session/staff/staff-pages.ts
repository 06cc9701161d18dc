import { inTime } from '../../deadline.ts';
import { mayDo, roleMay } from '../../../domain/identity/permissions.ts';
import { hongKongDate } from '../../../domain/time.ts';
import { isInHand } from '../context/ending.ts';
import type { SessionContext } from '../context/context.ts';
import { IDS } from '../guards/ids.ts';
import { sessionSetup } from '../setup.ts';

const overdue = {
  id: 'staff-overdue',
  src: 'deadline',
  input: ({ context: { outside } }: { context: { outside: Parameters<typeof inTime>[0] } }) =>
    inTime(outside, outside.delays.staffVerifyOverdue, { type: 'VERIFY_OVERDUE' }),
} as const;

/** Signed in, and may hold no member's session: a technician repairs and sees nobody. */
function holdsNobody({ visit: { assist } }: SessionContext): boolean {
  return assist !== null && !roleMay(assist.role, 'hold-session');
}

/** A new PIN, typed twice on one page. With a start PIN there is no way past it but out. */
export const newPin = sessionSetup.createStateConfig({
  id: IDS.newPin,
  initial: 'asking',
  entry: 'forgetPinRefusal',
  on: {
    BADGE_SCANNED: { target: 'pin', actions: 'keepBadge' },
    STAFF_CANCEL: [
      { guard: 'startPinOnTop', target: 'handedBack' },
      { guard: 'staffOnTop', target: `#${IDS.holding}.free` },
    ],
  },
  states: {
    asking: {
      on: {
        NEW_PIN: [
          { guard: 'pinsDiffer', actions: { type: 'refusePin', params: { code: 'pin-differs' } } },
          { guard: 'staffOnTop', target: 'saving' },
        ],
      },
    },
    saving: {
      invoke: [
        {
          id: 'change-pin',
          src: 'changePin',
          input: ({ context: { outside, visit }, event }) => ({
            outside,
            staffId: visit.assist?.staffId ?? '',
            newPin: event.type === 'NEW_PIN' ? event.pin : '',
          }),
          onDone: [
            {
              // As after any sign-in of theirs: how the machine stands, and no member's session.
              guard: ({ context, event }) =>
                event.output.ok && context.status !== null && holdsNobody(context),
              target: `#${IDS.status}`,
              actions: ['pinChanged', 'auditSignedIn', 'tellSignedIn'],
            },
            {
              guard: ({ context, event }) => event.output.ok && holdsNobody(context),
              target: `#${IDS.handedBack}`,
              actions: ['pinChanged', 'auditSignedIn', 'tellSignedIn'],
            },
            {
              guard: ({ context, event }) => event.output.ok && context.visit.assist?.mustChangePin === true,
              target: `#${IDS.holding}`,
              actions: ['pinChanged', 'auditSignedIn', 'tellSignedIn'],
            },
            { guard: ({ event }) => event.output.ok, target: `#${IDS.holding}.free` },
            {
              target: 'asking',
              actions: {
                type: 'refusePin',
                params: ({ event }) => ({ code: event.output.ok ? 'pin-not-saved' : event.output.code }),
              },
            },
          ],
          onError: { target: 'asking', actions: { type: 'refusePin', params: { code: 'pin-not-saved' } } },
        },
        overdue,
      ],
      on: {
        VERIFY_OVERDUE: {
          target: 'asking',
          actions: { type: 'refusePin', params: { code: 'pin-not-saved' } },
        },
      },
    },
  },
});

/** Who may sign in here: a supervisor unlocks a PIN, or blocks a badge that was lost. */
export const people = sessionSetup.createStateConfig({
  id: IDS.people,
  initial: 'looking',
  entry: 'forgetPeople',
  exit: 'forgetPeople',
  on: { STAFF_CANCEL: { guard: 'staffOnTop', target: `#${IDS.holding}.free` } },
  states: {
    looking: {
      invoke: {
        id: 'people',
        src: 'people',
        input: ({ context: { outside } }) => ({ outside }),
        onDone: {
          target: 'shown',
          actions: { type: 'keepPeople', params: ({ event }) => ({ people: event.output }) },
        },
        onError: { target: 'shown' },
      },
    },
    shown: {
      on: {
        UNLOCK_STAFF: { guard: 'mayUnlock', target: 'changing' },
        BLOCK_BADGE: { guard: 'mayBlock', target: 'changing' },
      },
    },
    changing: {
      invoke: [
        {
          id: 'change-staff',
          src: 'changeStaff',
          input: ({ context: { outside, visit }, event }) => ({
            outside,
            by: visit.assist?.staffId ?? '',
            what: event.type === 'BLOCK_BADGE' ? 'block' : 'unlock',
            staffId: event.type === 'BLOCK_BADGE' || event.type === 'UNLOCK_STAFF' ? event.staffId : '',
          }),
          onDone: {
            target: 'looking',
            actions: {
              type: 'noteStaffChange',
              params: ({ event }) => ({ code: event.output.ok ? 'done' : event.output.code }),
            },
          },
          onError: {
            target: 'looking',
            actions: { type: 'noteStaffChange', params: { code: 'not-saved' } },
          },
        },
        overdue,
      ],
      on: {
        VERIFY_OVERDUE: {
          target: 'looking',
          actions: { type: 'noteStaffChange', params: { code: 'not-saved' } },
        },
      },
    },
  },
});

/** What helps with this page: its rule, more time, an interpreter, and the way to staff's own pages. */
export const more = sessionSetup.createStateConfig({
  id: IDS.more,
  on: {
    STAFF_CANCEL: { guard: 'staffOnTop', target: 'free' },
    STAFF_STATUS: { guard: 'maySeeStatus', target: 'status' },
    STAFF_PEOPLE: { guard: 'maySeePeople', target: 'people' },
    CHANGE_PIN: { guard: 'mayChangePin', target: `#${IDS.newPin}` },
    RULE_LANGUAGE: { guard: 'staffOnTop', actions: 'chooseRuleLanguage' },
    MORE_TIME: { guard: 'staffOnTop', actions: ['giveMoreTime', 'auditMoreTime'] },
    INTERPRETER_PRESENT: { guard: 'interpreterIsNew', actions: ['noteInterpreter', 'auditInterpreter'] },
  },
});

const toOperations = { guard: 'staffOnTop', actions: 'passToOperations' } as const;

/** The machine itself: a child has its pages (`../operations/`). */
export const operations = sessionSetup.createStateConfig({
  id: IDS.operations,
  invoke: {
    id: 'operations',
    src: 'operations',
    input: ({ context: { outside, visit } }) => ({
      outside,
      staffId: visit.assist?.staffId ?? '',
      inHand: isInHand(visit),
      canPractise:
        outside.ports.operations?.practise !== undefined &&
        visit.assist !== null &&
        mayDo(visit.assist, 'start-practice', hongKongDate(outside.ports.now())),
      canSeeUsability:
        visit.assist !== null && mayDo(visit.assist, 'see-usability', hongKongDate(outside.ports.now())),
      canCarry:
        outside.ports.transfer !== undefined &&
        visit.assist !== null &&
        mayDo(visit.assist, 'carry-by-drive', hongKongDate(outside.ports.now())),
      opensAt: 'overview',
    }),
    onDone: `#${IDS.status}`,
  },
  on: {
    STAFF_CANCEL: toOperations,
    OPERATE: toOperations,
    TAKE_OUT: toOperations,
    PUT_BACK: toOperations,
    CHOOSE_UPDATES: toOperations,
    RESTART_TERMINAL: toOperations,
    SAVE_USABILITY: toOperations,
    DRIVE_CHOOSE: toOperations,
    DRIVE_EXPORT: toOperations,
    DRIVE_RECEIPTS: toOperations,
    DRIVE_STOP: toOperations,
    START_PRACTICE: toOperations,
  },
});
