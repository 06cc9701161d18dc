import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { NoticeSound } from '../../domain/notices/translation.ts';

export type SoundFileFault = 'sound-not-wav-or-ogg' | 'sound-encoding' | 'sound-cut-off';

type Read = Result<Pick<NoticeSound, 'type' | 'seconds'>, Failure<SoundFileFault>>;

const PCM = 1;
/** `WAVE_FORMAT_EXTENSIBLE`: the real format stands in its first two further bytes. */
const EXTENSIBLE = 0xfffe;
/** Opus counts 48,000 a second whatever it was made from (RFC 7845 §4). */
const OPUS_RATE = 48_000;
const ASCII = new TextDecoder('latin1');

/**
 * How long a recording is, from its own words: WAV with uncompressed samples (RIFF), or Ogg with Opus or Vorbis. Nothing
 * is decoded.
 *
 * @returns `sound-not-wav-or-ogg` for any other file, `sound-encoding` for what a player here may not know,
 *   `sound-cut-off` where the file ends before it says
 */
export function readSoundFile(bytes: Uint8Array): Read {
  const name = ASCII.decode(bytes.subarray(0, 4));
  if (name === 'RIFF' && ASCII.decode(bytes.subarray(8, 12)) === 'WAVE') return readWav(bytes);
  if (name === 'OggS') return readOgg(bytes);
  return fail('sound-not-wav-or-ogg');
}

function readWav(bytes: Uint8Array): Read {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let perSecond: number | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const chunk = ASCII.decode(bytes.subarray(at, at + 4));
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (chunk === 'fmt ' && size >= 16 && body + size <= bytes.length) {
      const format = view.getUint16(body, true);
      const real = format === EXTENSIBLE && size >= 26 ? view.getUint16(body + 24, true) : format;
      if (real !== PCM) return fail('sound-encoding');
      perSecond = view.getUint32(body + 8, true);
    }
    if (chunk === 'data') {
      if (perSecond === null || perSecond === 0) return fail('sound-encoding');
      if (body + size > bytes.length) return fail('sound-cut-off');
      return ok({ type: 'audio/wav', seconds: rounded(size / perSecond) });
    }
    // Chunks begin on even bytes.
    at = body + size + (size % 2);
  }
  return fail('sound-cut-off');
}

function readOgg(bytes: Uint8Array): Read {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begin = ASCII.decode(bytes.subarray(0, 64));
  const vorbis = begin.indexOf('\u0001vorbis');
  const rate = begin.includes('OpusHead')
    ? OPUS_RATE
    : vorbis >= 0 && vorbis + 16 <= bytes.length
      ? view.getUint32(vorbis + 12, true)
      : 0;
  if (rate === 0) return fail('sound-encoding');
  // The last page says how many samples there are until its end (RFC 3533 §6).
  for (let at = bytes.length - 27; at >= 0; at -= 1) {
    if (bytes[at] !== 0x4f || ASCII.decode(bytes.subarray(at, at + 4)) !== 'OggS') continue;
    const last = ((bytes[at + 5] ?? 0) & 4) !== 0;
    const samples = view.getBigInt64(at + 6, true);
    if (!last || samples <= 0n) return fail('sound-cut-off');
    return ok({ type: 'audio/ogg', seconds: rounded(Number(samples) / rate) });
  }
  return fail('sound-cut-off');
}

function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
