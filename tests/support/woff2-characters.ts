import { brotliDecompressSync } from 'node:zlib';

/** Where in WOFF2's list of known tags `cmap` stands (W3C WOFF 2.0 §4.1), and the tables that may be transformed. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const OWN_TAG = 63;

/** A number of seven bits a byte, the highest first; the eighth bit says that more follow (W3C WOFF 2.0 §3.2). */
function base128(file: Buffer, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let at = from; ; at += 1) {
    const byte = file.readUInt8(at);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + 1 };
  }
}

/** The characters for which a WOFF2 file has a glyph: its `cmap`, formats 4 and 12 (OpenType, *cmap*). */
export function charactersOf(file: Buffer): ReadonlySet<number> {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not WOFF2');
  const tables = file.readUInt16BE(12);
  let at = 48;
  let before = 0;
  let cmap: { readonly from: number; readonly length: number } | null = null;
  for (let table = 0; table < tables; table += 1) {
    const flags = file.readUInt8(at);
    const tag = flags & 0x3f;
    at += tag === OWN_TAG ? 5 : 1;
    const plain = base128(file, at);
    at = plain.next;
    let length = plain.value;
    const version = flags >> 6;
    const transformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    if (transformed) {
      const changed = base128(file, at);
      length = changed.value;
      at = changed.next;
    }
    if (tag === CMAP) cmap = { from: before, length };
    before += length;
  }
  if (cmap === null) throw new Error('no cmap');
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return charactersOfCmap(data.subarray(cmap.from, cmap.from + cmap.length));
}

function charactersOfCmap(cmap: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  const encodings = cmap.readUInt16BE(2);
  for (let encoding = 0; encoding < encodings; encoding += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + encoding * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) readFormat4(table, found);
    if (format === 12) readFormat12(table, found);
  }
  return found;
}

function readFormat4(table: Buffer, found: Set<number>): void {
  const segments = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + segments, 16 + segments * 2, 16 + segments * 3];
  for (let segment = 0; segment < segments; segment += 2) {
    const first = table.readUInt16BE(starts + segment);
    const last = table.readUInt16BE(ends + segment);
    const delta = table.readUInt16BE(deltas + segment);
    const offset = table.readUInt16BE(offsets + segment);
    for (let character = first; character <= last && character !== 0xffff; character += 1) {
      const listed =
        offset === 0 ? character : table.readUInt16BE(offsets + segment + offset + (character - first) * 2);
      if (offset !== 0 && listed === 0) continue;
      if (((listed + delta) & 0xffff) !== 0) found.add(character);
    }
  }
}

function readFormat12(table: Buffer, found: Set<number>): void {
  const groups = table.readUInt32BE(12);
  for (let group = 0; group < groups; group += 1) {
    const [first, last, glyph] = [0, 4, 8].map((part) => table.readUInt32BE(16 + group * 12 + part));
    for (let character = first ?? 0; character <= (last ?? -1); character += 1) {
      if ((glyph ?? 0) + character - (first ?? 0) !== 0) found.add(character);
    }
  }
}
