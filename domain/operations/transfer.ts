import type { Failure, Result } from '../result.ts';

/*
 * What is kept here goes to the platform on a USB drive, and its receipts come back on it (docs/adr/0044): counts and
 * codes, nothing of a member.
 */

/** A removable drive that is in. A page knows it by an id that was made up for it. */
export interface TransferDrive {
  readonly id: string;
  /** As whoever formatted the drive named it; may be empty. */
  readonly name: string;
}

export const EXPORT_FAULTS = [
  'nothing-pending',
  'sealing-key',
  'drive-gone',
  'drive-full',
  'drive-read-only',
  'drive-fault',
  'drive-differs',
  'stopped',
  'busy',
  'no-answer',
  'not-saved',
  'unavailable',
] as const;
/** Why nothing was marked as exported; message `transfer.export-fault.<code>` and `.help`. */
export type ExportFault = (typeof EXPORT_FAULTS)[number];

export const RECEIPT_FAULTS = [
  'receipts-missing',
  'receipts-unreadable',
  'receipts-not-trusted',
  'receipts-foreign',
  'drive-gone',
  'busy',
  'no-answer',
  'not-saved',
  'unavailable',
] as const;
/** Why receipts were not taken; message `transfer.receipt-fault.<code>` and `.help`. */
export type ReceiptFault = (typeof RECEIPT_FAULTS)[number];

/** How far an export is. While it is compared, everything is written already. */
export interface TransferProgress {
  readonly phase: 'writing' | 'comparing';
  /** Items done: forms, their files, reports of days. */
  readonly done: number;
  readonly of: number;
}

/** A bundle that is whole on the drive. */
export interface ExportedToDrive {
  /** Name of its folder on the drive. */
  readonly folder: string;
  readonly submissions: number;
  readonly attachments: number;
  readonly dayReports: number;
  /** Bundles of this machine that lay on the drive before. */
  readonly earlier: number;
}

/** What receipts on a drive changed here. */
export interface ReceiptsRead {
  readonly submissions: number;
  readonly attachments: number;
  readonly dayReports: number;
  /** Refused by the platform and set aside here; reports among them stay where they are. */
  readonly refused: number;
  /** Known before, or no longer here. */
  readonly known: number;
  /** Receipts, and files of them, that do not verify: nothing was changed by them. */
  readonly untrusted: number;
  /** Parts of a bundle that the platform could not read: they have to be exported again. */
  readonly unreadableParts: number;
}

export type ExportAnswer = Result<ExportedToDrive, Failure<ExportFault>>;
export type ReceiptsAnswer = Result<ReceiptsRead, Failure<ReceiptFault>>;

/** An export under way. */
interface RunningExport {
  readonly done: Promise<ExportAnswer>;
  /** Ends it before its next part; what it wrote is taken off the drive, and `done` says `stopped`. */
  readonly stop: () => void;
}

/** What the pages of the drive ask of the terminal. */
export interface TransferPort {
  /** Tells the drives that are in, at once and at every change. @returns what ends it */
  watch(listener: (drives: readonly TransferDrive[]) => void): () => void;
  /** Runs beside everything else; the drive is named by an id that `watch` told. */
  export(drive: string, staffId: string, progress: (progress: TransferProgress) => void): RunningExport;
  readReceipts(drive: string, staffId: string): Promise<ReceiptsAnswer>;
}
