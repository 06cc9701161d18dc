import { createHash } from 'node:crypto';

/** A WAV file of silence: mono, 16 bits, uncompressed. */
export function wavOf(seconds: number, { rate = 8_000, format = 1 } = {}): Uint8Array {
  const size = Math.round(seconds * rate) * 2;
  const bytes = new Uint8Array(44 + size);
  const view = new DataView(bytes.buffer);
  const ascii = (at: number, text: string): void => {
    bytes.set(new TextEncoder().encode(text), at);
  };
  ascii(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  ascii(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, format, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  ascii(36, 'data');
  view.setUint32(40, size, true);
  return bytes;
}

/** An Ogg file's first and last page as far as anybody here reads them, with Opus in it. */
export function oggOf(seconds: number, { codec = 'OpusHead', last = true } = {}): Uint8Array {
  const page = (flags: number, samples: bigint, content: string): Uint8Array => {
    const bytes = new Uint8Array(28 + content.length);
    bytes.set(new TextEncoder().encode('OggS'));
    const view = new DataView(bytes.buffer);
    bytes[5] = flags;
    view.setBigInt64(6, samples, true);
    bytes[26] = 1;
    bytes[27] = content.length;
    bytes.set(new TextEncoder().encode(content), 28);
    return bytes;
  };
  const first = page(2, 0n, codec);
  const end = page(last ? 4 : 0, BigInt(Math.round(seconds * 48_000)), 'x'.repeat(20));
  const whole = new Uint8Array(first.length + end.length);
  whole.set(first);
  whole.set(end, first.length);
  return whole;
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
