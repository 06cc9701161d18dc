import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { toIdentityDocument } from '../devices/id-reader/document.ts';
import {
  reportedDocument,
  SIMULATED_DOCUMENTS,
  type SimulatedDocumentName,
} from '../devices/id-reader/simulator/documents.ts';
import { createReaderDevice, type ReaderDevice } from '../devices/id-reader/simulator/reader-device.ts';
import { REFERENCE_READER } from '../devices/id-reader/reference-reader.ts';
import { REPORT_DESCRIPTOR } from '../devices/id-reader/wire/protocol.ts';
import { requireTestbed, startTestbed, type Testbed } from './testbed/testbed.ts';

const PROGRAM = fileURLToPath(new URL('testbed/reader-program.ts', import.meta.url));

let bed: Testbed;
let device: ReaderDevice;

beforeAll(requireTestbed);
afterEach(async () => {
  device.powerOff();
  await bed.stop();
});

/** The program with the unmodified node-hid binary on one end of the fake device, the simulated reader on the other. */
function start(): void {
  device = createReaderDevice({
    clock: systemClock,
    emit: (report) => bed.report(report),
    delays: { readTime: 50 },
  });
  bed = startTestbed(PROGRAM, {
    vendorId: REFERENCE_READER.vendorId,
    productId: REFERENCE_READER.productId,
    descriptor: REPORT_DESCRIPTOR,
    onOutput: (bytes) => device.receive(bytes),
  });
  device.powerOn();
}

const status = (wanted: string) => bed.next((line) => line.event?.['status'] === wanted);

function digestOf(name: SimulatedDocumentName): string {
  const document = toIdentityDocument(reportedDocument(name), { authorisedMiddleware: false });
  if (!document.ok) throw new Error(`${name} is not readable`);
  return createHash('sha256').update(JSON.stringify(document.value)).digest('hex');
}

describe('the unmodified node-hid binary on a fake hidraw device', () => {
  it('finds the reader by its descriptor and reads a card through it', async () => {
    start();
    await status('ready');
    device.insert(SIMULATED_DOCUMENTS['adult-01']);
    const read = await bed.next(({ program }) => program === 'DOCUMENT_READ');
    expect(read).toMatchObject({ readId: 'read-1', digest: digestOf('adult-01') });
  });

  it('reads a document of many reports whole, joined or not', async () => {
    start();
    await status('ready');
    device.insert(SIMULATED_DOCUMENTS['adult-06']);
    const read = await bed.next(({ program }) => program === 'DOCUMENT_READ' || program === 'READ_FAILED');
    expect(read).toMatchObject({ program: 'DOCUMENT_READ', digest: digestOf('adult-06') });
  });

  it('unplugged while reading, plugged in again, and the card is read', async () => {
    start();
    await status('ready');
    device.insert(SIMULATED_DOCUMENTS['adult-01']);
    await status('busy');
    device.powerOff();
    bed.unplug();
    const failed = await bed.next(({ program }) => program === 'READ_FAILED');
    expect(failed.event).toMatchObject({ readId: 'read-1', trouble: 'absent' });
    await status('absent');
    device.powerOn();
    bed.plug();
    const read = await bed.next(({ program }) => program === 'DOCUMENT_READ');
    expect(read).toMatchObject({ readId: 'read-2', digest: digestOf('adult-01') });
  });
});
