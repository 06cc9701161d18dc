import { createReadStream, type ReadStream } from 'node:fs';
import type { Position } from '../../../domain/work-day/position.ts';
import { type Clock, systemClock } from '../../clock.ts';
import { NMEA_START, readNmea } from './nmea.ts';

/** A position this old says nothing of where the van stands now. Milliseconds. */
const TOO_OLD = 30_000;
/** A line that ended is tried again after this: a cable was pulled, or the receiver starts. Milliseconds. */
const AGAIN_AFTER = 5_000;

export interface PositionReceiver {
  /** The newest that is not too old; null: none. */
  position(): Position | null;
  /** Bytes as they come from the line. */
  feed(bytes: Uint8Array): void;
  stop(): void;
}

/**
 * The receiver on a serial line.
 * @param path of the device (`/dev/ttyACM0`), or of any file that gives its bytes; null: bytes are only fed
 */
export function createPositionReceiver(path: string | null, clock: Clock = systemClock): PositionReceiver {
  let state = NMEA_START;
  let newest: { readonly position: Position; readonly at: number } | null = null;
  let stream: ReadStream | null = null;
  let again: unknown = null;
  let stopped = false;

  function feed(bytes: Uint8Array): void {
    const read = readNmea(state, bytes);
    state = read.state;
    const last = read.positions.at(-1);
    if (last === undefined) return;
    newest = last === null ? null : { position: last, at: clock.now() };
  }

  function open(line: string): void {
    if (stopped) return;
    state = NMEA_START;
    stream = createReadStream(line, { highWaterMark: 256 });
    stream.on('data', (chunk) => feed(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk));
    // The end follows; what there is to do about it is done there.
    stream.on('error', () => undefined);
    stream.on('close', () => {
      if (!stopped) again = clock.setTimeout(() => open(line), AGAIN_AFTER);
    });
  }

  if (path !== null) open(path);
  return {
    position: () => (newest === null || clock.now() - newest.at > TOO_OLD ? null : newest.position),
    feed,
    stop() {
      stopped = true;
      if (again !== null) clock.clearTimeout(again);
      stream?.destroy();
    },
  };
}
