import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HardwareEvent } from '../../domain/terminal/ports/hardware.ts';
import { sendSimulation } from '../simulation/control.ts';
import { type HardwareSupervisor, superviseHardware } from '../supervisor.ts';
import { spawnNodeChild } from './spawn-node-child.ts';

let folder: string;
let socket: string;
let supervisor: HardwareSupervisor;
let pids: number[];
let events: HardwareEvent[];
let wake: () => void;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'empf-hardware-'));
  socket = join(folder, 'simulation.sock');
  pids = [];
  events = [];
  wake = () => undefined;
  supervisor = superviseHardware({
    spawn: () => {
      const child = spawnNodeChild({ driver: 'sim', simulationSocket: socket });
      if (child.pid !== undefined) pids.push(child.pid);
      return child;
    },
    onEvent: (event) => {
      events.push(event);
      wake();
    },
  });
});
afterEach(async () => {
  await supervisor.stop();
  await rm(folder, { recursive: true });
});

/** The first event from now on, or among those not looked at yet, that fits. */
async function next(fits: (event: HardwareEvent) => boolean): Promise<HardwareEvent> {
  for (;;) {
    const event = events.shift();
    if (event === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    } else if (fits(event)) return event;
  }
}

const readerIs = (status: string) =>
  next((event) => event.type === 'DEVICE_STATE' && event.device === 'id-reader' && event.status === status);

describe('a real hardware process', () => {
  it('reads a card that another process put into its simulated reader', async () => {
    await readerIs('ready');
    supervisor.command({ type: 'ARM_READ', readId: 'read-1' });
    expect(
      await sendSimulation(socket, { device: 'id-reader', action: 'insert', document: 'adult-04' }),
    ).toMatchObject({
      ok: true,
      simulated: true,
      reader: { plugged: true, cardPresent: true },
    });
    expect(await next((event) => event.type === 'DOCUMENT_READ')).toMatchObject({
      readId: 'read-1',
      document: { number: { body: 'WX104482', check: '4' } },
    });
  });

  it('killed with SIGKILL while it waits for a card: started again, and the card is read', async () => {
    await readerIs('ready');
    supervisor.command({ type: 'ARM_READ', readId: 'read-1' });
    process.kill(pids[0] ?? 0, 'SIGKILL');
    await next((event) => event.type === 'HARDWARE_DOWN');
    await next((event) => event.type === 'HARDWARE_UP');
    await readerIs('ready');
    await sendSimulation(socket, { device: 'id-reader', action: 'insert', document: 'adult-01' });
    expect(await next((event) => event.type === 'DOCUMENT_READ')).toMatchObject({ readId: 'read-1' });
    expect(pids).toHaveLength(2);
  });

  it('stopped: it ends, and its socket is gone', async () => {
    await readerIs('ready');
    expect((await stat(socket)).mode & 0o777).toBe(0o600);
    await supervisor.stop();
    expect(() => process.kill(pids[0] ?? 0, 0)).toThrow('ESRCH');
    await expect(stat(socket)).rejects.toThrow('ENOENT');
  });
});
