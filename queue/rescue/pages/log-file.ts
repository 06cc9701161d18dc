/**
 * The write-ahead log of SQLite, read without SQLite (sqlite.org/fileformat2.html §4): SQLite stops at the first frame
 * that does not verify and says nothing about what came after it.
 */
export interface Frame {
  /** From 0, in the order written. */
  readonly index: number;
  /** Page of the database that it holds, from 1. */
  readonly page: number;
  /** True for the last frame of a transaction. */
  readonly commit: boolean;
  /** True when it belongs to the log's present run; an older run has been written into the database already. */
  readonly present: boolean;
  /** Where the page's bytes begin in the file. */
  readonly offset: number;
}

export interface LogFile {
  readonly pageBytes: number;
  /** False when the log's own header does not verify: SQLite then takes the log for empty. */
  readonly hasHeader: boolean;
  readonly frames: readonly Frame[];
  /** So many frames from the beginning are what SQLite reads: they verify, and the last of them commits. */
  readonly sound: number;
  /** Transactions whose end lies beyond the first frame that does not verify. */
  readonly beyond: number;
}

const LOG_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;

/** Powers of two that SQLite allows; 65,536 is written differently and not used by us. */
export function isPageSize(bytes: number): boolean {
  return bytes >= 512 && bytes <= 32_768 && (bytes & (bytes - 1)) === 0;
}

interface Sums {
  readonly first: number;
  readonly second: number;
}

/** @param pageBytes used when the log's own header is damaged */
export function readLog(log: Uint8Array, pageBytes: number): LogFile {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  const header = log.byteLength >= LOG_HEADER_BYTES ? readHeader(view, log) : null;
  const size = header?.pageBytes ?? pageBytes;
  const count = Math.max(0, Math.floor((log.byteLength - LOG_HEADER_BYTES) / (size + FRAME_HEADER_BYTES)));
  const frameAt = (index: number): number => LOG_HEADER_BYTES + index * (size + FRAME_HEADER_BYTES);
  const salts = header ?? (count > 0 ? saltsAt(view, frameAt(0)) : null);
  const frames: Frame[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = frameAt(index);
    const own = saltsAt(view, at);
    frames.push({
      index,
      page: view.getUint32(at),
      commit: view.getUint32(at + 4) !== 0,
      present: salts !== null && own.salt1 === salts.salt1 && own.salt2 === salts.salt2,
      offset: at + FRAME_HEADER_BYTES,
    });
  }
  const valid = header === null ? 0 : countValid(view, log, frames, header);
  const lastCommit = frames.slice(0, valid).findLastIndex((frame) => frame.commit);
  const beyond = frames.slice(valid).filter((frame) => frame.present && frame.commit).length;
  return { pageBytes: size, hasHeader: header !== null, frames, sound: lastCommit + 1, beyond };
}

interface LogHeader {
  readonly pageBytes: number;
  readonly littleEndian: boolean;
  readonly salt1: number;
  readonly salt2: number;
  readonly sums: Sums;
}

function readHeader(view: DataView, log: Uint8Array): LogHeader | null {
  const magic = view.getUint32(0);
  if (magic !== MAGIC && magic !== MAGIC + 1) return null;
  const littleEndian = magic === MAGIC;
  const sums = addUp(log, 0, 24, { first: 0, second: 0 }, littleEndian);
  if (sums.first !== view.getUint32(24) || sums.second !== view.getUint32(28)) return null;
  const pageBytes = view.getUint32(8);
  return isPageSize(pageBytes) ? { pageBytes, littleEndian, ...saltsAt(view, 8), sums } : null;
}

/** Salts lie 8 bytes into a frame's header, and 16 into the log's. */
function saltsAt(view: DataView, at: number): { readonly salt1: number; readonly salt2: number } {
  return { salt1: view.getUint32(at + 8), salt2: view.getUint32(at + 12) };
}

function countValid(view: DataView, log: Uint8Array, frames: readonly Frame[], header: LogHeader): number {
  let { sums } = header;
  for (const { index, present, offset } of frames) {
    const at = offset - FRAME_HEADER_BYTES;
    sums = addUp(log, at, 8, sums, header.littleEndian);
    sums = addUp(log, offset, header.pageBytes, sums, header.littleEndian);
    const stored = { first: view.getUint32(at + 16), second: view.getUint32(at + 20) };
    if (!present || sums.first !== stored.first || sums.second !== stored.second) return index;
  }
  return frames.length;
}

function addUp(log: Uint8Array, at: number, length: number, from: Sums, littleEndian: boolean): Sums {
  const view = new DataView(log.buffer, log.byteOffset + at, length);
  let { first, second } = from;
  for (let offset = 0; offset < length; offset += 8) {
    first = (first + view.getUint32(offset, littleEndian) + second) >>> 0;
    second = (second + view.getUint32(offset + 4, littleEndian) + first) >>> 0;
  }
  return { first, second };
}
