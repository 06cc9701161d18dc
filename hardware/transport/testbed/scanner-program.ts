import { createHash } from 'node:crypto';
import { createBadgeReader } from '../../devices/badge-reader/badge-reader.ts';
import { createHidPosScanner } from '../../devices/badge-reader/hid-pos/scanner.ts';
import { createNodeHidTransport } from '../node-hid.ts';

/** What runs inside the testbed: the real transport and the scanner's driver. Of a badge only its digest is printed. */
const reader = createBadgeReader({ source: createHidPosScanner({ transport: createNodeHidTransport() }) });

reader.subscribe((event) => {
  if (event.type === 'BADGE_SCANNED') {
    const digest = createHash('sha256').update(event.text).digest('hex');
    console.log(JSON.stringify({ program: event.type, digest }));
    return;
  }
  console.log(JSON.stringify({ program: event.type, event }));
});
reader.start();
// The watch of /dev keeps no process alive.
setInterval(() => undefined, 60_000);
