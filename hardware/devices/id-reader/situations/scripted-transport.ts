import { fail, ok } from '../../../../domain/result.ts';
import type {
  Channel,
  LostReason,
  Presence,
  Transport,
  TransportFault,
} from '../../../transport/transport.ts';
import { decodeFromHost, encodeToHost, initialCodecState } from '../codec.ts';
import type { DeviceMessage, HostMessage } from '../wire/protocol.ts';

/** A transport that does what a test tells it to, message by message. */
export interface ScriptedTransport {
  readonly transport: Transport;
  /** What the host has sent. */
  readonly heard: HostMessage[];
  say(message: DeviceMessage): void;
  sayBytes(bytes: Uint8Array): void;
  lose(why: LostReason): void;
  /** What the next attempts to open give; null opens. */
  openWith(fault: TransportFault | null): void;
  sendWith(fault: 'timed-out' | 'io' | null): void;
  present(presence: Presence | TransportFault): void;
  readonly opened: number;
  readonly closed: number;
  /** Nonce of the latest arming. */
  lastNonce(): string;
}

export function createScriptedTransport(): ScriptedTransport {
  const heard: HostMessage[] = [];
  let codec = initialCodecState();
  let receiver: ((bytes: Uint8Array) => void) | null = null;
  let lost: ((why: LostReason) => void) | null = null;
  let look: ((presence: Presence | TransportFault) => void) | null = null;
  let openFault: TransportFault | null = null;
  let sendFault: 'timed-out' | 'io' | null = null;
  let messageId = 0;
  const counts = { opened: 0, closed: 0 };

  const channel: Channel = {
    send: (report) => {
      if (sendFault !== null) return Promise.resolve(fail(sendFault));
      const decoded = decodeFromHost(codec, report);
      codec = decoded.state;
      heard.push(...decoded.messages);
      return Promise.resolve(ok(null));
    },
    sendFeature: () => Promise.resolve(fail('io')),
    readFeature: () => Promise.resolve(fail('io')),
    onReport: (listener) => {
      receiver = listener;
    },
    onLost: (listener) => {
      lost = listener;
    },
    close: () => {
      counts.closed += 1;
      receiver = null;
      return Promise.resolve();
    },
  };
  return {
    heard,
    transport: {
      simulated: false,
      open: () => {
        if (openFault !== null) return Promise.resolve(fail(openFault));
        counts.opened += 1;
        return Promise.resolve(ok(channel));
      },
      openAll: () => Promise.resolve(fail('absent')),
      watch: (_selector, onPresence) => {
        look = (presence) => {
          const known = presence === 'none' || presence === 'one' || presence === 'several';
          onPresence(known ? ok(presence) : fail(presence));
        };
        return { rescan: () => undefined, stop: () => undefined };
      },
    },
    say: (message) => {
      messageId = (messageId % 255) + 1;
      for (const report of encodeToHost(message, messageId)) receiver?.(report);
    },
    sayBytes: (bytes) => receiver?.(bytes),
    lose: (why) => lost?.(why),
    openWith: (fault) => {
      openFault = fault;
    },
    sendWith: (fault) => {
      sendFault = fault;
    },
    present: (presence) => look?.(presence),
    get opened() {
      return counts.opened;
    },
    get closed() {
      return counts.closed;
    },
    lastNonce: () => {
      const armed = heard.filter((message) => message.type === 'arm').at(-1);
      if (armed === undefined) throw new Error('nothing was armed');
      return armed.nonce;
    },
  };
}
