import type { Clock, TimerHandle } from '../../../clock.ts';
import { type CodecState, decodeFromHost, encodeToHost, initialCodecState } from '../codec.ts';
import { CAPABILITIES, type DeviceMessage, type HostMessage } from '../wire/protocol.ts';
import type { SimulatedCard } from './documents.ts';
import { damage, type ReportFault } from './faults.ts';

/** Waits of the simulated device, in milliseconds. */
export interface DeviceDelays {
  /** From arming (or the card, whichever is later) to the first report of the document. */
  readonly readTime: number;
  /** Between two reports, as on an interrupt endpoint polled every 2 ms. */
  readonly reportGap: number;
  /** PROTOCOL.md §5. */
  readonly statusEvery: number;
}

const DEVICE_DELAYS: DeviceDelays = { readTime: 400, reportGap: 2, statusEvery: 2_000 };

export interface ReaderDeviceOptions {
  readonly clock: Clock;
  /** One report on its way to the host. */
  readonly emit: (report: Uint8Array) => void;
  readonly serial?: string;
  readonly delays?: Partial<DeviceDelays>;
}

type ReadFault = ReportFault | 'unreadable' | 'pull-mid-read';

/** The device side of the protocol, byte for byte: what the firmware of a real reader would do, and its faults. */
export interface ReaderDevice {
  /** Plugged in: begins its status messages, knows nothing. */
  powerOn(): void;
  powerOff(): void;
  /** Output reports from the host. */
  receive(bytes: Uint8Array): void;
  insert(card: SimulatedCard): void;
  remove(): void;
  /**
   * Prepares a fault. `corrupt` and `unreadable` stay with the card now in the reader, or the next one, until it is
   * taken out; `pull-mid-read` takes the card out half-way through the next document; the others happen to the reports
   * of the next document message.
   */
  prepare(fault: ReadFault): void;
  /** Says nothing any more until it is plugged in anew. */
  mute(): void;
  readonly cardPresent: boolean;
  readonly armed: boolean;
}

export function createReaderDevice(options: ReaderDeviceOptions): ReaderDevice {
  const { clock, emit, serial = 'SIM-0001' } = options;
  const delays = { ...DEVICE_DELAYS, ...options.delays };
  const running = new Set<TimerHandle>();
  let statusTimer: TimerHandle = null;
  let powered = false;
  let muted = false;
  let codec: CodecState = initialCodecState();
  let messageId = 0;
  let card: SimulatedCard | null = null;
  let nonce: string | null = null;
  let prepared: ReadFault | null = null;

  const later = (milliseconds: number, action: () => void): void => {
    const timer = clock.setTimeout(() => {
      running.delete(timer);
      action();
    }, milliseconds);
    running.add(timer);
  };
  const stopReading = (): void => {
    for (const timer of running) clock.clearTimeout(timer);
    running.clear();
  };
  const transmit = (report: Uint8Array): void => {
    if (powered && !muted) emit(report.slice());
  };
  const encode = (message: DeviceMessage): Uint8Array[] => {
    messageId = (messageId % 255) + 1;
    return encodeToHost(message, messageId);
  };
  const say = (message: DeviceMessage): void => encode(message).forEach(transmit);

  const sayStatus = (): void => {
    say({ type: 'status', armed: nonce !== null, cardPresent: card !== null, reading: running.size > 0 });
    statusTimer = clock.setTimeout(sayStatus, delays.statusEvery);
  };
  const takeOut = (): void => {
    stopReading();
    card = null;
    prepared = null;
    say({ type: 'card-removed' });
  };

  const answer = (readNonce: string): void => {
    if (card === null) return;
    const fault = prepared;
    if (fault === 'unreadable' || card.reads === 'error') {
      nonce = null;
      say({ type: 'read-error', nonce: readNonce, code: card.reads === 'error' ? card.code : 'unreadable' });
      return;
    }
    const reports = encode({ type: 'document', nonce: readNonce, document: card.document });
    const half = Math.ceil(reports.length / 2);
    const sent =
      fault === 'pull-mid-read' ? reports.slice(0, half) : fault === null ? reports : damage(reports, fault);
    sent.forEach((report, index) => later(index * delays.reportGap, () => transmit(report)));
    later(sent.length * delays.reportGap, () => {
      if (fault === 'pull-mid-read') {
        takeOut();
        return;
      }
      nonce = null;
      if (fault !== 'corrupt') prepared = null;
    });
  };
  const read = (): void => {
    const readNonce = nonce;
    if (readNonce === null || card === null) return;
    stopReading();
    later(delays.readTime, () => answer(readNonce));
  };

  const obey = (message: HostMessage): void => {
    switch (message.type) {
      case 'hello': {
        const capabilities = CAPABILITIES.hkid | CAPABILITIES.mrz;
        say({ type: 'hello', serial, firmware: 'simulated 1.0', capabilities });
        if (card !== null) say({ type: 'card-present' });
        return;
      }
      case 'arm':
        // The same nonce again is a repetition, not a second read.
        if (message.nonce === nonce) return;
        nonce = message.nonce;
        read();
        return;
      case 'disarm':
      case 'forget':
        nonce = null;
        stopReading();
    }
  };

  return {
    powerOn: () => {
      if (powered) return;
      powered = true;
      muted = false;
      statusTimer = clock.setTimeout(sayStatus, delays.statusEvery);
    },
    powerOff: () => {
      powered = false;
      stopReading();
      clock.clearTimeout(statusTimer);
      codec = initialCodecState();
      nonce = null;
    },
    receive: (bytes) => {
      if (!powered || muted) return;
      const decoded = decodeFromHost(codec, bytes);
      codec = decoded.state;
      decoded.messages.forEach(obey);
    },
    insert: (inserted) => {
      card = inserted;
      say({ type: 'card-present' });
      read();
    },
    remove: () => {
      if (card !== null) takeOut();
    },
    prepare: (fault) => {
      prepared = fault;
    },
    mute: () => {
      muted = true;
    },
    get cardPresent() {
      return card !== null;
    },
    get armed() {
      return nonce !== null;
    },
  };
}
