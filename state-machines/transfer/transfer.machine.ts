import { assign, fromCallback, fromPromise, sendParent, sendTo, setup, type SnapshotFrom } from 'xstate';
import type {
  ExportAnswer,
  ReceiptsAnswer,
  TransferDrive,
  TransferPort,
  TransferProgress,
} from '../../domain/operations/transfer.ts';
import { fail } from '../../domain/result.ts';
import { deadline, inTime } from '../deadline.ts';
import type { Outside } from '../outside.ts';

/** What staff ask for on these pages. */
export const TRANSFER_INTENTS = ['DRIVE_CHOOSE', 'DRIVE_EXPORT', 'DRIVE_RECEIPTS', 'DRIVE_STOP'] as const;

export type TransferPageEvent =
  /** One of several drives. */
  | { readonly type: 'DRIVE_CHOOSE'; readonly drive: string }
  | { readonly type: 'DRIVE_EXPORT' }
  | { readonly type: 'DRIVE_RECEIPTS' }
  | { readonly type: 'DRIVE_STOP' }
  /** From what came of it back to the choice; from there out. */
  | { readonly type: 'STAFF_CANCEL' };

export type TransferEvent =
  | TransferPageEvent
  | { readonly type: 'DRIVES'; readonly drives: readonly TransferDrive[] }
  | { readonly type: 'PROGRESS'; readonly progress: TransferProgress }
  | { readonly type: 'EXPORTED'; readonly answer: ExportAnswer }
  /** What was asked did not answer. */
  | { readonly type: 'TRANSFER_OVERDUE' };

interface TransferInput {
  readonly outside: Outside;
  readonly staffId: string;
}

interface TransferContext extends TransferInput {
  /** Null: not looked yet. */
  readonly drives: readonly TransferDrive[] | null;
  /** Id of the one that was chosen of several. */
  readonly chosen: string | null;
  readonly progress: TransferProgress | null;
  readonly exported: ExportAnswer;
  readonly receipts: ReceiptsAnswer;
}

interface At {
  readonly context: TransferContext;
}

function portOf({ ports }: Outside): TransferPort {
  if (ports.transfer === undefined) throw new RangeError('no drive is offered without its port');
  return ports.transfer;
}

/** The drive that is meant: the only one that is in, else the one that was chosen and is still there. */
export function driveOf({ drives, chosen }: TransferContext): TransferDrive | null {
  const [only, ...others] = drives ?? [];
  if (only !== undefined && others.length === 0) return only;
  return drives?.find(({ id }) => id === chosen) ?? null;
}

interface Working extends TransferInput {
  readonly drive: string;
}

/** Each asks the port; named so that the graph test can silence them. */
export const transferActors = {
  watch: fromCallback<TransferEvent, { readonly outside: Outside }>(({ input: { outside }, sendBack }) =>
    portOf(outside).watch((drives) => sendBack({ type: 'DRIVES', drives })),
  ),
  /** Ends the export with itself: staff have gone from the page. */
  export: fromCallback<TransferEvent, Working>(
    ({ input: { outside, drive, staffId }, sendBack, receive }) => {
      const running = portOf(outside).export(drive, staffId, (progress) =>
        sendBack({ type: 'PROGRESS', progress }),
      );
      running.done.then(
        (answer) => sendBack({ type: 'EXPORTED', answer }),
        (error: unknown) => {
          outside.reportFault(error);
          sendBack({ type: 'EXPORTED', answer: fail('unavailable') });
        },
      );
      receive((event) => {
        if (event.type === 'DRIVE_STOP') running.stop();
      });
      return running.stop;
    },
  ),
  receipts: fromPromise<ReceiptsAnswer, Working>(({ input: { outside, drive, staffId } }) =>
    portOf(outside).readReceipts(drive, staffId),
  ),
};

