import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../domain/result.ts';
import type { HardwareEvent } from '../../../../domain/terminal/ports/hardware.ts';
import { createManualClock } from '../../../testing/manual-clock.ts';
import type {
  LostReason,
  Presence,
  Selector,
  Transport,
  TransportFault,
} from '../../../transport/transport.ts';
import { createBadgeReader } from '../badge-reader.ts';
import { eitherOf } from '../either-of.ts';
import { FIXTURE_BADGES } from '../simulator.ts';
import { reportsOf } from './reports.fixture.ts';
import { BADGE_READER, BAR_CODE_SCANNER, createHidPosScanner, type HidPosScannerOptions } from './scanner.ts';
import { SCANNER_DELAYS } from './scanner.machine.ts';

const OFFICER = FIXTURE_BADGES['officer-01'];

/** A USB port for one kind of scanner, in a test's hands. */
interface Port {
  readonly selector: Selector;
  present(presence: Presence | TransportFault): void;
  say(...reports: readonly Uint8Array[]): void;
  lose(why: LostReason): void;
  openWith(fault: TransportFault | null): void;
  readonly opened: number;
  readonly open: number;
}

function portOf(selector: Selector): Port & { readonly transport: Transport } {
  let look: ((found: Presence | TransportFault) => void) | null = null;
  let report: ((bytes: Uint8Array) => void) | null = null;
  let lost: ((why: LostReason) => void) | null = null;
  let fault: TransportFault | null = null;
  const counts = { opened: 0, open: 0 };
  return {
    selector,
    present: (found) => look?.(found),
    say: (...reports) => {
      for (const one of reports) report?.(Uint8Array.from(one));
    },
    lose: (why) => lost?.(why),
    openWith: (next) => {
      fault = next;
    },
    get opened() {
      return counts.opened;
    },
    get open() {
      return counts.open;
    },
    transport: {
      simulated: false,
      openAll: () => Promise.resolve(fail('absent')),
      open: () => {
        if (fault !== null) return Promise.resolve(fail(fault));
        counts.opened += 1;
        counts.open += 1;
        return Promise.resolve(
          ok({
            send: () => Promise.resolve(ok(null)),
            sendFeature: () => Promise.resolve(fail('io')),
            readFeature: () => Promise.resolve(fail('io')),
            onReport: (listener) => {
              report = listener;
            },
            onLost: (listener) => {
              lost = listener;
            },
            close: () => {
              counts.open -= 1;
              report = null;
              return Promise.resolve();
            },
          }),
        );
      },
      watch: (asked, onPresence) => {
        expect(asked).toEqual(selector);
        look = (found) => {
          const known = found === 'none' || found === 'one' || found === 'several';
          onPresence(known ? ok(found) : fail(found));
        };
        return { rescan: () => undefined, stop: () => (look = null) };
      },
    },
  };
}

async function start() {
  const clock = createManualClock();
  const [scanner, badges] = [portOf(BAR_CODE_SCANNER), portOf(BADGE_READER)];
  const options = (port: typeof scanner): HidPosScannerOptions => ({
    ...{ transport: port.transport, selector: port.selector, clock },
  });
  const source = eitherOf(createHidPosScanner(options(scanner)), createHidPosScanner(options(badges)));
  const reader = createBadgeReader({ source, clock });
  const events: HardwareEvent[] = [];
  reader.subscribe((event) => events.push(event));
  reader.start();
  await clock.settle();
  const scans = (): string[] =>
    events.flatMap((event) => (event.type === 'BADGE_SCANNED' ? [event.text] : []));
  const states = (): string[] =>
    events.flatMap((event) => (event.type === 'DEVICE_STATE' ? [event.status] : []));
  return { clock, scanner, badges, reader, scans, states };
}

describe('a real scanner in HID POS mode', () => {
  it('reads the QR code of a badge, and nothing before it is plugged in', async () => {
    const { clock, scanner, scans, states } = await start();
    expect(states()).toEqual(['absent']);
    scanner.present('one');
    await clock.settle();
    scanner.say(...reportsOf(`${OFFICER}\r`));
    expect(scans()).toEqual([OFFICER]);
    expect(states()).toEqual(['absent', 'connecting', 'ready']);
  });

  it('a badge reader of the same standard does, too, with or without a scanner beside it', async () => {
    const { clock, scanner, badges, scans, states } = await start();
    badges.present('one');
    scanner.present('none');
    await clock.settle();
    badges.say(...reportsOf(OFFICER));
    expect(scans()).toEqual([OFFICER]);
    expect(states().at(-1)).toBe('ready');
  });

  it('unplugged in the middle of a code and plugged in again: the half is gone, the next one is read', async () => {
    const { clock, scanner, scans, states } = await start();
    scanner.present('one');
    await clock.settle();
    const [half] = reportsOf(`EMPF-BADGE:1:S1:${'x'.repeat(80)}`);
    scanner.say(half ?? new Uint8Array(0));
    scanner.lose('unplugged');
    await clock.settle();
    expect(states().at(-1)).toBe('absent');
    scanner.present('one');
    await clock.settle();
    scanner.say(...reportsOf(OFFICER));
    expect(scans()).toEqual([OFFICER]);
    expect([scanner.opened, scanner.open]).toEqual([2, 1]);
  });

  it('a half that is never followed by its other half is forgotten', async () => {
    const { clock, scanner, scans } = await start();
    scanner.present('one');
    await clock.settle();
    const [half] = reportsOf(`EMPF-BADGE:1:S1:${'x'.repeat(80)}`);
    scanner.say(half ?? new Uint8Array(0));
    await clock.advance(SCANNER_DELAYS.partGap);
    scanner.say(...reportsOf(OFFICER));
    expect(scans()).toEqual([OFFICER]);
  });

  it('that may not be opened says so and is tried again', async () => {
    const { clock, scanner, reader, states } = await start();
    scanner.openWith('permission');
    scanner.present('one');
    await clock.settle();
    expect(reader.health()).toMatchObject({ status: 'faulted', fault: 'permission' });
    scanner.openWith(null);
    await clock.advance(SCANNER_DELAYS.retry);
    expect(states().at(-1)).toBe('ready');
  });

  it('two of the same kind: nobody can say which is meant, until one is taken away', async () => {
    const { clock, scanner, reader, states } = await start();
    scanner.present('several');
    await clock.settle();
    expect(reader.health()).toMatchObject({ status: 'faulted', fault: 'ambiguous' });
    await clock.settle();
    scanner.present('one');
    await clock.settle();
    expect(states().at(-1)).toBe('ready');
  });

  it('lets go of its handle when it is stopped, and says nothing more', async () => {
    const { clock, scanner, reader, scans } = await start();
    scanner.present('one');
    await clock.settle();
    const stopped = reader.stop();
    await clock.settle();
    await stopped;
    expect(scanner.open).toBe(0);
    scanner.say(...reportsOf(OFFICER));
    expect(scans()).toEqual([]);
  });
});
