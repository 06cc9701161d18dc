import { fromCallback } from 'xstate';
import type { Clock, TimerHandle } from '../../clock.ts';
import type { Channel, LostReason, Selector, Transport, TransportFault } from '../../transport/transport.ts';
import {
  type CodecState,
  decodeFromDevice,
  encodeToDevice,
  initialCodecState,
  reset,
  wipe,
} from './codec.ts';
import type { Problem } from './wire/framing.ts';
import type { DeviceMessage, HostMessage } from './wire/protocol.ts';

/** A message of the reader as an event, e.g. `reader.card-present`. */
type Said<M extends DeviceMessage = DeviceMessage> = M extends DeviceMessage
  ? { readonly type: `reader.${M['type']}`; readonly message: M }
  : never;

export type LinkEvent =
  | Said
  | { readonly type: 'LINK_FAILED'; readonly fault: TransportFault }
  | { readonly type: 'LINK_LOST'; readonly why: LostReason }
  | { readonly type: 'PROBLEM'; readonly problem: Problem };

export type LinkCommand =
  | { readonly type: 'SEND'; readonly message: HostMessage }
  /** Forget half-received messages and overwrite them. */
  | { readonly type: 'WIPE' };

/** Waits of a connection, in milliseconds. */
export interface LinkDelays {
  /** A reader takes an output report within milliseconds; one that does not has stopped working. */
  readonly sendDeadline: number;
  /** Longest pause between two reports of one message; what came before is thrown away after it. */
  readonly partGap: number;
  /** Readers send a status every 2 s (PROTOCOL.md §5); after three missing ones nobody is there. */
  readonly silence: number;
}

export const LINK_DELAYS: LinkDelays = { sendDeadline: 1_000, partGap: 2_000, silence: 6_500 };

export interface LinkDependencies {
  readonly transport: Transport;
  readonly selector: Selector;
  readonly clock: Clock;
  readonly delays: LinkDelays;
  /** 0 to 1. */
  readonly random: () => number;
}

/**
 * One connection to the reader, from open to lost: carries messages both ways through the codec. An actor of the
 * driver machine; it decides nothing. The old handle is always closed before a new one is opened, because a device
 * that comes back while the old handle is open gets another path (facts/hardware.md §1.4).
 */
export function createLinkActor({ transport, selector, clock, delays, random }: LinkDependencies) {
  // Not from 1 each time: a reader takes a hello with the id and content of the last one for a repeated report.
  let messageId = Math.floor(random() * 255);
  let closed: Promise<void> = Promise.resolve();

  const actor = fromCallback<LinkCommand>(({ sendBack, receive }) => {
    const abort = new AbortController();
    let channel: Channel | null = null;
    let over = false;
    let codec: CodecState = initialCodecState();
    let gapTimer: TimerHandle = null;
    let silenceTimer: TimerHandle = null;
    let sending: Promise<void> = Promise.resolve();

    const say = (event: LinkEvent): void => {
      if (!over) sendBack(event);
    };
    const lose = (why: LostReason): void => {
      say({ type: 'LINK_LOST', why });
      over = true;
    };
    const expectLife = (): void => {
      clock.clearTimeout(silenceTimer);
      silenceTimer = clock.setTimeout(() => lose('stuck'), delays.silence);
    };
    const dropPartial = (): void => {
      const ended = reset(codec);
      codec = ended.state;
      for (const problem of ended.problems) say({ type: 'PROBLEM', problem });
    };

    const take = (bytes: Uint8Array): void => {
      if (over) return;
      expectLife();
      const before = codec;
      const decoded = decodeFromDevice(codec, bytes);
      codec = decoded.state;
      bytes.fill(0);
      if (before.partial !== null && codec.partial === null) wipe(before);
      clock.clearTimeout(gapTimer);
      if (codec.partial !== null) gapTimer = clock.setTimeout(dropPartial, delays.partGap);
      for (const problem of decoded.problems) say({ type: 'PROBLEM', problem });
      for (const message of decoded.messages) say({ type: `reader.${message.type}`, message } as Said);
    };

    const send = (message: HostMessage): void => {
      messageId = (messageId % 255) + 1;
      const reports = encodeToDevice(message, messageId);
      sending = sending.then(async () => {
        for (const report of reports) {
          if (over || channel === null) return;
          const sent = await channel.send(report, { timeoutMs: delays.sendDeadline });
          if (!sent.ok) lose(sent.code === 'timed-out' ? 'stuck' : 'io');
        }
      });
    };

    receive((command) => {
      if (command.type === 'SEND') {
        send(command.message);
        return;
      }
      wipe(codec);
      codec = initialCodecState();
    });

    const opening = closed
      .then(() => (over ? null : transport.open(selector, abort.signal)))
      .then(async (opened) => {
        if (opened === null) return;
        if (!opened.ok) {
          say({ type: 'LINK_FAILED', fault: opened.code });
          return;
        }
        if (over) {
          await opened.value.close();
          return;
        }
        channel = opened.value;
        channel.onLost(lose);
        channel.onReport(take);
        expectLife();
        send({ type: 'hello' });
      });

    return () => {
      over = true;
      abort.abort();
      clock.clearTimeout(gapTimer);
      clock.clearTimeout(silenceTimer);
      wipe(codec);
      closed = opening.then(() => channel?.close());
    };
  });

  return {
    actor,
    /** Settles when the last connection has let go of its handle. */
    released: (): Promise<void> => closed,
  };
}
