import { Worker } from 'node:worker_threads';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import type {
  CheckEvent,
  FileListing,
  RemittanceFilesPort,
  SavedProblems,
  SaveFault,
} from '../../domain/terminal/ports/remittance-files.ts';
import type { HeldRoster } from './held-roster.ts';
import { DRIVE_DELAYS } from './delays.ts';
import {
  type DriveThreadData,
  type FromDriveThread,
  fromDriveThreadSchema,
  type ToDriveThread,
} from './messages.ts';

export interface RemittanceFilesOptions {
  /** The thread's entry: `hardware/drives/main.ts` in plain Node, the bundled `drive-reader.js` in Electron. */
  readonly workerUrl: URL;
  readonly places: DriveThreadData;
  readonly referenceData: () => ReferenceData;
  /** A van's lists of workers; elsewhere none is read. */
  readonly roster?: HeldRoster;
  /** UUIDv7. */
  readonly newId: () => string;
  /** ISO instant. */
  readonly now: () => string;
  /** What is written says so. Default: for real. */
  readonly practice?: boolean;
}

type Saved = Result<SavedProblems, Failure<SaveFault>>;

/**
 * The terminal's way to the files of a drive. The thread begins when somebody looks and ends with the visit; the rows of
 * a file that go, and beside them those that stay, are held here, and nowhere on disk.
 */
export function createRemittanceFiles(options: RemittanceFilesOptions): RemittanceFilesPort {
  const { practice = false } = options;
  let thread: Worker | null = null;
  let lastCall = 0;
  let listen: ((listing: FileListing) => void) | null = null;
  let checking: { readonly call: number; readonly tell: (event: CheckEvent) => void } | null = null;
  let saving: { readonly call: number; readonly settle: (saved: Saved) => void } | null = null;
  let held: { readonly id: string; readonly rows: Uint8Array; readonly staying: Uint8Array | null } | null =
    null;

  function begin(): Worker {
    const worker = new Worker(options.workerUrl, { workerData: options.places });
    worker.on('message', (message: unknown) => {
      if (thread === worker) receive(fromDriveThreadSchema.parse(message));
    });
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (thread === worker) gone();
    });
    return worker;
  }

  function receive(message: FromDriveThread): void {
    switch (message.type) {
      case 'listing':
        listen?.(message.listing);
        return;
      case 'progress':
        if (checking?.call !== message.call) return;
        checking.tell({ type: 'PROGRESS', progress: { done: message.done, rows: message.rows } });
        return;
      case 'trouble':
        settleCheck(message.call, {
          type: 'TROUBLE',
          trouble: message.trouble,
          places: message.places,
        });
        return;
      case 'checked': {
        const { call, facts, rows, staying, findings } = message;
        if (checking?.call !== call) return;
        if (facts !== null && rows !== null) held = { id: facts.id, rows, staying };
        settleCheck(call, { type: 'CHECKED', findings, facts });
        return;
      }
      case 'list-checked':
        settleCheck(message.call, {
          type: 'LIST_CHECKED',
          findings: message.findings,
          list: message.list,
        });
        return;
      case 'roster-checked': {
        const { call, findings, digest, people } = message;
        if (checking?.call !== call) return;
        const again = options.roster?.offer({ digest, people }) ?? false;
        settleCheck(call, { type: 'ROSTER_CHECKED', findings, again });
        return;
      }
      case 'saved':
        if (saving?.call === message.call) settleSave(message.result);
    }
  }

  function settleCheck(call: number, event: CheckEvent): void {
    if (checking?.call !== call) return;
    const { tell } = checking;
    checking = null;
    tell(event);
  }

  function settleSave(saved: Saved): void {
    const settle = saving?.settle;
    saving = null;
    settle?.(saved);
  }

  /** The thread died: whoever waits is told, and the next look begins another. */
  function gone(): void {
    thread = null;
    if (checking !== null) settleCheck(checking.call, { type: 'TROUBLE', trouble: 'not-checked' });
    settleSave(fail('drive-fault'));
  }

  function post(message: ToDriveThread): void {
    thread ??= begin();
    const copy = message.type === 'save' ? message.staying : null;
    thread.postMessage(message, copy === null ? [] : [copy.buffer]);
  }

  function letGo(): void {
    held?.rows.fill(0);
    held?.staying?.fill(0);
    held = null;
    options.roster?.withdraw();
  }

  function end(): void {
    const ending = thread;
    thread = null;
    // A thread that waits for a drive that does not answer is not waited for.
    void ending?.terminate();
  }

  /** @returns what stops it */
  function started(call: number, listener: (event: CheckEvent) => void): () => void {
    checking = { call, tell: listener };
    return () => {
      if (checking?.call !== call) return;
      checking = null;
      if (thread !== null) post({ type: 'stop-check' });
    };
  }

  return {
    browse(listener) {
      listen = listener;
      post({ type: 'browse' });
      return {
        open: (id) => post({ type: 'open', id }),
        up: () => post({ type: 'up' }),
        end: () => {
          if (listen !== listener) return;
          listen = null;
          if (thread !== null) post({ type: 'browse-end' });
        },
      };
    },
    check({ entry, payer, rules, stored, today }, listener) {
      letGo();
      lastCall += 1;
      const call = lastCall;
      const stop = started(call, listener);
      post({
        ...{ type: 'check', call, id: options.newId(), entry, payer: { ...payer }, rules, today },
        stored: structuredClone(stored),
        data: structuredClone(options.referenceData()),
      });
      return stop;
    },
    checkList({ entry, standing, today }, listener) {
      letGo();
      lastCall += 1;
      const call = lastCall;
      const stop = started(call, listener);
      post({ type: 'check-list', call, entry, standing, today });
      return stop;
    },
    checkRoster(entry, listener) {
      letGo();
      lastCall += 1;
      const call = lastCall;
      const stop = started(call, listener);
      const key = options.roster?.key();
      if (key === undefined) settleCheck(call, { type: 'TROUBLE', trouble: 'not-checked' });
      else post({ type: 'check-roster', call, entry, key });
      return stop;
    },
    saveProblems(locale, andRows, checkOnly = false) {
      lastCall += 1;
      const call = lastCall;
      return new Promise<Saved>((resolve) => {
        const overdue = setTimeout(() => {
          if (saving?.call === call) settleSave(fail('drive-fault'));
        }, DRIVE_DELAYS.saveOverdue);
        saving = {
          call,
          settle: (saved) => {
            clearTimeout(overdue);
            resolve(saved);
          },
        };
        const staying = andRows ? (held?.staying?.slice() ?? null) : null;
        const mark = practice ? 'practice' : checkOnly ? 'mock-run' : null;
        post({ type: 'save', call, locale, stamp: stampOf(options.now()), staying, mark });
      });
    },
    held: () => held?.id ?? null,
    bytesOf: (id) => (held?.id === id ? held.rows : null),
    forget() {
      listen = null;
      checking = null;
      settleSave(fail('drive-gone'));
      letGo();
      end();
    },
  };
}

/** `20261123-1542`, in Hong Kong whatever the machine's zone. */
function stampOf(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 16).replace(':', '')}`;
}
