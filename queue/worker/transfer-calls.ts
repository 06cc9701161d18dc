import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import {
  EXPORT_FAULTS,
  type ExportAnswer,
  type ExportFault,
  RECEIPT_FAULTS,
  type ReceiptFault,
  type ReceiptsAnswer,
  type TransferProgress,
} from '../../domain/operations/transfer.ts';
import { fail, type Failure, ok, type Result } from '../../domain/result.ts';
import { bundleFolderName } from '../../domain/wire/bundle.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { isFileFault } from '../keys/private-file.ts';
import type { Queue } from '../store/queue.ts';
import type { Drive } from '../transfer/drive.ts';
import { type ExportedBundle, exportPending } from '../transfer/export.ts';
import { type ImportedReceipts, importReceipts } from '../transfer/import-receipts.ts';
import { type ExportProgress, UNFINISHED } from '../transfer/write-bundle.ts';

const folder = z.string().min(1).max(4_096);
const staffId = z.string().min(1).max(32);

/** What main asks for about a drive (domain/operations/transfer.ts). Only main knows where a drive is. */
export const transferCallSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('export'), folder, staffId }),
  z.strictObject({ do: z.literal('receipts'), folder, staffId }),
  z.strictObject({ do: z.literal('stop') }),
]);
type TransferCall = z.infer<typeof transferCallSchema>;

const count = z.number().int().nonnegative();
export const transferProgressSchema = z.strictObject({
  phase: z.enum(['writing', 'comparing']),
  done: count,
  of: count,
});
export type TellProgress = (progress: TransferProgress) => void;

interface Asked {
  /** The top of the drive. */
  readonly folder: string;
  readonly staffId: string;
}

export interface TransferDesk {
  /** One at a time: `busy` while another is under way, also one that a drive keeps from ending. */
  export(asked: Asked, tell: TellProgress): Promise<ExportAnswer>;
  receipts(asked: Asked): Promise<ReceiptsAnswer>;
  /** Ends an export under way before its next part. */
  stop(): void;
}

interface TransferDeskOptions {
  readonly queue: Queue;
  readonly keys: KeyStore;
  readonly terminalId: string;
  /** What waits, or where it lies, is another. */
  readonly onChanged: () => void;
  /** Tests put one in that fails. */
  readonly drive?: Drive;
}

/** The thread's side: `queue/transfer/` between the turns of everything else that the thread does. */
export function createTransferDesk(
  options: TransferDeskOptions,
): TransferDesk & { readonly ended: () => Promise<void> } {
  const { queue, keys, terminalId } = options;
  let running: Promise<unknown> | null = null;
  let stopped = false;

  async function alone<T>(work: () => Promise<T>): Promise<T | ReturnType<typeof fail<'busy'>>> {
    if (running !== null) return fail('busy');
    stopped = false;
    const task = work();
    running = task;
    try {
      return await task;
    } finally {
      running = null;
      options.onChanged();
    }
  }

  return {
    export: ({ folder: targetFolder, staffId: by }, tell) =>
      alone(async () => {
        const exported = await exportPending({
          ...{ queue, keys, terminalId, targetFolder },
          staffId: by,
          onProgress: atMostOften(({ phase, items, ofItems }) => tell({ phase, done: items, of: ofItems })),
          stopped: () => stopped,
          ...(options.drive === undefined ? {} : { drive: options.drive }),
        });
        if (!exported.ok) return known(exported, EXPORT_FAULTS);
        return ok(toldOf(exported.value, bundlesOn(targetFolder, terminalId) - 1));
      }),
    receipts: ({ folder: place, staffId: by }) =>
      alone(async () => {
        if (!existsSync(place)) return fail('drive-gone');
        const imported = await importReceipts({ ...{ queue, keys, terminalId, place }, staffId: by });
        return imported.ok ? ok(readOf(imported.value)) : known(imported, RECEIPT_FAULTS);
      }),
    stop() {
      stopped = true;
    },
    async ended() {
      stopped = true;
      // The thread's limit for ending holds for a drive that does not answer, too.
      await running?.catch(() => undefined);
    },
  };
}

