import type {
  ExportAnswer,
  ReceiptsAnswer,
  TransferDrive,
  TransferProgress,
} from '../../operations/transfer.ts';

/** Staff's pages of the USB drive (docs/adr/0044). How much waits stands in the frame of every page. */
export type TransferOverlay =
  | {
      readonly id: 'transfer';
      /** Null: being looked for. */
      readonly drives: readonly TransferDrive[] | null;
      /** The only one that is in, or the one that was chosen of several. */
      readonly chosen: string | null;
    }
  | {
      readonly id: 'transfer-exporting';
      /** Name of the drive; empty once it is not there any more. */
      readonly drive: string;
      /** Null: nothing is written yet. */
      readonly progress: TransferProgress | null;
      readonly stopping: boolean;
    }
  | { readonly id: 'transfer-exported'; readonly answer: ExportAnswer }
  | { readonly id: 'transfer-reading' }
  | { readonly id: 'transfer-received'; readonly answer: ReceiptsAnswer };
