import { assign, setup, type SnapshotFrom } from 'xstate';
import { CHECKS, type CheckResult, type CheckState } from '../../domain/operations/checks.ts';
import type { OperationsFacts } from '../../domain/operations/facts.ts';
import type { ReportFault, UsabilityReport } from '../../domain/operations/port.ts';
import type { UpdateWindowStart } from '../../domain/operations/update-window.ts';
import type { TakenOutReason } from '../../domain/operations/taken-out.ts';
import type { Failure, Result } from '../../domain/result.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import { deadline, inTime } from '../deadline.ts';
import type { Outside } from '../outside.ts';
import { operationsActors } from './actors.ts';

export type OperationsEvent =
  /** A page of the overview. */
  | {
      readonly type: 'OPERATE';
      readonly page: 'log' | 'test' | 'take-out' | 'restart' | 'usability' | 'updates';
    }
  | { readonly type: 'TAKE_OUT'; readonly reason: TakenOutReason }
  | { readonly type: 'PUT_BACK' }
  | { readonly type: 'CHOOSE_UPDATES'; readonly from: UpdateWindowStart | null }
  | { readonly type: 'RESTART_TERMINAL' }
  | { readonly type: 'START_PRACTICE' }
  | { readonly type: 'SAVE_USABILITY' }
  /** Back to the page before; from the overview, out. */
  | { readonly type: 'STAFF_CANCEL' }
  /** What was asked did not answer. */
  | { readonly type: 'OPERATION_OVERDUE' };

interface OperationsInput {
  readonly outside: Outside;
  readonly staffId: string;
  /** Somebody's visit is under way. */
  readonly inHand: boolean;
  readonly canSeeUsability: boolean;
  readonly canPractise: boolean;
}

interface OperationsContext extends OperationsInput {
  readonly facts: OperationsFacts | null;
  readonly checks: readonly CheckState[];
  readonly change: 'not-saved' | null;
  readonly report: UsabilityReport | null;
  readonly saved: Result<{ readonly name: string }, Failure<ReportFault>> | null;
}

interface At {
  readonly context: OperationsContext;
  readonly event: OperationsEvent;
}

const UNTRIED: readonly CheckState[] = CHECKS.map((name) => ({ name, state: 'waiting' }));

function audit({ outside, staffId }: OperationsContext, entry: Pick<AuditEntry, 'event' | 'detail'>): void {
  outside.ports.queue.audit({ ...entry, actor: 'staff', staffId });
}

const operationsSetup = setup({
  types: {
    context: {} as OperationsContext,
    events: {} as OperationsEvent,
    input: {} as OperationsInput,
  },
  actors: { ...operationsActors, deadline },
  guards: {
    toLog: ({ event }: At) => event.type === 'OPERATE' && event.page === 'log',
    toTest: ({ event }: At) => event.type === 'OPERATE' && event.page === 'test',
    toTakeOut: ({ event }: At) => event.type === 'OPERATE' && event.page === 'take-out',
    toRestart: ({ context, event }: At) =>
      event.type === 'OPERATE' && event.page === 'restart' && !context.inHand,
    toUsability: ({ context, event }: At) =>
      event.type === 'OPERATE' && event.page === 'usability' && context.canSeeUsability,
    toUpdates: ({ context, event }: At) =>
      event.type === 'OPERATE' && event.page === 'updates' && canChooseUpdates(context),
    allTried: ({ context }: At) => context.checks.every(({ state }) => !isOpen(state)),
    mayPractise: ({ context }: At) => context.canPractise,
    reported: ({ context }: At) => context.report !== null,
  },
  actions: {
    auditOpened: ({ context }) => audit(context, { event: 'operations.opened' }),
    auditTested: ({ context }) => {
      const failed = context.checks.filter(({ state }) => state === 'failed').length;
      const result = failed === 0 ? 'passed' : 'failed';
      audit(context, { event: 'terminal.tested', detail: { result, count: failed } });
    },
    auditSaved: ({ context }) =>
      audit(context, {
        event: 'usability.saved',
        detail: { result: context.saved?.ok === true ? 'saved' : 'not-saved' },
      }),
    restart: ({ context }) => context.outside.ports.operations?.restart(context.staffId),
    practise: ({ context }) => context.outside.ports.operations?.practise?.(context.staffId),
    keepFacts: assign({ facts: (_, { facts }: { readonly facts: OperationsFacts }) => facts }),
    untry: assign({ checks: UNTRIED }),
    begin: assign({
      checks: ({ context }) => {
        const next = nextOf(context);
        return context.checks.map((check) => (check.name === next ? { ...check, state: 'running' } : check));
      },
    }),
    noteCheck: assign({
      checks: ({ context }, { state }: { readonly state: CheckResult }) =>
        context.checks.map((check) => (check.state === 'running' ? { ...check, state } : check)),
    }),
    noteChange: assign({
      change: (_, { change }: { readonly change: 'not-saved' | null }) => change,
    }),
    keepReport: assign({
      report: (_, { report }: { readonly report: UsabilityReport | null }) => report,
      saved: null,
    }),
    keepSaved: assign({
      saved: (_, { saved }: { readonly saved: NonNullable<OperationsContext['saved']> }) => saved,
    }),
  },
});

