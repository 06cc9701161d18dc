import type { StoredPage, Surrounding } from './file-image.ts';
import { readVarint } from './record.ts';

/** One row as it lies in a leaf page. A large one goes on in other pages, of which there may be several versions. */
export interface Cell {
  /** Null in a table without row ids. */
  readonly rowid: number | null;
  /** The row's bytes, once for each way of putting them together; what they are worth is for the reader to check. */
  payloads(): Iterable<Uint8Array>;
}

const INDEX_LEAF = 10;
/** Inner pages of a table and of an index. */
const INNER = new Set([5, 2]);
const HEADER_BYTES = 8;
const FIRST_PAGE_HEADER = 100;
/** No row of ours is larger: a sealed submission has 64 KiB, a manifest 320 digests. */
const MOST_PAYLOAD = 256 * 1024;

/**
 * The cells of a leaf page (sqlite.org/fileformat2.html §1.6). The page may be damaged: a cell that does not add up is
 * left out and the others are still given; a page whose type is none at all is read as a table's leaf.
 */
export function* cellsOf(page: StoredPage): Iterable<Cell> {
  const { bytes } = page;
  const start = page.number === 1 ? FIRST_PAGE_HEADER : 0;
  const type = bytes[start];
  if (type === undefined || INNER.has(type)) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start + HEADER_BYTES > bytes.byteLength) return;
  const room = Math.floor((bytes.byteLength - start - HEADER_BYTES) / 2);
  const count = Math.min(view.getUint16(start + 3), room);
  for (let index = 0; index < count; index += 1) {
    const at = view.getUint16(start + HEADER_BYTES + index * 2);
    const cell = type === INDEX_LEAF ? indexCell(page, at) : tableCell(page, at);
    if (cell !== null) yield cell;
  }
}

function tableCell(page: StoredPage, at: number): Cell | null {
  const length = readVarint(page.bytes, at);
  const rowid = length === null ? null : readVarint(page.bytes, length.next);
  if (length === null || rowid === null || length.value < 1 || length.value > MOST_PAYLOAD) return null;
  const local = localBytes(length.value, page.bytes.byteLength, page.bytes.byteLength - 35);
  return { rowid: rowid.value, payloads: () => payloadsOf(page, rowid.next, length.value, local) };
}

function indexCell(page: StoredPage, at: number): Cell | null {
  const length = readVarint(page.bytes, at);
  if (length === null || length.value < 1 || length.value > MOST_PAYLOAD) return null;
  const most = Math.floor(((page.bytes.byteLength - 12) * 64) / 255) - 23;
  const local = localBytes(length.value, page.bytes.byteLength, most);
  return { rowid: null, payloads: () => payloadsOf(page, length.next, length.value, local) };
}

/** How much of a payload lies in the page itself. */
function localBytes(payload: number, usable: number, most: number): number {
  if (payload <= most) return payload;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((payload - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}

function* payloadsOf(page: StoredPage, at: number, length: number, local: number): Iterable<Uint8Array> {
  const { bytes } = page;
  if (at + local > bytes.byteLength) return;
  if (local === length) {
    yield bytes.subarray(at, at + length);
    return;
  }
  if (at + local + 4 > bytes.byteLength) return;
  const next = new DataView(bytes.buffer, bytes.byteOffset + at + local, 4).getUint32(0);
  for (const surrounding of page.surroundings) {
    const payload = new Uint8Array(length);
    payload.set(bytes.subarray(at, at + local));
    if (followChain(surrounding, next, payload, local)) yield payload;
  }
}

/** Fills the payload from a chain of overflow pages. @returns whether the chain was long enough */
function followChain(surrounding: Surrounding, first: number, payload: Uint8Array, filled: number): boolean {
  let next = first;
  for (let at = filled; at < payload.byteLength;) {
    const page = next === 0 ? null : surrounding(next);
    if (page === null || page.byteLength < 8) return false;
    next = new DataView(page.buffer, page.byteOffset, 4).getUint32(0);
    const part = page.subarray(4, 4 + payload.byteLength - at);
    payload.set(part, at);
    at += part.byteLength;
  }
  return true;
}
