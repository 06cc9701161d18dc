import { Worker } from 'node:worker_threads';
import type { OutOfServiceReason } from '../../domain/codes.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import { type Failure, fail, type Result } from '../../domain/result.ts';
import type { SalvageSummary } from '../../domain/service/status.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { QueueEvent, QueuePort } from '../../domain/terminal/ports/queue/queue.ts';
import type { TicketPort } from '../../domain/terminal/ports/tickets.ts';
import type { CasesPort } from '../../domain/terminal/ports/cases.ts';
import type { WorkDayPort } from '../../domain/terminal/ports/work-day.ts';
import type { Enrolment } from '../../domain/wire/contract.ts';
import type { UsabilityTally } from '../../domain/usability/cell.ts';
import type { Profile } from '../../domain/wire/policy.ts';
import type { StaffDesk } from '../staff/staff-desk.ts';
import type { Delays } from '../sync/delays.ts';
import {
  type FromWorker,
  fromWorkerSchema,
  type ToWorker,
  type WorkerData,
  withoutEmptyParams,
} from './messages.ts';
import { type OperationsDesk, operationsOver } from './operations-calls.ts';
import { casesOver } from './case-calls.ts';
import { deskOver } from './staff-calls.ts';
import { ticketsOver } from './ticket-calls.ts';
import { workDeskOver } from './work-calls.ts';

export interface QueueWorkerOptions {
  /** The thread's entry: `queue/worker/main.ts` in plain Node, the bundled `queue-worker.js` in Electron. */
  readonly workerUrl: URL;
  readonly databasePath: string;
  /** A folder of its own for the terminal's keys. */
  readonly keyFolder: string;
  readonly enrolment: Enrolment;
  /** Which of the policy's limits hold here. */
  readonly profile: Profile;
  /** Which place of the reference data this is; default one without counters. */
  readonly placeId?: string | null;
  /** Where the terminal stands, told to who takes up at another one what is being worked on here; default not told. */
  readonly place?: WorkerData['place'];
  /** Address of the HTTP proxy to the gateway; default none. */
  readonly proxy?: string | null;
  readonly sqliteBinding?: string | null;
  readonly delays?: Partial<Delays>;
  /** Told when the thread died; `restarted` says whether another is on its way. */
  readonly onDeath?: (death: { readonly restarted: boolean }) => void;
  /** How the opening after a death went; while it failed, every call is answered with `unavailable`. */
  readonly onReopened?: (opened: Result<OpenedQueue, Failure<OutOfServiceReason>>) => void;
  /** Told the reference data in force: at every start of the thread, and whenever they become others. */
  readonly onReferenceData?: (data: ReferenceData) => void;
}

export interface OpenedQueue {
  /** Leases of an earlier process that were taken back. */
  readonly recovered: number;
  /** True: the integrity check passed and nothing is missing, the screen may say that kept submissions are safe. */
  readonly keptItemsSafe: boolean;
  /** What was done about a damaged database; null: it was whole. */
  readonly salvage: SalvageSummary | null;
}

export interface QueueWorker {
  readonly port: QueuePort;
  /** Who may sign in; refuses everybody while the thread is gone. */
  readonly staff: StaffDesk;
  /** The machine itself: versions, figures, out of service. */
  readonly operations: OperationsDesk;
  /** Counts of a visit that is over; never answered, and lost while the thread is gone. */
  noteUsability(tallies: readonly UsabilityTally[]): void;
  /** The day's book; answers `unavailable` while the thread is gone. */
  readonly workDay: WorkDayPort;
  /** The queue of tickets of this place; answers `unavailable` while the thread is gone. */
  readonly tickets: TicketPort;
  /** A station's cases; answers `unavailable` while the thread is gone. */
  readonly cases: CasesPort;
  /** How the first opening went; a restart after a death does not change it. */
  readonly opened: Promise<Result<OpenedQueue, Failure<OutOfServiceReason>>>;
  /** Ends the thread cleanly: requests under way are given back, the database is closed. */
  stop(): Promise<void>;
}

/** Wait before the one restart, in milliseconds. */
const RESTART_AFTER_MS = 500;
/** A thread that lived this long may be restarted again when it dies; one that dies at once may not. */
const RESTART_ANEW_AFTER_MS = 60_000;
const STOP_WITHIN_MS = 10_000;

