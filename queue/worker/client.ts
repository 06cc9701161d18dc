import { Worker } from 'node:worker_threads';
import type { OutOfServiceReason, SubmitFault } from '../../domain/codes.ts';
import { type Failure, fail, type Result } from '../../domain/result.ts';
import type { AuditEntry, Kept, QueueEvent, QueuePort } from '../../domain/terminal/ports.ts';
import type { Enrolment } from '../../domain/wire/contract.ts';
import type { Delays } from '../sync/delays.ts';
import {
  type FromWorker,
  fromWorkerSchema,
  type ToWorker,
  type WorkerData,
  withoutEmptyParams,
} from './messages.ts';

export interface QueueWorkerOptions {
  /** The thread's entry: `queue/worker/main.ts` in plain Node, the bundled `queue-worker.js` in Electron. */
  readonly workerUrl: URL;
  readonly databasePath: string;
  /** A folder of its own for the terminal's keys. */
  readonly keyFolder: string;
  readonly enrolment: Enrolment;
  readonly sqliteBinding?: string | null;
  readonly delays?: Partial<Delays>;
  /** Told when the thread died; `restarted` says whether another is on its way. */
  readonly onDeath?: (death: { readonly restarted: boolean }) => void;
}

export interface OpenedQueue {
  /** Leases of an earlier process that were taken back. */
  readonly recovered: number;
  /** True: the integrity check passed, the screen may say that kept submissions are safe. */
  readonly keptItemsSafe: boolean;
}

export interface QueueWorker {
  readonly port: QueuePort;
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
    sqliteBinding: options.sqliteBinding ?? null,
    delays: { ...options.delays },
  };
  const listeners = new Set<(event: QueueEvent) => void>();
  const calls = new Map<number, (result: Result<Kept, Failure<SubmitFault>>) => void>();
  const latest = new Map<'CONNECTION' | 'COUNTS', QueueEvent>();
  const first = settleable<Result<OpenedQueue, Failure<OutOfServiceReason>>>();
  const end = settleable<null>();
  let lastCall = 0;
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
      case 'opened':
        first.settle(withoutEmptyParams(message.result));
        return;
      case 'answer':
        settleCall(message.call, withoutEmptyParams(message.result));
        return;
      case 'event':
        tell(message.event);
        return;
      case 'stopped':
        end.settle(null);
    }
  }

  function tell(event: QueueEvent): void {
    if (event.type !== 'ITEM') latest.set(event.type, event);
    for (const listener of listeners) listener(event);
  }

  function settleCall(call: number, result: Result<Kept, Failure<SubmitFault>>): void {
    const settle = calls.get(call);
    calls.delete(call);
    settle?.(result);
  }

  function gone(dead: Thread): void {
    thread = null;
    for (const call of [...calls.keys()]) settleCall(call, fail('unavailable'));
    if (stopping) {
      end.settle(null);
      return;
    }
    if (performance.now() - dead.startedAt >= RESTART_ANEW_AFTER_MS) restartUsed = false;
    tell({ type: 'CONNECTION', online: false, trouble: null });
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
    submit(request) {
      return new Promise((resolve) => {
        lastCall += 1;
        calls.set(lastCall, resolve);
        if (!post({ type: 'submit', call: lastCall, request: { ...request } }))
          settleCall(lastCall, fail('unavailable'));
      });
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
