import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { type Frame, isPageSize, type LogFile, readLog } from './log-file.ts';

/** A page as it was at one time: in the database file, or in one frame of its log. */
export interface StoredPage {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** Greater is newer. Below 0: from a transaction that never ended, or from an older run of the log. */
  readonly rank: number;
  /** The other pages as they may have been at that time, the most likely first. */
  readonly surroundings: readonly Surrounding[];
  /** The same page, read from the disk anew: to come back to it without keeping it in memory. */
  readonly again: () => StoredPage;
}

/** Gives a page by its number, or null when there is none. */
export type Surrounding = (page: number) => Uint8Array | null;

/** A database file and its log, as bytes: nothing is opened by SQLite, nothing is changed. */
export interface FileImage {
  readonly pageBytes: number;
  /** What the header says, or null when there is no header left that could say it. */
  readonly schemaVersion: number | null;
  readonly log: LogFile | null;
  /** False when the header says that there is no log: SQLite then throws away the one that is there. */
  readonly ownsLog: boolean;
  pages(): Iterable<StoredPage>;
  close(): void;
}

/** What the driver makes (`DEFAULT_PAGE_SIZE`), for a file whose header is gone. */
const USUAL_PAGE_BYTES = 4096;
const MAGIC = 'SQLite format 3\0';
const PAGE_SIZE_AT = 16;
const USER_VERSION_AT = 60;
/** Two bytes, for writing and for reading; 2: with a log. */
const FORMAT_AT = 18;
const WITH_LOG = 2;
const PAGES_AT_ONCE = 256;

/** @throws what the disk throws; a file that is not there is an empty one */
export function openImage(path: string): FileImage {
  const handle = existsSync(path) ? openSync(path, 'r') : null;
  try {
    const logBytes = existsSync(`${path}-wal`) ? new Uint8Array(readFileSync(`${path}-wal`)) : null;
    const header = handle === null ? null : read(handle, 0, USER_VERSION_AT + 4);
    const log = logBytes === null ? null : readLog(logBytes, pageSizeOf(header) ?? USUAL_PAGE_BYTES);
    const pageBytes = pageSizeOf(header) ?? log?.pageBytes ?? USUAL_PAGE_BYTES;
    const ownsLog = header?.[FORMAT_AT] === WITH_LOG && header[FORMAT_AT + 1] === WITH_LOG;
    const both = log === null || logBytes === null ? null : { file: log, bytes: logBytes };
    return image(handle, { pageBytes, ownsLog }, both);
  } catch (error) {
    if (handle !== null) closeSync(handle);
    throw error;
  }
}

interface Log {
  readonly file: LogFile;
  readonly bytes: Uint8Array;
}

function image(
  handle: number | null,
  { pageBytes, ownsLog }: Pick<FileImage, 'pageBytes' | 'ownsLog'>,
  log: Log | null,
): FileImage {
  const size = handle === null ? 0 : fstatSync(handle).size;
  const count = Math.floor(size / pageBytes);
  const present = (log?.file.frames ?? []).filter((frame) => frame.present);
  const lastCommit = present.findLast((frame) => frame.commit)?.index ?? -1;
  /** Frames of the present run by page, in the order written. */
  const byPage = new Map<number, Frame[]>();
  for (const frame of present) byPage.set(frame.page, [...(byPage.get(frame.page) ?? []), frame]);

  const inFile: Surrounding = (page) =>
    handle === null || page < 1 || page > count ? null : read(handle, (page - 1) * pageBytes, pageBytes);
  const bytesOf = ({ offset }: Frame): Uint8Array =>
    log?.bytes.subarray(offset, offset + pageBytes) ?? new Uint8Array();
  const upTo =
    (last: number): Surrounding =>
    (page) => {
      const frame = byPage.get(page)?.findLast((candidate) => candidate.index <= last);
      return frame === undefined ? inFile(page) : bytesOf(frame);
    };
  const newest = upTo(Number.POSITIVE_INFINITY);

  const pageOfFile = (number: number, bytes: Uint8Array): StoredPage => ({
    number,
    bytes,
    rank: 0,
    surroundings: [newest, inFile],
    again: () => pageOfFile(number, inFile(number) ?? new Uint8Array()),
  });
  function pageOfFrame(frame: Frame): StoredPage {
    const ended = frame.present && frame.index <= lastCommit;
    const page: StoredPage = {
      number: frame.page,
      bytes: bytesOf(frame),
      rank: ended ? frame.index + 1 : -1,
      surroundings: [upTo(frame.index), newest, inFile],
      again: () => page,
    };
    return page;
  }

  function* pages(): Iterable<StoredPage> {
    for (let first = 1; first <= count; first += PAGES_AT_ONCE) {
      if (handle === null) return;
      const block = read(handle, (first - 1) * pageBytes, PAGES_AT_ONCE * pageBytes);
      for (let at = 0; at + pageBytes <= block.byteLength; at += pageBytes) {
        yield pageOfFile(first + at / pageBytes, block.subarray(at, at + pageBytes));
      }
    }
    for (const frame of log?.file.frames ?? []) yield pageOfFrame(frame);
  }

  const first = newest(1);
  return {
    pageBytes,
    schemaVersion: first !== null && hasMagic(first) ? viewOf(first).getUint32(USER_VERSION_AT) : null,
    log: log?.file ?? null,
    ownsLog,
    pages,
    close: () => {
      if (handle !== null) closeSync(handle);
    },
  };
}

function read(handle: number, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const got = readSync(handle, bytes, done, length - done, position + done);
    if (got === 0) break;
    done += got;
  }
  return bytes.subarray(0, done);
}

function pageSizeOf(header: Uint8Array | null): number | null {
  if (header === null || header.byteLength < USER_VERSION_AT || !hasMagic(header)) return null;
  const bytes = viewOf(header).getUint16(PAGE_SIZE_AT);
  return isPageSize(bytes) ? bytes : null;
}

function hasMagic(page: Uint8Array): boolean {
  return (
    page.byteLength >= MAGIC.length &&
    Buffer.from(page.subarray(0, MAGIC.length)).toString('latin1') === MAGIC
  );
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