/** Facts are there to be changed, and somebody keeps what is chosen. */
export function canChooseUpdates({ outside, facts }: OperationsContext): boolean {
  return facts !== null && outside.ports.operations?.chooseUpdates !== undefined;
}

function isOpen(state: CheckState['state']): boolean {
  return state === 'waiting' || state === 'running';
}

function nextOf({ checks }: OperationsContext): (typeof CHECKS)[number] {
  return checks.find(({ state }) => isOpen(state))?.name ?? CHECKS[0];
}

const overdue = {
  id: 'operation-overdue',
  src: 'deadline',
  input: ({ context: { outside } }: { context: OperationsContext }) =>
    inTime(outside, outside.delays.operationOverdue, { type: 'OPERATION_OVERDUE' }),
} as const;

const asked = ({ context: { outside } }: { context: OperationsContext }) => ({ outside });
const failedCheck = { type: 'noteCheck', params: { state: 'failed' } } as const;
const notSaved = { type: 'noteChange', params: { change: 'not-saved' } } as const;
/** Something staff chose is on disk, or is not, and the overview says so. */
const changed = {
  onDone: {
    target: 'overview',
    actions: {
      type: 'noteChange',
      params: ({ event }: { readonly event: { readonly output: { readonly ok: boolean } } }) => ({
        change: event.output.ok ? null : ('not-saved' as const),
      }),
    },
  },
  onError: { target: 'overview', actions: notSaved },
} as const;
const unavailable = {
  type: 'keepSaved',
  params: { saved: { ok: false, code: 'unavailable' } },
} as const;

