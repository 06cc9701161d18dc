import type { Failure, Result } from '../../domain/result.ts';

/**
 * How a device is recognised. Never by its path: a device plugged in again while the old handle is open gets another
 * one (facts/hardware.md §1.4).
 */
export interface Selector {
  /** Both or neither: a standard device is found by its usage, whoever made it. */
  readonly vendorId?: number;
  readonly productId?: number;
  /** Left out where makers changed it between models, and the device has one collection only. */
  readonly usagePage?: number;
  readonly usage?: number;
  /** Needed only where two of the same kind are plugged in. */
  readonly serialNumber?: string;
}

/** Why a device cannot be opened or looked for. Short codes; never the library's text. */
export const TRANSPORT_FAULTS = [
  'absent',
  'ambiguous',
  'permission',
  'native-missing',
  'timed-out',
  'io',
] as const;
export type TransportFault = (typeof TRANSPORT_FAULTS)[number];

/** Why an open device is gone: taken away, or not usable any more. */
export type LostReason = 'unplugged' | 'io' | 'stuck';

/** How many devices match a selector now. More than one is refused: nobody can say which is meant. */
export type Presence = 'none' | 'one' | 'several';

export interface Channel {
  /**
   * Sends one report, its id first.
   * @returns `timed-out` when the device did not take it in time (the handle is not usable then), `io` otherwise
   */
  send(
    report: Uint8Array,
    options: { readonly timeoutMs: number },
  ): Promise<Result<null, Failure<'timed-out' | 'io'>>>;
  /**
   * Sends one feature report, its id first.
   * @returns as `send`
   */
  sendFeature(
    report: Uint8Array,
    options: { readonly timeoutMs: number },
  ): Promise<Result<null, Failure<'timed-out' | 'io'>>>;
  /** @returns the feature report as the device has it now, its id first; the length is that of the whole */
  readFeature(
    reportId: number,
    length: number,
    options: { readonly timeoutMs: number },
  ): Promise<Result<Uint8Array, Failure<'timed-out' | 'io'>>>;
  /**
   * Hands over every buffer as it comes from the bus, its report id first; usually one report, several joined on some
   * transports. The listener owns the buffer and may overwrite it.
   * @throws Error on a second call: two listeners on one node-hid handle end the process (facts/hardware.md §1.4)
   */
  onReport(listener: (bytes: Uint8Array) => void): void;
  /** Called at most once; not after `close`. */
  onLost(listener: (why: LostReason) => void): void;
  /** Idempotent; settles within a second whatever the device does. */
  close(): Promise<void>;
}

export interface Watch {
  /** Looks now instead of at the next sign of change. */
  rescan(): void;
  stop(): void;
}

/** Bytes in and out: node-hid, a simulated reader, or whatever else carries reports. */
export interface Transport {
  readonly simulated: boolean;
  open(selector: Selector, signal: AbortSignal): Promise<Result<Channel, Failure<TransportFault>>>;
  /**
   * Every device of the kind that opens, where it does not matter which is which: lamps that all show the same.
   * @returns the fault of the first one where none opens; `absent` where there is none
   */
  openAll(
    selector: Selector,
    signal: AbortSignal,
  ): Promise<Result<readonly Channel[], Failure<TransportFault>>>;
  /** Reports what is there after every look, also when nothing changed; the first look is made at once. */
  watch(selector: Selector, onPresence: (found: Result<Presence, Failure<TransportFault>>) => void): Watch;
}
