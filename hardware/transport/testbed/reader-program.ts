import { createHash } from 'node:crypto';
import { createReferenceIdReader } from '../../devices/id-reader/reference-reader.ts';
import { createNodeHidTransport } from '../node-hid.ts';

/**
 * What runs inside the testbed: the real transport and driver, printing what happens as JSON lines. A read is armed
 * whenever none is; of a document only its digest is printed.
 */
const reader = createReferenceIdReader({ transport: createNodeHidTransport() });
let count = 0;
const armNext = (): void => {
  count += 1;
  reader.arm(`read-${count}`);
};

reader.subscribe((event) => {
  if (event.type === 'DOCUMENT_READ') {
    const digest = createHash('sha256').update(JSON.stringify(event.document)).digest('hex');
    console.log(JSON.stringify({ program: event.type, readId: event.readId, digest }));
    armNext();
    return;
  }
  console.log(JSON.stringify({ program: event.type, event }));
  if (event.type === 'READ_FAILED') armNext();
});
reader.start();
armNext();
// The watch of /dev keeps no process alive, and nothing else may be left while the reader is unplugged.
setInterval(() => undefined, 60_000);