/** How the machine itself stands, and what staff may do about it (docs/adr/0028). */
export const operationsMachine = operationsSetup.createMachine({
  id: 'operations',
  context: ({ input }) => ({
    ...input,
    facts: null,
    checks: UNTRIED,
    change: null,
    report: null,
    saved: null,
  }),
  entry: 'auditOpened',
  initial: 'overview',
  states: {
    overview: {
      initial: 'asking',
      on: {
        OPERATE: [
          { guard: 'toLog', target: 'log' },
          { guard: 'toTest', target: 'test' },
          { guard: 'toTakeOut', target: 'takeOut' },
          { guard: 'toRestart', target: 'restart' },
          { guard: 'toUsability', target: 'usability' },
          { guard: 'toUpdates', target: 'updates' },
        ],
        PUT_BACK: { target: 'changing' },
        STAFF_CANCEL: 'closed',
      },
      states: {
        asking: {
          invoke: [
            {
              id: 'facts',
              src: 'facts',
              input: asked,
              onDone: {
                target: 'shown',
                actions: { type: 'keepFacts', params: ({ event }) => ({ facts: event.output }) },
              },
              onError: 'shown',
            },
            overdue,
          ],
          on: { OPERATION_OVERDUE: 'shown' },
        },
        shown: {},
      },
    },
    log: { on: { STAFF_CANCEL: 'overview' } },
    test: {
      entry: 'untry',
      initial: 'trying',
      on: { STAFF_CANCEL: 'overview' },
      states: {
        trying: {
          entry: 'begin',
          invoke: [
            {
              id: 'check',
              src: 'check',
              input: ({ context }) => ({ outside: context.outside, name: nextOf(context) }),
              onDone: {
                target: 'tried',
                actions: { type: 'noteCheck', params: ({ event }) => ({ state: event.output }) },
              },
              onError: { target: 'tried', actions: failedCheck },
            },
            overdue,
          ],
          on: { OPERATION_OVERDUE: { target: 'tried', actions: failedCheck } },
        },
        tried: { always: [{ guard: 'allTried', target: 'ended', actions: 'auditTested' }, 'trying'] },
        ended: { on: { OPERATE: { guard: 'toTest', target: '#operations.test', reenter: true } } },
      },
    },
    updates: { on: { CHOOSE_UPDATES: 'choosing', STAFF_CANCEL: 'overview' } },
    choosing: {
      invoke: [
        {
          id: 'updates',
          src: 'updates',
          input: ({ context: { outside, staffId }, event }) => ({
            outside,
            staffId,
            from: event.type === 'CHOOSE_UPDATES' ? event.from : null,
          }),
          ...changed,
        },
        overdue,
      ],
      on: { OPERATION_OVERDUE: { target: 'overview', actions: notSaved } },
    },
    takeOut: { on: { TAKE_OUT: 'changing', STAFF_CANCEL: 'overview' } },
    /** Out of service, or back: on disk before the page says so. */
    changing: {
      invoke: [
        {
          id: 'service',
          src: 'service',
          input: ({ context: { outside, staffId }, event }) => ({
            outside,
            staffId,
            reason: event.type === 'TAKE_OUT' ? event.reason : null,
          }),
          ...changed,
        },
        overdue,
      ],
      on: { OPERATION_OVERDUE: { target: 'overview', actions: notSaved } },
    },
    restart: {
      initial: 'asking',
      on: { STAFF_CANCEL: 'overview' },
      states: {
        asking: {
          on: {
            RESTART_TERMINAL: 'restarting',
            START_PRACTICE: { guard: 'mayPractise', target: 'practising' },
          },
        },
        practising: { entry: 'practise' },
        /** The program is about to end; should it not, there is a way back. */
        restarting: { entry: 'restart' },
      },
    },
    usability: {
      initial: 'asking',
      on: { STAFF_CANCEL: 'overview' },
      states: {
        asking: {
          invoke: [
            {
              id: 'usability',
              src: 'usability',
              input: asked,
              onDone: {
                target: 'shown',
                actions: { type: 'keepReport', params: ({ event }) => ({ report: event.output }) },
              },
              onError: { target: 'shown', actions: { type: 'keepReport', params: { report: null } } },
            },
            overdue,
          ],
          on: {
            OPERATION_OVERDUE: {
              target: 'shown',
              actions: { type: 'keepReport', params: { report: null } },
            },
          },
        },
        shown: { on: { SAVE_USABILITY: { guard: 'reported', target: 'saving' } } },
        saving: {
          invoke: [
            {
              id: 'save',
              src: 'save',
              input: asked,
              onDone: {
                target: 'shown',
                actions: [
                  { type: 'keepSaved', params: ({ event }) => ({ saved: event.output }) },
                  'auditSaved',
                ],
              },
              onError: { target: 'shown', actions: [unavailable, 'auditSaved'] },
            },
            overdue,
          ],
          on: { OPERATION_OVERDUE: { target: 'shown', actions: [unavailable, 'auditSaved'] } },
        },
      },
    },
    closed: { type: 'final' },
  },
});

export type OperationsSnapshot = SnapshotFrom<typeof operationsMachine>;