/** No page can show more; the last of each phase is told in any case. */
const PROGRESS_LEAST_MS = 150;

function atMostOften(tell: (progress: ExportProgress) => void): (progress: ExportProgress) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (progress.done < progress.of && now - toldAt < PROGRESS_LEAST_MS) return;
    toldAt = now;
    tell(progress);
  };
}

/** Everything that the machine's own disk does not take is one thing to whoever stands there. */
function known<Code extends ExportFault | ReceiptFault>(
  { code, params }: Failure<string>,
  codes: readonly Code[],
): { readonly ok: false } & Failure<Code | 'not-saved'> {
  return fail(codes.find((one) => one === code) ?? 'not-saved', params);
}

function toldOf({ folder: path, submissions, attachments, dayReports }: ExportedBundle, earlier: number) {
  return { folder: basename(path), submissions, attachments, dayReports, earlier: Math.max(0, earlier) };
}

function readOf(read: ImportedReceipts) {
  const { taken, attachments, dayReports, unreadableParts } = read;
  return {
    ...{ submissions: taken, attachments, dayReports, known: read.known, unreadableParts },
    refused: read.refused + read.dayReportsRefused,
    untrusted: read.untrusted + read.filesRefused,
  };
}

/** Whole bundles of this terminal at the top of a drive. */
function bundlesOn(drive: string, terminalId: string): number {
  const mine = bundleFolderName(terminalId, '');
  try {
    return readdirSync(drive).filter((name) => name.startsWith(mine) && !name.endsWith(UNFINISHED)).length;
  } catch (error) {
    if (!isFileFault(error)) throw error;
    return 0;
  }
}

/** In the thread. */
export function askTransfer(desk: TransferDesk, call: TransferCall, tell: TellProgress): Promise<unknown> {
  switch (call.do) {
    case 'export':
      return desk.export(call, tell);
    case 'receipts':
      return desk.receipts(call);
    case 'stop':
      desk.stop();
      return Promise.resolve(null);
  }
}

const params = z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()])));
const exportAnswerSchema = z.union([
  z.strictObject({
    ok: z.literal(true),
    value: z.strictObject({
      folder: z.string(),
      ...{ submissions: count, attachments: count, dayReports: count, earlier: count },
    }),
  }),
  z.strictObject({ ok: z.literal(false), code: z.enum(EXPORT_FAULTS), params }),
]);
const receiptsAnswerSchema = z.union([
  z.strictObject({
    ok: z.literal(true),
    value: z.strictObject({
      ...{ submissions: count, attachments: count, dayReports: count, refused: count },
      ...{ known: count, untrusted: count, unreadableParts: count },
    }),
  }),
  z.strictObject({ ok: z.literal(false), code: z.enum(RECEIPT_FAULTS), params }),
]);

/**
 * In main: the desk as it is there.
 *
 * @param ask null: the thread is gone
 * @param listen who hears of the export under way from now on
 */
export function transferOver(
  ask: (call: TransferCall) => Promise<unknown>,
  listen: (tell: TellProgress) => void,
): TransferDesk {
  async function answer<T>(call: TransferCall, schema: z.ZodType<T>): Promise<T | typeof gone> {
    const said = await ask(call);
    return said === null ? gone : schema.parse(said);
  }
  return {
    export({ folder: to, staffId: by }, tell) {
      listen(tell);
      return answer({ do: 'export', folder: to, staffId: by }, exportAnswerSchema);
    },
    receipts: ({ folder: from, staffId: by }) =>
      answer({ do: 'receipts', folder: from, staffId: by }, receiptsAnswerSchema),
    stop() {
      void ask({ do: 'stop' });
    },
  };
}

const gone: Result<never, Failure<'unavailable'>> & { readonly ok: false } = fail('unavailable');
