import { createReadStream, statSync } from 'node:fs';
import {
  type CheckerOptions,
  createRemittanceChecker,
  type FileReport,
  type RowOutcome,
} from '../../domain/remittance/checker.ts';
import type { RemittanceCode } from '../../domain/remittance/problems/codes.ts';
import {
  createEncodingFinder,
  decoderOf,
  type Encoding,
  encodingNote,
  type FoundEncoding,
} from '../../domain/remittance/file/encoding.ts';
import { Refusal } from './refusal.ts';

/** What was found in a file; of one that is no text an empty report with the reason. */
export interface CheckedFile {
  /** Null when the file is no text. */
  readonly encoding: Encoding | null;
  readonly byteOrderMark: boolean;
  readonly report: FileReport;
}

/** Where the outcome of each row goes as soon as it is known. */
export interface RowTaker {
  /** Called once, before the first row. */
  readonly begin: (found: FoundEncoding) => void;
  readonly take: (outcome: RowOutcome) => void;
}

/**
 * Reads a file twice, in pieces: once for its encoding, once for its rows.
 *
 * @throws Refusal when it is not there or may not be read
 */
export async function checkFile(
  path: string,
  options: CheckerOptions,
  taker: RowTaker,
): Promise<CheckedFile> {
  const finder = createEncodingFinder();
  await readPieces(path, (bytes) => finder.push(bytes));
  const found = finder.end();
  const checker = createRemittanceChecker(options);
  if (!found.ok) {
    const { report } = checker.end();
    const problems = [{ row: null, code: found.code, params: {} }];
    return { encoding: null, byteOrderMark: false, report: { ...report, problems, warnings: 0 } };
  }
  taker.begin(found.value);
  const decoder = decoderOf(found.value);
  const takeAll = (outcomes: readonly RowOutcome[]): void => outcomes.forEach(taker.take);
  await readPieces(path, (bytes) => takeAll(checker.push(decoder.decode(bytes, { stream: true }))));
  takeAll(checker.push(decoder.decode()));
  const { outcomes, report } = checker.end();
  takeAll(outcomes);
  return { ...found.value, report: withNote(report, encodingNote(found.value)) };
}

async function readPieces(path: string, take: (bytes: Uint8Array) => void): Promise<void> {
  try {
    // A pipe can be read only once.
    if (!statSync(path).isFile()) throw new Refusal('file-not-file', { path });
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) {
      if (piece instanceof Uint8Array) take(piece);
    }
  } catch (error) {
    throw refusalOf(error, path);
  }
}

/** Only what the file system says about the file is a refusal; anything else is a bug and stays one. */
function refusalOf(error: unknown, path: string): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  return error.code === 'ENOENT'
    ? new Refusal('file-not-found', { path })
    : new Refusal('file-not-readable', { path });
}

function withNote(report: FileReport, code: RemittanceCode | null): FileReport {
  if (code === null) return report;
  return {
    ...report,
    warnings: report.warnings + 1,
    problems: [{ row: null, code, params: {} }, ...report.problems],
  };
}
