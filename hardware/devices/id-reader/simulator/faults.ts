import { HEADER_BYTES, REPORT_BYTES } from '../wire/protocol.ts';

/** What can happen to the reports of one message on their way; pure, so that tests and the simulator share it. */
export const REPORT_FAULTS = ['corrupt', 'short', 'long', 'reorder', 'duplicate'] as const;
export type ReportFault = (typeof REPORT_FAULTS)[number];

/** The reports as they arrive when the fault has happened to them. */
export function damage(reports: readonly Uint8Array[], fault: ReportFault): Uint8Array[] {
  switch (fault) {
    case 'corrupt':
      return reports.map((report, index) =>
        index === reports.length - 1 ? flipBit(report, HEADER_BYTES * 8 + 5) : report,
      );
    case 'short':
      return reports.map((report, index) => (index === 0 ? report.slice(0, HEADER_BYTES + 9) : report));
    case 'long':
      // What Linux delivers for a report longer than its descriptor says (facts/hardware.md §1.4).
      return reports.map((report) => {
        const longer = new Uint8Array(2 * REPORT_BYTES);
        longer.set(report);
        return longer;
      });
    case 'reorder': {
      const [first, second, ...rest] = reports;
      return first === undefined || second === undefined ? [...reports] : [second, first, ...rest];
    }
    case 'duplicate':
      return reports.flatMap((report) => [report, report.slice()]);
  }
}

/** A copy with one bit changed; `bit` counts from the first bit of the first byte. */
export function flipBit(report: Uint8Array, bit: number): Uint8Array {
  const flipped = report.slice();
  const byte = Math.floor(bit / 8);
  flipped[byte] = (flipped[byte] ?? 0) ^ (1 << (bit % 8));
  return flipped;
}
