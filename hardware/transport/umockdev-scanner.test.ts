import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { reportsOf } from '../devices/badge-reader/hid-pos/reports.fixture.ts';
import { FIXTURE_BADGES } from '../devices/badge-reader/simulator.ts';
import { requireTestbed, startTestbed } from './testbed/testbed.ts';

const PROGRAM = fileURLToPath(new URL('testbed/scanner-program.ts', import.meta.url));
/** A bar code scanner in HID POS mode: usage page 0x8C, usage 2, one input report of 63 bytes with id 2. */
const DESCRIPTOR = Uint8Array.from([
  ...[0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01, 0x09, 0x12, 0xa1, 0x02, 0x85, 0x02, 0x15, 0x00, 0x26, 0xff, 0x00],
  ...[0x75, 0x08, 0x95, 0x3f, 0x09, 0xfe, 0x81, 0x02, 0xc0, 0xc0],
]);

beforeAll(requireTestbed);

it('the unmodified node-hid binary finds a scanner by its usage alone: a badge is read, a pulled cable is seen', async () => {
  const badge = FIXTURE_BADGES['supervisor-01'];
  const digest = createHash('sha256').update(badge).digest('hex');
  const bed = startTestbed(PROGRAM, { vendorId: 0x1234, productId: 0x5678, descriptor: DESCRIPTOR });
  const status = (wanted: string) => bed.next((line) => line.event?.['status'] === wanted);
  try {
    await status('ready');
    for (const report of reportsOf(`${badge}\r`)) bed.report(report);
    expect(await bed.next(({ program }) => program === 'BADGE_SCANNED')).toMatchObject({ digest });
    bed.unplug();
    await status('absent');
  } finally {
    await bed.stop();
  }
});
