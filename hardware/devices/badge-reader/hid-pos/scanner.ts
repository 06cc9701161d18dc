import { createActor, fromCallback } from 'xstate';
import { type Clock, systemClock, type TimerHandle } from '../../../clock.ts';
import { presenceActor } from '../../../transport/presence-actor.ts';
import type { Channel, Selector, Transport } from '../../../transport/transport.ts';
import type { ScanSource } from '../badge-reader.ts';
import { type CodecState, decodeScans, NOTHING_YET } from './codec.ts';
import {
  SCANNER_DELAYS,
  type ScannerDelays,
  type ScannerEvent,
  scannerMachine,
  scannerStatus,
} from './scanner.machine.ts';

const POINT_OF_SALE = 0x8c;
/** By their usage, whoever made them: a bar code scanner, which reads QR badges and slips, and a badge reader. */
export const BAR_CODE_SCANNER: Selector = { usagePage: POINT_OF_SALE, usage: 0x02 };
export const BADGE_READER: Selector = { usagePage: POINT_OF_SALE, usage: 0x01 };

export interface HidPosScannerOptions {
  readonly transport: Transport;
  readonly selector?: Selector;
  readonly clock?: Clock;
  readonly delays?: Partial<ScannerDelays>;
}

/**
 * A scanner set to HID POS mode over any transport. Keyboard mode is not read: the operating system keeps keyboards to
 * itself, and a code could then type into the terminal (facts/hardware.md §2.1).
 */
export function createHidPosScanner(options: HidPosScannerOptions): ScanSource {
  const { transport, selector = BAR_CODE_SCANNER, clock = systemClock } = options;
  const delays = { ...SCANNER_DELAYS, ...options.delays };

  const presence = presenceActor<ScannerEvent>(transport, selector);

  /** Two handles of one device are never held at once: the one before is closed first. */
  let closed: Promise<void> = Promise.resolve();
  const link = fromCallback<ScannerEvent>(({ sendBack }) => {
    const abort = new AbortController();
    let over = false;
    let channel: Channel | null = null;
    let state: CodecState = NOTHING_YET;
    let gap: TimerHandle = null;
    const forget = (): void => {
      state.bytes.fill(0);
      state = NOTHING_YET;
    };
    const take = (bytes: Uint8Array): void => {
      if (over) return;
      clock.clearTimeout(gap);
      const decoded = decodeScans(state, bytes);
      state = decoded.state;
      bytes.fill(0);
      if (state.bytes.length > 0) gap = clock.setTimeout(forget, delays.partGap);
      for (const text of decoded.texts) sendBack({ type: 'SCANNED', text });
    };
    const opening = closed
      .then(() => (over ? null : transport.open(selector, abort.signal)))
      .then((opened) => {
        if (opened === null) return;
        if (!opened.ok) {
          if (!over) sendBack({ type: 'LINK_FAILED', fault: opened.code });
          return;
        }
        channel = opened.value;
        if (over) return;
        channel.onLost((why) => {
          if (!over) sendBack({ type: 'LINK_LOST', why });
        });
        channel.onReport(take);
        sendBack({ type: 'LINK_OPEN' });
      });
    return () => {
      over = true;
      abort.abort();
      clock.clearTimeout(gap);
      forget();
      closed = opening.then(() => channel?.close());
    };
  });

  return {
    simulated: transport.simulated,
    subscribe: (listener, onStatus) => {
      const actor = createActor(scannerMachine.provide({ actors: { presence, link } }), {
        clock,
        input: { delays },
      });
      actor.on('SCANNED', ({ text }) => {
        listener(text);
      });
      actor.subscribe((snapshot) => {
        onStatus?.(scannerStatus(snapshot), snapshot.context.fault);
      });
      actor.start();
      return () => {
        actor.stop();
        return closed;
      };
    },
  };
}
