import { describe, expect, it } from 'vitest';
import { RESUME_RANDOM_BYTES, resumeCodeFrom, resumeQrText } from '../../../domain/parking/resume-code.ts';
import { TICKET_CODE_CHARACTERS, ticketCodeFrom, ticketQrText } from '../../../domain/tickets/ticket-code.ts';
import type { HardwareEvent } from '../../../domain/terminal/ports/hardware.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createBadgeReader } from './badge-reader.ts';
import { createSimulatedBadgeScanner, FIXTURE_BADGES } from './simulator.ts';

function start() {
  const clock = createManualClock();
  const scanner = createSimulatedBadgeScanner();
  const reader = createBadgeReader({ source: scanner.source, clock });
  const events: HardwareEvent[] = [];
  reader.subscribe((event) => events.push(event));
  reader.start();
  const scans = (): string[] =>
    events.flatMap((event) => (event.type === 'BADGE_SCANNED' ? [event.text] : []));
  return { clock, scanner, reader, events, scans };
}

describe("a member's resume slip", () => {
  const code = resumeCodeFrom(Uint8Array.from({ length: RESUME_RANDOM_BYTES }, (_, at) => at));

  it('goes out as a slip and never as a badge', () => {
    const { scanner, scans, events } = start();
    scanner.scan(`${resumeQrText(code)}\r\n`);
    expect(events).toContainEqual({ type: 'SLIP_SCANNED', code });
    expect(scans()).toEqual([]);
  });

  it.each(['EMPF-RESUME:1:ABC', 'EMPF-RESUME:9:whatever', 'empf-resume:'])(
    'that cannot be read is still a slip: %s',
    (text) => {
      const { scanner, scans, events } = start();
      scanner.scan(text);
      expect(events).toContainEqual({ type: 'SLIP_SCANNED', code: null });
      expect(scans()).toEqual([]);
    },
  );

  it('that is no slip is never one: a badge with the same characters', () => {
    const { scanner, scans, events } = start();
    scanner.scan(code);
    expect(scans()).toEqual([code]);
    expect(events.some(({ type }) => type === 'SLIP_SCANNED')).toBe(false);
  });
});

describe('a queue ticket or the QR code of an appointment', () => {
  const code = ticketCodeFrom(Uint8Array.from({ length: TICKET_CODE_CHARACTERS }, (_, at) => at));

  it.each(['ticket', 'booking'] as const)('a %s goes out as what it is and never as a badge', (of) => {
    const { scanner, scans, events } = start();
    scanner.scan(`${ticketQrText({ of, code })}\r\n`);
    expect(events).toContainEqual({ type: 'TICKET_SCANNED', scanned: { of, code } });
    expect(scans()).toEqual([]);
  });

  it.each(['EMPF-TICKET:1:ABC', 'EMPF-BOOKING:9:whatever', 'empf-ticket:'])(
    'that cannot be read is still none of a badge: %s',
    (text) => {
      const { scanner, scans, events } = start();
      scanner.scan(text);
      expect(events).toContainEqual({ type: 'TICKET_SCANNED', scanned: null });
      expect(scans()).toEqual([]);
    },
  );
});

describe('a staff badge', () => {
  it('shown to the scanner', () => {
    const { scanner, scans } = start();
    scanner.scan(`${FIXTURE_BADGES['officer-01']}\r\n`);
    expect(scans()).toEqual([FIXTURE_BADGES['officer-01']]);
  });

  it('held before the scanner: read many times, one event', async () => {
    const { clock, scanner, scans, reader } = start();
    for (let turn = 0; turn < 10; turn += 1) {
      scanner.scan(FIXTURE_BADGES['officer-01']);
      await clock.advance(100);
    }
    expect(scans()).toHaveLength(1);
    expect(reader.health().dropped).toBe(9);
    await clock.advance(1_500);
    scanner.scan(FIXTURE_BADGES['officer-01']);
    expect(scans()).toHaveLength(2);
  });

  it('shown right after the one of a colleague', () => {
    const { scanner, scans } = start();
    scanner.scan(FIXTURE_BADGES['officer-01']);
    scanner.scan(FIXTURE_BADGES['assistant-01']);
    expect(scans()).toHaveLength(2);
  });

  it.each(['', 'abc', 'x'.repeat(129), 'tab\tinside', 'has a space', '中文中文'])(
    'that is none: %j',
    (text) => {
      const { scanner, scans, reader } = start();
      scanner.scan(text);
      expect(scans()).toEqual([]);
      expect(reader.health().dropped).toBe(1);
    },
  );

  it('shown again in the next session within the window', () => {
    const { scanner, scans, reader } = start();
    scanner.scan(FIXTURE_BADGES['officer-01']);
    reader.forget();
    scanner.scan(FIXTURE_BADGES['officer-01']);
    expect(scans()).toHaveLength(2);
  });

  it('shown when the reader was stopped', async () => {
    const { scanner, scans, reader } = start();
    await reader.stop();
    scanner.scan(FIXTURE_BADGES['officer-01']);
    expect(scans()).toEqual([]);
  });
});

it('a terminal without a scanner says so', () => {
  const reader = createBadgeReader({ source: null });
  const events: HardwareEvent[] = [];
  reader.subscribe((event) => events.push(event));
  reader.start();
  expect(events).toEqual([
    { type: 'DEVICE_STATE', device: 'badge-reader', status: 'absent', simulated: false },
  ]);
});
