import { FIRST_OPTIONAL_TAG, TAGS } from './protocol.ts';

/** Fields of a message: tag (1 byte), length (2 bytes, little endian), value. */
export type Fields = ReadonlyMap<number, Uint8Array>;

const KNOWN_TAGS: ReadonlySet<number> = new Set(Object.values(TAGS));
const FIELD_HEADER_BYTES = 3;

const encoder = new TextEncoder();

export function writeFields(
  fields: readonly (readonly [tag: number, value: Uint8Array | string])[],
): Uint8Array {
  const encoded = fields.map(([tag, value]) => {
    const bytes = typeof value === 'string' ? encoder.encode(value) : value;
    return Uint8Array.of(tag, bytes.length & 0xff, bytes.length >>> 8, ...bytes);
  });
  const whole = new Uint8Array(encoded.reduce((sum, field) => sum + field.length, 0));
  let at = 0;
  for (const field of encoded) {
    whole.set(field, at);
    at += field.length;
  }
  return whole;
}

/**
 * Reads a payload as fields.
 * @returns null when it is cut short, names a field twice, or uses an unknown tag that may not be skipped
 */
export function readFields(payload: Uint8Array): Fields | null {
  const fields = new Map<number, Uint8Array>();
  let at = 0;
  while (at < payload.length) {
    const [tag, low, high] = payload.subarray(at, at + FIELD_HEADER_BYTES);
    if (tag === undefined || low === undefined || high === undefined) return null;
    const end = at + FIELD_HEADER_BYTES + (low | (high << 8));
    if (end > payload.length || fields.has(tag)) return null;
    if (!KNOWN_TAGS.has(tag) && tag < FIRST_OPTIONAL_TAG) return null;
    fields.set(tag, payload.subarray(at + FIELD_HEADER_BYTES, end));
    at = end;
  }
  return fields;
}

/**
 * A field as text.
 * @returns null when absent, not UTF-8, or holding control characters: text from a device must never move a cursor
 */
export function textField(fields: Fields, tag: number, maxLength: number): string | null {
  const bytes = fields.get(tag);
  if (bytes === undefined) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.length <= maxLength && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text) ? text : null;
  } catch {
    return null;
  }
}

/** A field of exactly one byte, or null. */
export function byteField(fields: Fields, tag: number): number | null {
  const bytes = fields.get(tag);
  return bytes?.length === 1 ? (bytes[0] ?? null) : null;
}

/** A field of exactly `length` bytes as lower-case hexadecimal, or null. */
export function hexField(fields: Fields, tag: number, length: number): string | null {
  const bytes = fields.get(tag);
  return bytes?.length === length
    ? [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    : null;
}

export function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
