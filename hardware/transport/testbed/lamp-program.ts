import { createBlink1Light } from '../../devices/light/blink1/blink1.ts';
import { createNodeHidTransport } from '../node-hid.ts';

/** What runs inside the testbed: the real transport and the real driver of the status light, calling staff. */
const light = createBlink1Light({
  transport: createNodeHidTransport(),
  delays: { tickleEvery: 200 },
});
light.subscribe((event) => console.log(JSON.stringify({ program: event.type, event })));
light.start();
light.show('help-wanted');

// The watch of /dev keeps no process alive, and nothing else may be left while the lamp is unplugged.
setInterval(() => undefined, 60_000);
