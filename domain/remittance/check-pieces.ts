import { type CheckerOptions, createRemittanceChecker, type FileReport, type RowOutcome } from './checker.ts';
import {
  createEncodingFinder,
  decoderOf,
  type Encoding,
  encodingNote,
  type FoundEncoding,
} from './file/encoding.ts';
import type { RemittanceCode } from './problems/codes.ts';

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
  /** Waited for between the rows that are settled after the last piece. Left out: nothing is. */
  readonly turn?: () => Promise<void>;
}

/** Hands a file over from its beginning, in pieces; each call begins anew. */
export type PieceReader = (take: (bytes: Uint8Array) => void) => Promise<void>;

/** Some milliseconds' work. */
const SETTLED_AT_ONCE = 200;

/** Checks a file that comes in pieces twice: once for its encoding, once for its rows. */
export async function checkPieces(
  readPieces: PieceReader,
  options: CheckerOptions,
  taker: RowTaker,
): Promise<CheckedFile> {
  const finder = createEncodingFinder();
  await readPieces((bytes) => finder.push(bytes));
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
  await readPieces((bytes) => takeAll(checker.push(decoder.decode(bytes, { stream: true }))));
  takeAll(checker.push(decoder.decode()));
  for (;;) {
    const some = checker.settleSome(SETTLED_AT_ONCE);
    if (some.length === 0) break;
    takeAll(some);
    await taker.turn?.();
  }
  const { outcomes, report } = checker.end();
  takeAll(outcomes);
  return { ...found.value, report: withNote(report, encodingNote(found.value)) };
}

function withNote(report: FileReport, code: RemittanceCode | null): FileReport {
  if (code === null) return report;
  return {
    ...report,
    warnings: report.warnings + 1,
    problems: [{ row: null, code, params: {} }, ...report.problems],
  };
}
