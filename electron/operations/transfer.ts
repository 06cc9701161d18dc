import type { TransferPort } from '../../domain/operations/transfer.ts';
import { fail } from '../../domain/result.ts';
import type { DriveWatch } from '../../hardware/index.ts';
import type { QueueWorker } from '../../queue/index.ts';

export interface TransferOptions {
  readonly drives: DriveWatch;
  /** Null while the queue's thread is gone. */
  readonly desk: () => QueueWorker['transfer'] | null;
}

/** To a drive and back: which drive is known here, what goes onto it in the queue's thread. */
export function createTransfer({ drives, desk }: TransferOptions): TransferPort {
  return {
    watch: (listener) => drives.watch(listener),
    export(drive, staffId, progress) {
      let stopped = false;
      async function work() {
        const folder = await drives.pathOf(drive);
        if (folder === null) return fail('drive-gone');
        if (stopped) return fail('stopped');
        return (await desk()?.export({ folder, staffId }, progress)) ?? fail('unavailable');
      }
      return {
        done: work(),
        stop() {
          stopped = true;
          desk()?.stop();
        },
      };
    },
    async readReceipts(drive, staffId) {
      const folder = await drives.pathOf(drive);
      if (folder === null) return fail('drive-gone');
      return (await desk()?.receipts({ folder, staffId })) ?? fail('unavailable');
    },
  };
}
