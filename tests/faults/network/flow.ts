import type { SyncClock } from '../../../queue/sync/clock.ts';
import type { Random } from '../runner/random.ts';
import { RETRANSMISSION_MS, type Weather } from './weather.ts';

/** One direction of one connection: takes bytes at once and hands them on when the weather lets them through. */
export interface Flow {
  /** @returns false when much is under way: ask for no more until `onDrained` */
  send(bytes: Buffer): boolean;
  /** The sender has closed; `onEnd` follows the last byte. */
  end(): void;
  stop(): void;
}

export interface FlowOptions {
  readonly weather: Weather;
  readonly clock: SyncClock;
  readonly random: Random;
  /** Bytes that may pass in this direction before `onLimit`; null: any. */
  readonly limit: number | null;
  readonly swallow: boolean;
  readonly onBytes: (bytes: Buffer) => void;
  readonly onEnd: () => void;
  readonly onLimit: () => void;
  readonly onDrained: () => void;
}

interface Piece {
  readonly bytes: Buffer;
  readonly due: number;
}

/** More than this on the way, and the sender is asked to wait; as a socket's buffers would. */
const MOST_UNDER_WAY = 64 * 1024;

export function openFlow(options: FlowOptions): Flow {
  const { weather, clock, random } = options;
  const pieces: Piece[] = [];
  let lastDue = 0;
  let underWay = 0;
  let passed = 0;
  let ended = false;
  let stopped = false;
  let timer: (() => void) | null = null;

  function dueOf(length: number): number {
    const now = clock.uptime();
    const trip = weather.latency + random.next() * weather.jitter;
    const late = random.chance(weather.loss) ? RETRANSMISSION_MS : 0;
    // Bytes keep their order, and a narrow line is busy until the last one is through.
    const busy = weather.bandwidth === null ? 0 : (length / weather.bandwidth) * 1000;
    return Math.max(lastDue, now + trip + late) + busy;
  }

  function take(bytes: Buffer): void {
    const due = dueOf(bytes.byteLength);
    lastDue = due;
    underWay += bytes.byteLength;
    pieces.push({ bytes, due });
  }

  function pump(): void {
    timer = null;
    while (!stopped) {
      const [piece] = pieces;
      if (piece === undefined) break;
      const wait = piece.due - clock.uptime();
      if (wait > 0) {
        timer ??= clock.after(wait, pump);
        return;
      }
      pieces.shift();
      const crowded = underWay > MOST_UNDER_WAY;
      underWay -= piece.bytes.byteLength;
      pass(piece.bytes);
      if (crowded && underWay <= MOST_UNDER_WAY) options.onDrained();
    }
    if (ended && !stopped && pieces.length === 0) {
      stopped = true;
      options.onEnd();
    }
  }

  function pass(bytes: Buffer): void {
    const room = options.limit === null ? Infinity : options.limit - passed;
    const through = bytes.byteLength <= room ? bytes : bytes.subarray(0, room);
    passed += through.byteLength;
    if (through.byteLength > 0) options.onBytes(through);
    if (through.byteLength < bytes.byteLength || passed === options.limit) {
      stopped = true;
      options.onLimit();
    }
  }

  return {
    send(bytes) {
      if (stopped || options.swallow) return true;
      const length = weather.slice ?? bytes.byteLength;
      for (let from = 0; from < bytes.byteLength; from += length) take(bytes.subarray(from, from + length));
      if (timer === null) pump();
      return underWay <= MOST_UNDER_WAY;
    },
    end() {
      ended = true;
      // Nobody hears of a close behind a black hole either.
      if (timer === null && !options.swallow) pump();
    },
    stop() {
      stopped = true;
      timer?.();
    },
  };
}