const transferSetup = setup({
  types: {
    context: {} as TransferContext,
    events: {} as TransferEvent,
    input: {} as TransferInput,
  },
  actors: { ...transferActors, deadline },
  guards: {
    isIn: ({ context, event }) =>
      event.type === 'DRIVE_CHOOSE' && context.drives?.some(({ id }) => id === event.drive) === true,
    hasDrive: ({ context }) => driveOf(context) !== null,
  },
  actions: {
    noteDrives: assign(({ event }) => (event.type === 'DRIVES' ? { drives: event.drives } : {})),
    choose: assign(({ event }) => (event.type === 'DRIVE_CHOOSE' ? { chosen: event.drive } : {})),
    beginExport: assign({ progress: null }),
    noteProgress: assign(({ event }) => (event.type === 'PROGRESS' ? { progress: event.progress } : {})),
    noteExported: assign(({ event }) => (event.type === 'EXPORTED' ? { exported: event.answer } : {})),
    /** Whoever waits for a drive at work is there. */
    touch: sendParent({ type: 'TOUCHED' }),
    passStop: sendTo('export', { type: 'DRIVE_STOP' }),
    noteNoExport: assign({ exported: fail('no-answer') }),
    noteReceipts: assign((_, { answer }: { readonly answer: ReceiptsAnswer }) => ({ receipts: answer })),
  },
});

const working = ({ context }: At): Working => {
  const { outside, staffId } = context;
  return { outside, staffId, drive: driveOf(context)?.id ?? '' };
};

const overdue = {
  id: 'transfer-overdue',
  src: 'deadline',
  input: ({ context: { outside } }: At) =>
    inTime(outside, outside.delays.transferOverdue, { type: 'TRANSFER_OVERDUE' }),
} as const;

const noReceipts = (code: 'no-answer' | 'unavailable') =>
  ({ target: 'received', actions: { type: 'noteReceipts', params: { answer: fail(code) } } }) as const;

/**
 * To a USB drive and back (docs/adr/0044): which drive, writing with its progress, what came of it, reading receipts.
 * Everything on the way is the queue's; nothing is marked before the bundle is whole, however this machine ends.
 */
export const transferMachine = transferSetup.createMachine({
  id: 'transfer',
  context: ({ input }) => ({
    ...input,
    drives: null,
    chosen: null,
    progress: null,
    exported: fail('stopped'),
    receipts: fail('receipts-missing'),
  }),
  invoke: { id: 'watch', src: 'watch', input: ({ context: { outside } }) => ({ outside }) },
  on: { DRIVES: { actions: 'noteDrives' } },
  initial: 'choosing',
  states: {
    choosing: {
      on: {
        DRIVE_CHOOSE: { guard: 'isIn', actions: 'choose' },
        DRIVE_EXPORT: { guard: 'hasDrive', target: 'exporting' },
        DRIVE_RECEIPTS: { guard: 'hasDrive', target: 'reading' },
        STAFF_CANCEL: 'closed',
      },
    },
    exporting: {
      entry: 'beginExport',
      initial: 'writing',
      invoke: { id: 'export', src: 'export', input: working },
      on: {
        PROGRESS: { actions: ['noteProgress', 'touch'] },
        EXPORTED: { target: 'exported', actions: 'noteExported' },
      },
      states: {
        writing: { on: { DRIVE_STOP: 'stopping' } },
        /** The part under way is written first; a drive that does not answer is not waited for. */
        stopping: {
          entry: 'passStop',
          invoke: overdue,
          on: { TRANSFER_OVERDUE: { target: '#transfer.exported', actions: 'noteNoExport' } },
        },
      },
    },
    exported: { on: { STAFF_CANCEL: 'choosing' } },
    reading: {
      invoke: [
        {
          id: 'receipts',
          src: 'receipts',
          input: working,
          onDone: {
            target: 'received',
            actions: { type: 'noteReceipts', params: ({ event }) => ({ answer: event.output }) },
          },
          onError: noReceipts('unavailable'),
        },
        overdue,
      ],
      on: { TRANSFER_OVERDUE: noReceipts('no-answer') },
    },
    received: { on: { STAFF_CANCEL: 'choosing' } },
    closed: { type: 'final' },
  },
});

export type TransferSnapshot = SnapshotFrom<typeof transferMachine>;
