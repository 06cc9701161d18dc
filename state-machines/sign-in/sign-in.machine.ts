import { assign, setup, type SnapshotFrom } from 'xstate';
import type { PinRefusal, StaffRefusal } from '../../domain/codes.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import type { Failure, Result } from '../../domain/result.ts';
import { deadline, inTime } from '../deadline.ts';
import type { Outside } from '../outside.ts';
import { changePin, verify } from '../session/actors.ts';

/** Staff's intents, and the waits. */
export type SignInEvent =
  | { readonly type: 'STAFF_PIN'; readonly pin: string }
  | { readonly type: 'STAFF_CANCEL' }
  | { readonly type: 'NEW_PIN'; readonly pin: string; readonly again: string }
  | { readonly type: 'PIN_DUE' }
  | { readonly type: 'VERIFY_OVERDUE' };

interface SignInInput {
  readonly outside: Outside;
  /** Text of the badge that was scanned. A credential: never shown, never logged. */
  readonly badge: string;
}

interface SignInContext extends SignInInput {
  readonly refusal: Failure<StaffRefusal> | null;
  readonly pinRefusal: PinRefusal | null;
  readonly staff: StaffMember | null;
}

type Verified = Result<StaffMember, Failure<StaffRefusal>>;

const signInSetup = setup({
  types: {
    context: {} as SignInContext,
    events: {} as SignInEvent,
    input: {} as SignInInput,
    output: {} as { readonly staff: StaffMember | null },
  },
  actors: { deadline, verify, changePin },
  guards: {
    pinsDiffer: ({ event }) => event.type === 'NEW_PIN' && event.pin !== event.again,
  },
  actions: {
    noteVerified: assign((_, { result }: { readonly result: Verified }) =>
      result.ok
        ? { staff: result.value, badge: '', refusal: null }
        : { refusal: { code: result.code, params: result.params ?? {} } },
    ),
    listSilent: assign({ refusal: { code: 'list-not-available' } }),
    refusePin: assign((_, { code }: { readonly code: PinRefusal }) => ({ pinRefusal: code })),
    pinChanged: assign(({ context: { staff } }) => {
      if (staff === null) return {};
      const { mustChangePin: _done, ...own } = staff;
      return { staff: own, pinRefusal: null };
    }),
    giveUp: assign({ staff: null, badge: '' }),
    auditSignedIn: ({ context: { outside, staff } }) => {
      if (staff === null) return;
      const { staffId, role } = staff;
      outside.ports.queue.audit({ event: 'staff.signed-in', actor: 'staff', staffId, detail: { role } });
    },
    auditRefusal: ({ context: { outside, refusal } }) => {
      const code = refusal?.code ?? 'list-not-available';
      outside.ports.queue.audit({ event: 'staff.sign-in-refused', actor: 'system', detail: { code } });
    },
  },
});

type At = { readonly context: SignInContext };

const pinWait = {
  id: 'pin-deadline',
  src: 'deadline',
  input: ({ context: { outside } }: At) => inTime(outside, outside.delays.staffPinWait, { type: 'PIN_DUE' }),
} as const;
const verifyWait = {
  id: 'verify-overdue',
  src: 'deadline',
  input: ({ context: { outside } }: At) =>
    inTime(outside, outside.delays.staffVerifyOverdue, { type: 'VERIFY_OVERDUE' }),
} as const;
const givenUp = { target: 'over', actions: 'giveUp' } as const;
const noAnswer = { target: 'asking', actions: ['listSilent', 'auditRefusal'] } as const;
const notSaved = {
  target: 'newPin',
  actions: { type: 'refusePin', params: { code: 'pin-not-saved' } },
} as const;

/** Badge and PIN at a counter between two visits; a start PIN is changed before anything else. */
export const signInMachine = signInSetup.createMachine({
  id: 'sign-in',
  context: ({ input }) => ({ ...input, refusal: null, pinRefusal: null, staff: null }),
  initial: 'asking',
  states: {
    asking: {
      invoke: pinWait,
      on: { STAFF_PIN: 'checking', STAFF_CANCEL: givenUp, PIN_DUE: givenUp },
    },
    checking: {
      invoke: [
        {
          id: 'verify',
          src: 'verify',
          input: ({ context: { outside, badge }, event }) => ({
            outside,
            badge,
            pin: event.type === 'STAFF_PIN' ? event.pin : '',
          }),
          onDone: [
            {
              guard: ({ event }) => event.output.ok && event.output.value.mustChangePin === true,
              target: 'newPin',
              actions: { type: 'noteVerified', params: ({ event }) => ({ result: event.output }) },
            },
            {
              guard: ({ event }) => event.output.ok,
              target: 'over',
              actions: [
                { type: 'noteVerified', params: ({ event }) => ({ result: event.output }) },
                'auditSignedIn',
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
          onError: noAnswer,
        },
        verifyWait,
      ],
      on: { VERIFY_OVERDUE: noAnswer },
    },
    newPin: {
      invoke: pinWait,
      on: {
        NEW_PIN: [
          { guard: 'pinsDiffer', actions: { type: 'refusePin', params: { code: 'pin-differs' } } },
          { target: 'saving' },
        ],
        STAFF_CANCEL: givenUp,
        PIN_DUE: givenUp,
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
            {
              guard: ({ event }) => event.output.ok,
              target: 'over',
              actions: ['pinChanged', 'auditSignedIn'],
            },
            {
              target: 'newPin',
              actions: {
                type: 'refusePin',
                params: ({ event }) => ({ code: event.output.ok ? 'pin-not-saved' : event.output.code }),
              },
            },
          ],
          onError: notSaved,
        },
        verifyWait,
      ],
      on: { VERIFY_OVERDUE: notSaved },
    },
    over: { type: 'final' },
  },
  output: ({ context }) => ({ staff: context.staff }),
});

export type SignInSnapshot = SnapshotFrom<typeof signInMachine>;