/** Calls that are answered, by the name of their messages. */
type CallName =
  | 'submit'
  | 'enquire'
  | 'listLeft'
  | 'employerRules'
  | 'openCorrection'
  | 'lookUp'
  | 'park'
  | 'takeUp'
  | 'staff'
  | 'operations'
  | 'work'
  | 'tickets'
  | 'cases'
  | 'beginSignIn'
  | 'signInState'
  | 'sendMobileCode'
  | 'tryMobileCode';
type Answered<Name extends CallName> = Extract<FromWorker, { readonly type: Name }>;
type Settle = (answer: Answered<CallName> | null) => void;

interface Thread {
  readonly worker: Worker;
  readonly startedAt: number;
}

/**
 * Starts the queue in a thread of its own and gives the terminal its port. Calls under way when the thread dies are
 * answered with `unavailable`; the submission may have been kept all the same, and asking again with the same id finds
 * out. A thread that dies is restarted once.
 */
export function startQueueWorker(options: QueueWorkerOptions): QueueWorker {
  const { workerUrl, onDeath } = options;
  const workerData: WorkerData = {
    databasePath: options.databasePath,
    keyFolder: options.keyFolder,
    enrolment: options.enrolment,
    profile: options.profile,
    place: options.place ?? null,
    placeId: options.placeId ?? null,
    proxy: options.proxy ?? null,
    sqliteBinding: options.sqliteBinding ?? null,
    delays: { ...options.delays },
  };
  const listeners = new Set<(event: QueueEvent) => void>();
  const calls = new Map<number, Settle>();
  const latest = new Map<Exclude<QueueEvent['type'], 'ITEM'>, QueueEvent>();
  const first = settleable<Result<OpenedQueue, Failure<OutOfServiceReason>>>();
  const end = settleable<null>();
  let lastCall = 0;
  let isOpened = false;
  let stopping = false;
  let restart: NodeJS.Timeout | null = null;
  let restartUsed = false;
  let thread: Thread | null = begin();

  function begin(): Thread {
    const worker = new Worker(workerUrl, { workerData });
    const started: Thread = { worker, startedAt: performance.now() };
    worker.on('message', (message: unknown) => receive(fromWorkerSchema.parse(message)));
    // An error ends the thread; what there is to do about it is done when it has ended.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (thread === started) gone(started);
    });
    return started;
  }

  function receive(message: FromWorker): void {
    switch (message.type) {
      case 'opened': {
        const result = withoutEmptyParams(message.result);
        if (isOpened) options.onReopened?.(result);
        isOpened = true;
        first.settle(result);
        return;
      }
      case 'submit':
      case 'enquire':
      case 'listLeft':
      case 'employerRules':
      case 'openCorrection':
      case 'lookUp':
      case 'staff':
      case 'operations':
      case 'work':
      case 'tickets':
      case 'cases':
      case 'beginSignIn':
      case 'signInState':
      case 'sendMobileCode':
      case 'tryMobileCode':
      case 'park':
      case 'takeUp':
        settleCall(message.call, message);
        return;
      case 'event':
        tell(message.event);
        return;
      case 'referenceData':
        options.onReferenceData?.(message.data);
        return;
      case 'stopped':
        end.settle(null);
    }
  }

  function tell(event: QueueEvent): void {
    if (event.type !== 'ITEM') latest.set(event.type, event);
    for (const listener of listeners) listener(event);
  }

  function settleCall(call: number, answer: Answered<CallName> | null): void {
    const settle = calls.get(call);
    calls.delete(call);
    settle?.(answer);
  }

  /** The answer to a call, or null when the thread is not there or dies meanwhile. */
  function ask<Name extends CallName>(
    name: Name,
    request: object,
    more: object = {},
  ): Promise<Answered<Name> | null> {
    return new Promise((resolve) => {
      lastCall += 1;
      // A call is answered with its own name; anything else is a bug of the other end.
      calls.set(lastCall, (answer) => resolve(answer?.type === name ? (answer as Answered<Name>) : null));
      const message = { type: name, call: lastCall, request: { ...request }, ...more } as ToWorker;
      if (!post(message)) settleCall(lastCall, null);
    });
  }

  function gone(dead: Thread): void {
    thread = null;
    for (const call of [...calls.keys()]) settleCall(call, null);
    if (stopping) {
      end.settle(null);
      return;
    }
    if (performance.now() - dead.startedAt >= RESTART_ANEW_AFTER_MS) restartUsed = false;
    tell({ type: 'CONNECTION', online: false, trouble: null });
    const status = latest.get('STATUS');
    if (status?.type === 'STATUS')
      tell({ ...status, status: { ...status.status, online: false, trouble: null, activity: 'idle' } });
    onDeath?.({ restarted: !restartUsed });
    if (restartUsed) {
      first.settle(fail('storage-fault', { what: 'queue-worker' }));
      return;
    }
    restartUsed = true;
    restart = setTimeout(() => {
      thread = begin();
    }, RESTART_AFTER_MS);
  }

  function post(message: ToWorker): boolean {
    if (thread === null || stopping) return false;
    thread.worker.postMessage(message);
    return true;
  }

  const port: QueuePort = {
    async submit(request, files = []) {
      const answer = await ask('submit', request, { files: [...files] });
      return answer === null ? fail('unavailable') : withoutEmptyParams(answer.result);
    },
    async enquire(request) {
      const answer = await ask('enquire', request);
      return answer === null ? fail('unavailable') : withoutEmptyParams(answer.result);
    },
    async listLeft(claim) {
      const answer = await ask('listLeft', claim);
      return answer === null ? fail('unavailable') : withoutEmptyParams(answer.result);
    },
    async employerRules(question) {
      const answer = await ask('employerRules', question);
      return answer === null ? fail('unavailable') : withoutEmptyParams(answer.result);
    },
    async openCorrection(request) {
      const answer = await ask('openCorrection', request);
      return answer === null ? fail('unavailable') : withoutEmptyParams(answer.result);
    },
    async lookUp(request) {
      const answer = await ask('lookUp', request);
      return answer === null ? fail('unavailable') : withoutEmptyParams(answer.result);
    },
    async beginSignIn(request) {
      const answer = await ask('beginSignIn', request);
      return answer === null ? fail('unavailable') : withoutEmptyParams(answer.result);
    },
    async signInState(signIn) {
      const answer = await ask('signInState', signIn);
      return answer === null ? fail('unavailable') : withoutEmptyParams(answer.result);
    },
    async sendMobileCode(request) {
      const answer = await ask('sendMobileCode', request);
      return answer === null ? fail('unavailable') : withoutEmptyParams(answer.result);
    },
    async tryMobileCode(typed) {
      const answer = await ask('tryMobileCode', typed);
      return answer === null ? fail('unavailable') : withoutEmptyParams(answer.result);
    },
    endSignIn(signIn) {
      post({ type: 'endSignIn', signIn });
    },
    async park(request) {
      const answer = await ask('park', request);
      return answer === null ? fail('unavailable') : withoutEmptyParams(answer.result);
    },
    async takeUp(request) {
      const answer = await ask('takeUp', request);
      return answer === null ? fail('unavailable') : withoutEmptyParams(answer.result);
    },
    audit(entry: AuditEntry) {
      post({ type: 'audit', entry });
    },
    subscribe(listener) {
      listeners.add(listener);
      for (const event of latest.values()) listener(event);
      return () => listeners.delete(listener);
    },
  };

  return {
    port,
    operations: operationsOver(async (call) => (await ask('operations', call))?.result ?? null),
    noteUsability(tallies) {
      post({ type: 'usability', tallies });
    },
    staff: deskOver(async (call) => (await ask('staff', call))?.result ?? null),
    cases: casesOver(async (call) => (await ask('cases', call))?.result ?? null),
    workDay: workDeskOver(async (call) => (await ask('work', call))?.result ?? null),
    tickets: ticketsOver(async (call) => (await ask('tickets', call))?.result ?? null),
    opened: first.promise,
    async stop() {
      if (restart !== null) clearTimeout(restart);
      const { worker } = thread ?? {};
      if (worker === undefined || stopping) return;
      post({ type: 'stop' });
      stopping = true;
      const limit = setTimeout(() => end.settle(null), STOP_WITHIN_MS);
      await end.promise;
      clearTimeout(limit);
      await worker.terminate();
    },
  };
}

/** A promise with the function that settles it; further calls change nothing. */
function settleable<T>(): { readonly promise: Promise<T>; settle(value: T): void } {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, settle: (value) => settle(value) };
}
