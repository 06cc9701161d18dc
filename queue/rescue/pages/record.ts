/** A value as SQLite stores it. Integers that a number cannot hold come as bigint. */
export type SqlValue = number | bigint | string | Uint8Array | null;

export interface Varint {
  readonly value: number;
  readonly next: number;
}

/** SQLite's variable-length integer, 1 to 9 bytes, most significant first; null when it leaves the bytes or is absurd. */
export function readVarint(bytes: Uint8Array, at: number): Varint | null {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    if (index === 8) value = (value << 8n) | BigInt(byte);
    else value = (value << 7n) | BigInt(byte & 0x7f);
    if (index === 8 || byte < 0x80) {
      const signed = BigInt.asIntN(64, value);
      const number = Number(signed);
      return Number.isSafeInteger(number) ? { value: number, next: at + index + 1 } : null;
    }
  }
  return null;
}

/**
 * Decodes a record of the SQLite file format (§2.1 of sqlite.org/fileformat2.html): a header of serial types, then the
 * values. Bytes come from a damaged disk, so anything that does not add up is null, never an exception.
 */
export function decodeRecord(payload: Uint8Array): readonly SqlValue[] | null {
  const header = readVarint(payload, 0);
  if (header === null || header.value < header.next || header.value > payload.byteLength) return null;
  const values: SqlValue[] = [];
  let at = header.value;
  for (let cursor = header.next; cursor < header.value;) {
    const type = readVarint(payload, cursor);
    if (type === null || type.next > header.value) return null;
    const length = lengthOf(type.value);
    if (length === null || at + length > payload.byteLength) return null;
    const value = decodeValue(payload, at, type.value, length);
    if (value === undefined) return null;
    values.push(value);
    at += length;
    cursor = type.next;
  }
  return at === payload.byteLength ? values : null;
}

const FIXED_LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

function lengthOf(type: number): number | null {
  if (type < 0) return null;
  if (type >= 12) return Math.floor((type - 12) / 2);
  return FIXED_LENGTHS[type] ?? null;
}

const TEXT = new TextDecoder('utf-8', { fatal: true });

/** Undefined for text that is no UTF-8. */
function decodeValue(bytes: Uint8Array, at: number, type: number, length: number): SqlValue | undefined {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  const part = bytes.subarray(at, at + length);
  if (type === 7) return new DataView(part.buffer, part.byteOffset, 8).getFloat64(0);
  if (type < 7) return integerOf(part);
  if (type % 2 === 0) return part;
  try {
    return TEXT.decode(part);
  } catch {
    return undefined;
  }
}

function integerOf(bytes: Uint8Array): number | bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  const signed = BigInt.asIntN(bytes.byteLength * 8, value);
  const number = Number(signed);
  return Number.isSafeInteger(number) ? number : signed;
}
