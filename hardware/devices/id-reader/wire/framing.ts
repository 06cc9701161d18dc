import { crc32 } from './crc32.ts';
import { CHUNK_BYTES, HEADER_BYTES, MARK, MAX_MESSAGE_BYTES, REPORT_BYTES } from './protocol.ts';

/**
 * What can be wrong with bytes from the other side. `part-repeated` alone is harmless: the message still arrives.
 * No problem carries any of the bytes.
 */
export type Problem =
  | 'report-empty'
  | 'report-unknown-id'
  | 'report-short'
  | 'report-malformed'
  | 'part-repeated'
  | 'part-unexpected'
  | 'message-incomplete'
  | 'message-checksum'
  | 'message-unknown'
  | 'message-content';

interface Partial {
  readonly type: number;
  readonly messageId: number;
  readonly total: number;
  readonly checksum: number;
  readonly chunks: readonly Uint8Array[];
}

/** Between two buffers: at most one unfinished message, never more than MAX_MESSAGE_BYTES of it. */
export interface FramingState {
  readonly partial: Partial | null;
  /** The message finished last, to know its repeated parts again. */
  readonly finished: { readonly messageId: number; readonly checksum: number; readonly parts: number } | null;
}

export interface Frame {
  readonly type: number;
  readonly payload: Uint8Array;
}

export interface Unframed {
  readonly state: FramingState;
  readonly frames: readonly Frame[];
  readonly problems: readonly Problem[];
}

interface Part {
  readonly messageId: number;
  readonly type: number;
  readonly total: number;
  readonly index: number;
  readonly checksum: number;
  readonly chunk: Uint8Array;
}

export function initialFraming(): FramingState {
  return { partial: null, finished: null };
}

function partCount(total: number): number {
  return Math.max(1, Math.ceil(total / CHUNK_BYTES));
}

function checksumOf(type: number, messageId: number, payload: Uint8Array): number {
  return crc32(Uint8Array.of(type, messageId, payload.length & 0xff, payload.length >>> 8), payload);
}

/**
 * Cuts a message into reports of 64 bytes.
 * @throws RangeError when the payload is longer than MAX_MESSAGE_BYTES or the id is not 1-255: our own mistake
 */
export function frame(reportId: number, type: number, messageId: number, payload: Uint8Array): Uint8Array[] {
  if (payload.length > MAX_MESSAGE_BYTES) throw new RangeError('message too long');
  if (messageId < 1 || messageId > 255) throw new RangeError('message id out of range');
  const checksum = checksumOf(type, messageId, payload);
  return Array.from({ length: partCount(payload.length) }, (_, index) => {
    const chunk = payload.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    const report = new Uint8Array(REPORT_BYTES);
    const view = new DataView(report.buffer);
    report.set([reportId, MARK, messageId, type]);
    view.setUint16(4, payload.length, true);
    report[6] = index;
    report[7] = chunk.length;
    view.setUint32(8, checksum, true);
    report.set(chunk, HEADER_BYTES);
    return report;
  });
}

function parsePart(report: Uint8Array, reportId: number): Part | Problem {
  if (report[0] !== reportId) return 'report-unknown-id';
  if (report.length < HEADER_BYTES) return 'report-short';
  const view = new DataView(report.buffer, report.byteOffset, report.byteLength);
  const total = view.getUint16(4, true);
  const index = view.getUint8(6);
  const length = view.getUint8(7);
  const messageId = view.getUint8(2);
  const expected = Math.min(CHUNK_BYTES, total - index * CHUNK_BYTES);
  if (view.getUint8(1) !== MARK || messageId === 0 || total > MAX_MESSAGE_BYTES) return 'report-malformed';
  if (index >= partCount(total) || length !== expected) return 'report-malformed';
  if (report.length < HEADER_BYTES + length) return 'report-short';
  return {
    messageId,
    type: view.getUint8(3),
    total,
    index,
    checksum: view.getUint32(8, true),
    // A copy, because the caller may overwrite its buffer as soon as we return. Not `slice`: node-hid gives Buffers,
    // and theirs is a view.
    chunk: new Uint8Array(report.subarray(HEADER_BYTES, HEADER_BYTES + length)),
  };
}

