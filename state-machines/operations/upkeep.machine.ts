import { assign, sendTo, setup, type SnapshotFrom } from 'xstate';
import type { PinRefusal } from '../../domain/codes.ts';
import { mayDo, type StaffAction } from '../../domain/identity/permissions.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import type { ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import { hongKongDate } from '../../domain/time.ts';
import { deadline, inTime } from '../deadline.ts';
import type { Outside } from '../outside.ts';
import { changePin } from '../session/actors.ts';
import { idleLock } from '../idle-lock.ts';
import { operationsMachine, type OperationsEvent } from './operations.machine.ts';

/** What staff ask for on these pages; the machine beside the session passes it on. */
const UPKEEP_INTENTS = [
  'OPERATIONS',
  'CHANGE_PIN',
  'NEW_PIN',
  'STAFF_CANCEL',
  'OPERATE',
  'TAKE_OUT',
  'PUT_BACK',
  'CHOOSE_UPDATES',
  'RESTART_TERMINAL',
  'START_PRACTICE',
  'SAVE_USABILITY',
] as const satisfies readonly ScreenIntent['type'][];

export type UpkeepIntent = Extract<ScreenIntent, { readonly type: (typeof UPKEEP_INTENTS)[number] }>;

export type UpkeepEvent =
  | UpkeepIntent
  /** Follows every accepted intent. */
  | { readonly type: 'TOUCHED' }
  | { readonly type: 'SHIFT_DUE' }
  | { readonly type: 'VERIFY_OVERDUE' };

/** For the machine that has this as its child `upkeep`: all of it goes there. */
export const PASSED_TO_UPKEEP = Object.fromEntries(
  [...UPKEEP_INTENTS, 'TOUCHED' as const].map((type) => [type, { actions: 'toUpkeep' }]),
) as Record<UpkeepIntent['type'] | 'TOUCHED', { readonly actions: 'toUpkeep' }>;

export function isUpkeepIntent(intent: ScreenIntent): intent is UpkeepIntent {
  return UPKEEP_INTENTS.some((type) => type === intent.type);
}

interface UpkeepInput {
  readonly outside: Outside;
  readonly staff: StaffMember | null;
}

interface UpkeepContext extends UpkeepInput {
  readonly pinRefusal: PinRefusal | null;
}

interface At {
  readonly context: UpkeepContext;
}

function may({ context: { staff, outside } }: At, action: StaffAction): boolean {
  return staff !== null && mayDo(staff, action, hongKongDate(outside.ports.now()));
}

const upkeepSetup = setup({
  types: {
    context: {} as UpkeepContext,
    events: {} as UpkeepEvent,
    input: {} as UpkeepInput,
  },
  actors: { deadline, changePin, idleLock, operations: operationsMachine },
  guards: {
    operates: (at) => at.context.outside.ports.operations !== undefined && may(at, 'operate-terminal'),
    changesPin: (at) => may(at, 'change-own-pin'),
    pinsDiffer: ({ event }) => event.type === 'NEW_PIN' && event.pin !== event.again,
  },
  actions: {
    touchLock: sendTo('upkeep-lock', { type: 'TOUCHED' }),
    toOperations: sendTo('operations', ({ event }) => event as OperationsEvent),
    refusePin: assign((_, { code }: { readonly code: PinRefusal | null }) => ({ pinRefusal: code })),
  },
});

const toOperations = { actions: 'toOperations' } as const;
const notSaved = {
  target: 'asking',
  actions: { type: 'refusePin', params: { code: 'pin-not-saved' } },
} as const;

/**
 * The machine's own pages between two visits, at a counter and in a van: how it stands, the operations view, one's own
 * PIN. In a visit the session has them (`../session/staff/staff-pages.ts`). Nothing here knows a member.
 */
export const upkeepMachine = upkeepSetup.createMachine({
  id: 'upkeep',
  context: ({ input }) => ({ ...input, pinRefusal: null }),
  invoke: { id: 'upkeep-lock', src: 'idleLock', input: ({ context: { outside } }) => ({ outside }) },
  on: { TOUCHED: { actions: 'touchLock' }, SHIFT_DUE: '.over' },
  initial: 'status',
  states: {
    status: {
      on: {
        OPERATIONS: { guard: 'operates', target: 'operations' },
        CHANGE_PIN: { guard: 'changesPin', target: 'newPin' },
        STAFF_CANCEL: 'over',
      },
    },
    operations: {
      invoke: {
        id: 'operations',
        src: 'operations',
        input: (at) => ({
          outside: at.context.outside,
          staffId: at.context.staff?.staffId ?? '',
          inHand: false,
          canPractise:
            at.context.outside.ports.operations?.practise !== undefined && may(at, 'start-practice'),
          canSeeUsability: may(at, 'see-usability'),
        }),
        onDone: 'status',
        onError: 'status',
      },
      on: {
        STAFF_CANCEL: toOperations,
        OPERATE: toOperations,
        TAKE_OUT: toOperations,
        PUT_BACK: toOperations,
        CHOOSE_UPDATES: toOperations,
        RESTART_TERMINAL: toOperations,
        START_PRACTICE: toOperations,
        SAVE_USABILITY: toOperations,
      },
    },
    newPin: {
      initial: 'asking',
      entry: { type: 'refusePin', params: { code: null } },
      on: { STAFF_CANCEL: 'status' },
      states: {
        asking: {
          on: {
            NEW_PIN: [
              { guard: 'pinsDiffer', actions: { type: 'refusePin', params: { code: 'pin-differs' } } },
              { target: 'saving' },
            ],
          },
        },
        saving: {
          invoke: [
            {
              id: 'change-pin',
              src: 'changePin',
              input: ({ context: { outside, staff }, event }) => ({
                outside,
                staffId: staff?.staffId ?? '',
                newPin: event.type === 'NEW_PIN' ? event.pin : '',
              }),
              onDone: [
                { guard: ({ event }) => event.output.ok, target: '#upkeep.status' },
                {
                  target: 'asking',
                  actions: {
                    type: 'refusePin',
                    params: ({ event }) => ({ code: event.output.ok ? 'pin-not-saved' : event.output.code }),
                  },
                },
              ],
              onError: notSaved,
            },
            {
              id: 'verify-overdue',
              src: 'deadline',
              input: ({ context: { outside } }) =>
                inTime(outside, outside.delays.staffVerifyOverdue, { type: 'VERIFY_OVERDUE' }),
            },
          ],
          on: { VERIFY_OVERDUE: notSaved },
        },
      },
    },
    over: { type: 'final' },
  },
});

export type UpkeepSnapshot = SnapshotFrom<typeof upkeepMachine>;
