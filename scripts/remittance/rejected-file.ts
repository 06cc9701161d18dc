import type { RowOutcome } from '../../domain/remittance/checker.ts';
import type { FoundEncoding } from '../../domain/remittance/file/encoding.ts';
import { createTextFile } from './text-file.ts';

/** The rows that stay, each as it came, to be corrected and sent again. */
export interface RejectedFile {
  readonly begin: (found: FoundEncoding) => void;
  readonly take: (outcome: RowOutcome) => void;
  readonly rows: () => number;
  readonly finish: () => void;
  readonly discard: () => void;
}

/** @param path null when nobody asked for the file: rows are counted all the same */
export function createRejectedFile(path: string | null): RejectedFile {
  const file = path === null ? null : createTextFile(path);
  let rows = 0;
  let mark = '';
  let lineEnd: string = '\r\n';
  return {
    // A spreadsheet that wrote the mark needs it to read the Chinese names again.
    begin({ encoding, byteOrderMark }) {
      mark = encoding === 'utf-8' && byteOrderMark ? '\ufeff' : '';
    },
    take(outcome) {
      // A last line without an end gets that of the line before: rows may follow that had to wait.
      lineEnd = outcome.lineEnd || lineEnd;
      if (outcome.value !== null) return;
      file?.write(`${rows === 0 ? mark : ''}${outcome.line}${lineEnd}`);
      rows += 1;
    },
    rows: () => rows,
    finish: () => file?.finish(),
    discard: () => file?.discard(),
  };
}