function sameMessage(partial: Partial, part: Part): boolean {
  return (
    partial.messageId === part.messageId &&
    partial.type === part.type &&
    partial.total === part.total &&
    partial.checksum === part.checksum
  );
}

function sameBytes(left: Uint8Array | undefined, right: Uint8Array): boolean {
  return left?.length === right.length && left.every((byte, index) => byte === right[index]);
}

function finish(partial: Partial): Unframed {
  const payload = new Uint8Array(partial.total);
  partial.chunks.forEach((chunk, index) => payload.set(chunk, index * CHUNK_BYTES));
  const finished = { messageId: partial.messageId, checksum: partial.checksum, parts: partial.chunks.length };
  if (checksumOf(partial.type, partial.messageId, payload) !== partial.checksum) {
    payload.fill(0);
    return { state: { partial: null, finished: null }, frames: [], problems: ['message-checksum'] };
  }
  return { state: { partial: null, finished }, frames: [{ type: partial.type, payload }], problems: [] };
}

function takePart(state: FramingState, part: Part): Unframed {
  const { partial, finished } = state;
  if (partial !== null && sameMessage(partial, part)) {
    if (part.index < partial.chunks.length) {
      const repeated = sameBytes(partial.chunks[part.index], part.chunk);
      return repeated
        ? { state, frames: [], problems: ['part-repeated'] }
        : { state: { partial: null, finished }, frames: [], problems: ['message-checksum'] };
    }
    if (part.index > partial.chunks.length) {
      return { state: { partial: null, finished }, frames: [], problems: ['message-incomplete'] };
    }
    const grown = { ...partial, chunks: [...partial.chunks, part.chunk] };
    return grown.chunks.length === partCount(grown.total)
      ? finish(grown)
      : { state: { partial: grown, finished }, frames: [], problems: [] };
  }
  if (finished?.messageId === part.messageId && finished.checksum === part.checksum) {
    return { state, frames: [], problems: ['part-repeated'] };
  }
  const abandoned: Problem[] = partial === null ? [] : ['message-incomplete'];
  if (part.index !== 0) {
    return { state: { partial: null, finished }, frames: [], problems: [...abandoned, 'part-unexpected'] };
  }
  const { messageId, type, total, checksum, chunk } = part;
  const started: Partial = { messageId, type, total, checksum, chunks: [chunk] };
  if (partCount(total) > 1) return { state: { partial: started, finished }, frames: [], problems: abandoned };
  const whole = finish(started);
  return { ...whole, problems: [...abandoned, ...whole.problems] };
}

/**
 * Takes one buffer from the bus and gives back the messages that are complete with it. Total: no bytes make it throw.
 * A buffer longer than a report is several reports that arrived together (a serial-like transport joins them, and a
 * kernel passes on over-long reports as they are); each slot of 64 bytes stands for itself.
 */
export function unframe(state: FramingState, bytes: Uint8Array, reportId: number): Unframed {
  if (bytes.length === 0) return { state, frames: [], problems: ['report-empty'] };
  let current = state;
  const frames: Frame[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < bytes.length; at += REPORT_BYTES) {
    const part = parsePart(bytes.subarray(at, at + REPORT_BYTES), reportId);
    if (typeof part === 'string') {
      problems.push(part);
      continue;
    }
    const taken = takePart(current, part);
    current = taken.state;
    frames.push(...taken.frames);
    problems.push(...taken.problems);
  }
  return { state: current, frames, problems };
}

/** Overwrites what a state still holds of an unfinished message. The state must not be used again. */
export function wipeFraming(state: FramingState): void {
  for (const chunk of state.partial?.chunks ?? []) chunk.fill(0);
}
