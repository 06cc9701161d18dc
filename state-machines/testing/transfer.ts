import type {
  ExportAnswer,
  ReceiptsAnswer,
  TransferDrive,
  TransferPort,
  TransferProgress,
} from '../../domain/operations/transfer.ts';
import { fail, ok } from '../../domain/result.ts';

export const EXPORTED: ExportAnswer = ok({
  folder: 'empf-export-K0127-01997d2e-7a10-7000-8000-000000000001',
  ...{ submissions: 12, attachments: 1, dayReports: 2, earlier: 0 },
});
export const RECEIPTS: ReceiptsAnswer = ok({
  ...{
    submissions: 12,
    attachments: 1,
    dayReports: 2,
    refused: 0,
    known: 0,
    untrusted: 0,
    unreadableParts: 0,
  },
});

/** A drive by hand: what was asked is written down, what comes of it is said by the test. */
export interface FakeTransfer extends TransferPort {
  readonly asked: string[];
  receipts: ReceiptsAnswer | 'silent' | 'rejects';
  /** Nobody looks at the drives any more. */
  readonly watched: () => boolean;
  plug(...drives: readonly TransferDrive[]): void;
  /** Of the export under way. */
  progress(progress: TransferProgress): void;
  end(answer: ExportAnswer): Promise<void>;
  /** A drive that is stopped ends at once, unless it hangs. */
  hangs: boolean;
}

export function fakeTransfer(): FakeTransfer {
  const listeners = new Set<(drives: readonly TransferDrive[]) => void>();
  let drives: readonly TransferDrive[] = [{ id: 'd1', name: 'OFFICE' }];
  let tell: (progress: TransferProgress) => void = () => undefined;
  let settle: (answer: ExportAnswer) => void = () => undefined;
  const fake: FakeTransfer = {
    asked: [],
    receipts: RECEIPTS,
    hangs: false,
    watched: () => listeners.size > 0,
    plug(...plugged) {
      drives = plugged;
      for (const listener of listeners) listener(drives);
    },
    progress: (progress) => tell(progress),
    async end(answer) {
      settle(answer);
      await Promise.resolve();
    },
    watch(listener) {
      listeners.add(listener);
      listener(drives);
      return () => listeners.delete(listener);
    },
    export(drive, staffId, progress) {
      fake.asked.push(`export ${drive} ${staffId}`);
      tell = progress;
      const done = new Promise<ExportAnswer>((resolve) => {
        settle = resolve;
      });
      return {
        done,
        stop() {
          fake.asked.push('stop');
          if (!fake.hangs) settle(fail('stopped'));
        },
      };
    },
    readReceipts(drive, staffId) {
      fake.asked.push(`receipts ${drive} ${staffId}`);
      if (fake.receipts === 'silent') return new Promise(() => undefined);
      if (fake.receipts === 'rejects') return Promise.reject(new Error('gone'));
      return Promise.resolve(fake.receipts);
    },
  };
  return fake;
}
