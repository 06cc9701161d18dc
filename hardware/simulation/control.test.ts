import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FromService } from '../service/messages.ts';
import { type HardwareService, startHardwareService } from '../service/hardware-service.ts';
import { createManualClock, type ManualClock } from '../testing/manual-clock.ts';
import { sendSimulation } from './control.ts';
import type { SimulationCommand } from './commands.ts';
import { askJsonLine, serveJsonLines } from './socket.ts';

let folder: string;
let socket: string;
let clock: ManualClock;
let service: HardwareService;
let said: FromService[];
let tell: (message: unknown) => void;

async function start(): Promise<HardwareService> {
  said = [];
  return startHardwareService({
    driver: 'sim',
    simulationSocket: socket,
    clock,
    post: (message) => said.push(message),
    onMessage: (listener) => {
      tell = listener;
    },
  });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'empf-simulation-'));
  socket = join(folder, 'simulation.sock');
  clock = createManualClock();
  service = await start();
  await clock.advance(100);
});
afterEach(async () => {
  await service.stop();
  await rm(folder, { recursive: true });
});

const send = (command: SimulationCommand) => sendSimulation(socket, command);
const happened = (): string[] =>
  said.flatMap((message) => {
    if (message.type !== 'event') return [message.type];
    return message.event.type === 'DEVICE_STATE' ? [] : [message.event.type];
  });

describe('a person drives the simulated devices from another shell', () => {
  it('asks how things stand', async () => {
    tell({ type: 'command', command: { type: 'ARM_READ', readId: 'read-7' } });
    tell({ type: 'command', command: { type: 'LIGHT', pattern: 'help-wanted' } });
    await clock.settle();
    expect(await send({ device: 'status' })).toEqual({
      ok: true,
      simulated: true,
      devices: { 'id-reader': 'ready', 'badge-reader': 'ready', light: 'ready' },
      light: 'help-wanted',
      lastArmedRead: 'read-7',
      reader: { plugged: true, cardPresent: false, armed: true },
    });
  });

  it('puts a card in and takes it out', async () => {
    tell({ type: 'command', command: { type: 'ARM_READ', readId: 'read-1' } });
    await send({ device: 'id-reader', action: 'insert', document: 'adult-01' });
    await clock.advance(1_000);
    await send({ device: 'id-reader', action: 'remove' });
    expect(happened()).toEqual(['hello', 'CARD_PRESENT', 'DOCUMENT_READ', 'CARD_REMOVED']);
  });

  it.each([
    ['unreadable', 'unreadable'],
    ['corrupt', 'unreadable'],
    ['pull-mid-read', 'removed-while-reading'],
  ] as const)('makes the next card %s', async (action, trouble) => {
    tell({ type: 'command', command: { type: 'ARM_READ', readId: 'read-1' } });
    await send({ device: 'id-reader', action });
    await send({ device: 'id-reader', action: 'insert', document: 'adult-01' });
    await clock.advance(5_000);
    expect(said).toContainEqual({ type: 'event', event: { type: 'READ_FAILED', readId: 'read-1', trouble } });
  });

  it('unplugs the reader and plugs it in', async () => {
    expect(await send({ device: 'id-reader', action: 'unplug' })).toMatchObject({
      devices: { 'id-reader': 'absent' },
      reader: { plugged: false },
    });
    await send({ device: 'id-reader', action: 'replug' });
    await clock.advance(100);
    expect(await send({ device: 'status' })).toMatchObject({ devices: { 'id-reader': 'ready' } });
  });

  it('shows a badge by its name, or any text', async () => {
    await send({ device: 'badge', action: 'scan', badge: 'officer-01' });
    await send({ device: 'badge', action: 'scan', text: 'somebody-else' });
    expect(happened()).toEqual(['hello', 'BADGE_SCANNED', 'BADGE_SCANNED']);
  });

  it('does what cannot be done: told why', async () => {
    expect(await send({ device: 'id-reader', action: 'remove' })).toEqual({
      ok: false,
      message: 'no document is in the reader',
    });
    expect(await send({ device: 'id-reader', action: 'replug' })).toMatchObject({ ok: false });
    await send({ device: 'id-reader', action: 'insert', document: 'adult-01' });
    expect(await send({ device: 'id-reader', action: 'insert', document: 'adult-02' })).toMatchObject({
      ok: false,
    });
  });

  it.each([
    null,
    'insert',
    { device: 'id-reader', action: 'insert', document: 'nobody' },
    { device: 'printer' },
  ])('types something else: told where the help is: %j', async (message) => {
    expect(await askJsonLine(socket, message)).toMatchObject({ ok: false });
  });

  it('sends bytes that are no JSON, or hangs up half-way: the devices go on', async () => {
    await new Promise<void>((resolve) => {
      const raw = createConnection(socket, () => raw.end('{{{\n{"half'));
      raw.on('close', () => resolve());
      raw.resume();
    });
    expect(await send({ device: 'status' })).toMatchObject({ ok: true });
  });
});

describe('the socket', () => {
  it('left behind by a killed process is replaced', async () => {
    await service.stop();
    await writeFile(socket, '');
    service = await start();
    await clock.advance(100);
    expect(await send({ device: 'status' })).toMatchObject({ ok: true });
  });

  it('of a living process is not taken over', async () => {
    await expect(serveJsonLines(socket, () => null)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(await send({ device: 'status' })).toMatchObject({ ok: true });
  });

  it('that nobody serves: an error, at once', async () => {
    await expect(sendSimulation(join(folder, 'none.sock'), { device: 'status' })).rejects.toThrow('ENOENT');
  });
});

describe('the service', () => {
  it('answers pings, and drops what is no message', () => {
    tell({ type: 'ping', id: 12 });
    tell({ type: 'ping' });
    tell(null);
    tell({ type: 'command', command: { type: 'ARM_READ' } });
    expect(happened()).toEqual(['hello', 'pong']);
    expect(said.at(-1)).toEqual({ type: 'pong', id: 12 });
  });

  it('told to stop: lets go, says so, and says nothing more', async () => {
    tell({ type: 'stop' });
    await service.stop();
    expect(happened()).toEqual(['hello', 'stopped']);
    tell({ type: 'command', command: { type: 'ARM_READ', readId: 'read-1' } });
    await clock.advance(60_000);
    expect(happened()).toEqual(['hello', 'stopped']);
  });

  it('every device says that it is simulated', () => {
    const states = said.flatMap((message) =>
      message.type === 'event' && message.event.type === 'DEVICE_STATE' ? [message.event] : [],
    );
    expect(new Set(states.map(({ device }) => device))).toEqual(
      new Set(['id-reader', 'badge-reader', 'light']),
    );
    expect(states.every(({ simulated }) => simulated)).toBe(true);
  });
});
