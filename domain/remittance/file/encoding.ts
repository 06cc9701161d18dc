import { type Failure, fail, ok, type Result } from '../../result.ts';
import type { RemittanceCode } from '../problems/codes.ts';

/** How the file's bytes are text; labels that `TextDecoder` knows. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'big5';

export interface FoundEncoding {
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
}

type EncodingFault =
  'file-empty' | 'file-spreadsheet' | 'file-pdf' | 'file-not-text' | 'file-encoding-unknown';

export interface EncodingFinder {
  readonly push: (bytes: Uint8Array) => void;
  readonly end: () => Result<FoundEncoding, Failure<EncodingFault>>;
}

/** First bytes of what people send instead of a CSV file: xlsx and other zips, old xls, PDF. */
const CONTAINERS: readonly (readonly [readonly number[], EncodingFault])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'file-spreadsheet'],
  [[0x50, 0x4b, 0x05, 0x06], 'file-spreadsheet'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'file-spreadsheet'],
  [[0x25, 0x50, 0x44, 0x46], 'file-pdf'],
];
const MARKS: readonly (readonly [readonly number[], Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const LONGEST_START = 4;
/** Controls and private characters that a lenient decoder makes of bytes that are no text. */
const MISFIT = /[\u0080-\u009f\uf8f8\ufffd]/u;

/**
 * Finds out how a file is encoded by reading all of it once, in pieces: a name in Big5 may stand in the last row only.
 * A byte order mark decides; otherwise UTF-8 when every byte fits, else Big5 when every byte fits.
 */
export function createEncodingFinder(): EncodingFinder {
  let start: number[] = [];
  let binary = false;
  const utf8 = createTrial('utf-8');
  const big5 = createTrial('big5');

  return {
    push(bytes) {
      if (start.length < LONGEST_START) {
        start = [...start, ...bytes.subarray(0, LONGEST_START - start.length)];
      }
      binary ||= bytes.includes(0);
      utf8.push(bytes);
      big5.push(bytes);
    },
    end() {
      if (start.length === 0) return fail('file-empty');
      const container = CONTAINERS.find(([mark]) => begins(start, mark));
      if (container !== undefined) return fail(container[1]);
      const marked = MARKS.find(([mark]) => begins(start, mark));
      if (marked?.[1] === 'utf-8' && !utf8.fits()) return fail('file-encoding-unknown');
      if (marked !== undefined) return ok({ encoding: marked[1], byteOrderMark: true });
      if (binary) return fail('file-not-text');
      if (utf8.fits()) return ok({ encoding: 'utf-8', byteOrderMark: false });
      return big5.fits() ? ok({ encoding: 'big5', byteOrderMark: false }) : fail('file-encoding-unknown');
    },
  };
}

/** What to say about an encoding that is not plain UTF-8; null when there is nothing to say. */
export function encodingNote({ encoding, byteOrderMark }: FoundEncoding): RemittanceCode | null {
  if (encoding === 'big5') return 'encoding-big5';
  if (encoding === 'utf-8') return byteOrderMark ? 'encoding-byte-order-mark' : null;
  return 'encoding-utf-16';
}

/** A decoder for the whole file; what cannot be read (half a character at the end) becomes a replacement character. */
export function decoderOf({ encoding }: FoundEncoding) {
  return new TextDecoder(encoding);
}

function begins(start: readonly number[], mark: readonly number[]): boolean {
  return mark.every((byte, index) => start[index] === byte);
}

/** Whether bytes that come in pieces fit an encoding. A character cut off at the end of the file is no misfit. */
function createTrial(encoding: Encoding) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let fits = true;
  return {
    fits: () => fits,
    push(bytes: Uint8Array): void {
      if (!fits) return;
      try {
        fits = !MISFIT.test(decoder.decode(bytes, { stream: true }));
      } catch {
        fits = false;
      }
    },
  };
}
