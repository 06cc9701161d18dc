import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { BLINK1 } from '../devices/light/blink1/blink1.ts';
import { decodeCommand, type LampCommand } from '../devices/light/blink1/codec.ts';
import { commandFor, TABLE_OF_LINES } from '../devices/light/blink1/patterns.ts';
import { createLampDevice, type LampDevice } from '../devices/light/simulator/lamp-device.ts';
import { requireTestbed, startTestbed, type Testbed } from './testbed/testbed.ts';

const PROGRAM = fileURLToPath(new URL('testbed/lamp-program.ts', import.meta.url));

/** One vendor collection with feature reports of 8 bytes (id 1) and 60 bytes (id 2), as the third model has it. */
const DESCRIPTOR = Buffer.from(
  '06abff0a0020a101150026ff007508850195080900b2020175088502953c0900b20201c0',
  'hex',
);

let bed: Testbed;
let lamp: LampDevice;
let told: LampCommand[];

beforeAll(requireTestbed);
afterEach(() => bed.stop());

function start(): void {
  lamp = createLampDevice({ clock: systemClock });
  told = [];
  bed = startTestbed(PROGRAM, {
    vendorId: BLINK1.vendorId,
    productId: BLINK1.productId,
    descriptor: DESCRIPTOR,
    onFeature: (report) => {
      expect(report).toHaveLength(9);
      const command = decodeCommand(report);
      if (command !== null) told.push(command);
      lamp.receive(report);
    },
    feature: () => lamp.answer(),
  });
}

const status = (wanted: string) => bed.next((line) => line.event?.['status'] === wanted);

it('the unmodified node-hid finds the lamp, writes its table and calls staff; pulled and put back it calls again', async () => {
  start();
  await status('ready');
  await expect.poll(() => lamp.doing()).toEqual({ plays: playedBy('help-wanted') });
  expect(told.filter(({ type }) => type === 'line')).toHaveLength(TABLE_OF_LINES.length);
  await expect.poll(() => told.filter(({ type }) => type === 'watchdog').length).toBeGreaterThan(3);
  bed.unplug();
  await status('absent');
  lamp.powerOn();
  told = [];
  bed.plug();
  await status('ready');
  await expect.poll(() => lamp.doing()).toEqual({ plays: playedBy('help-wanted') });
  expect(told.filter(({ type }) => type === 'line')).toHaveLength(TABLE_OF_LINES.length);
});

function playedBy(pattern: 'help-wanted'): readonly [number, number] {
  const command = commandFor(pattern);
  if (command.type !== 'play') throw new Error(`${pattern} is not played`);
  return [command.first, command.last];
}
