import { describe, expect, it } from 'vitest';
import type { HardwareEvent } from '../domain/terminal/ports/hardware.ts';
import { type ChildLike, superviseHardware } from './supervisor.ts';
import { createManualClock } from './testing/manual-clock.ts';

const HELLO = { type: 'hello', version: 1, driver: 'sim' };
const READY = { type: 'DEVICE_STATE', device: 'id-reader', status: 'ready', simulated: true } as const;
const FAILED = { type: 'READ_FAILED', readId: 'read-1', trouble: 'unreadable' } as const;

interface FakeChild extends ChildLike {
  readonly heard: { readonly type: string; readonly id?: number; readonly command?: unknown }[];
  say(message: unknown): void;
  exit(): void;
  killed: boolean;
  /** Answers pings. */
  alive: boolean;
}

function createFakeChild(): FakeChild {
  let listener: (message: unknown) => void = () => undefined;
  let onExit: () => void = () => undefined;
  const child: FakeChild = {
    heard: [],
    killed: false,
    alive: true,
    say: (message) => listener(message),
    exit: () => onExit(),
    postMessage: (message) => {
      const heard = message as FakeChild['heard'][number];
      child.heard.push(heard);
      if (heard.type === 'ping' && child.alive) listener({ type: 'pong', id: heard.id });
    },
    onMessage: (next) => {
      listener = next;
    },
    onExit: (next) => {
      onExit = next;
    },
    kill: () => {
      child.killed = true;
    },
  };
  return child;
}

function start() {
  const clock = createManualClock();
  const children: FakeChild[] = [];
  const events: HardwareEvent[] = [];
  const supervisor = superviseHardware({
    clock,
    spawn: () => {
      const child = createFakeChild();
      children.push(child);
      return child;
    },
    onEvent: (event) => events.push(event),
  });
  const latest = (): FakeChild => {
    const child = children.at(-1);
    if (child === undefined) throw new Error('no process was started');
    return child;
  };
  const types = (): string[] => events.map(({ type }) => type);
  const commands = (child: FakeChild): unknown[] =>
    child.heard.flatMap((heard) => (heard.type === 'command' ? [heard.command] : []));
  return { clock, children, events, supervisor, latest, types, commands };
}

describe('the hardware process', () => {
  it('starts: the terminal hears what its devices say, and nothing of the start', () => {
    const { latest, events } = start();
    latest().say(HELLO);
    latest().say({ type: 'event', event: READY });
    expect(events).toEqual([READY]);
  });

  it('is killed: down, devices faulted, started again, up, and told again what is wanted', async () => {
    const { clock, children, latest, events, supervisor, types, commands } = start();
    latest().say(HELLO);
    latest().say({ type: 'event', event: READY });
    supervisor.command({ type: 'ARM_READ', readId: 'read-1' });
    supervisor.command({ type: 'LIGHT', pattern: 'help-wanted' });
    latest().exit();
    expect(types()).toEqual(['DEVICE_STATE', 'HARDWARE_DOWN', 'DEVICE_STATE']);
    expect(events.at(-1)).toMatchObject({ status: 'faulted', detail: 'hardware-process-down' });
    await clock.advance(200);
    expect(children).toHaveLength(2);
    latest().say(HELLO);
    expect(events.at(-1)).toEqual({ type: 'HARDWARE_UP' });
    expect(commands(latest())).toEqual([
      { type: 'FORGET' },
      { type: 'LIGHT', pattern: 'help-wanted' },
      { type: 'ARM_READ', readId: 'read-1' },
    ]);
    expect(supervisor.restarts).toBe(1);
  });

  it('is killed after the session ended: the new one is told to forget, and no read is armed', async () => {
    const { clock, latest, supervisor, commands } = start();
    latest().say(HELLO);
    supervisor.command({ type: 'ARM_READ', readId: 'read-1' });
    supervisor.command({ type: 'FORGET' });
    latest().exit();
    await clock.advance(200);
    latest().say(HELLO);
    expect(commands(latest())).toEqual([{ type: 'FORGET' }, { type: 'LIGHT', pattern: 'off' }]);
  });

  it('hangs: missed answers, killed, started again although its end is never told', async () => {
    const { clock, children, latest, types } = start();
    latest().say(HELLO);
    await clock.advance(30_000);
    expect(types()).toEqual([]);
    latest().alive = false;
    await clock.advance(4_000);
    expect(children[0]?.killed).toBe(true);
    expect(types()).toEqual(['HARDWARE_DOWN']);
    await clock.advance(200);
    expect(children).toHaveLength(2);
    children[0]?.exit();
    expect(children).toHaveLength(2);
  });

  it('never says hello: killed and started again', async () => {
    const { clock, children } = start();
    await clock.advance(10_200);
    expect(children[0]?.killed).toBe(true);
    expect(children).toHaveLength(2);
  });

  it('dies again and again: waits longer each time, 30 seconds at most, and one HARDWARE_DOWN', async () => {
    const { clock, children, latest, types } = start();
    const waits: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      const before = children.length;
      const from = clock.now();
      latest().exit();
      while (children.length === before) await clock.advance(100);
      waits.push(clock.now() - from);
    }
    expect(waits).toEqual([200, 1_000, 2_000, 5_000, 10_000, 30_000, 30_000, 30_000]);
    expect(types()).toEqual(['HARDWARE_DOWN']);
  });

  it('was healthy for a minute before it died: started again at once', async () => {
    const { clock, children, latest } = start();
    latest().exit();
    await clock.advance(200);
    latest().exit();
    await clock.advance(1_000);
    latest().say(HELLO);
    await clock.advance(60_000);
    latest().exit();
    await clock.advance(200);
    expect(children).toHaveLength(4);
  });

  it('cannot be started at all: tried again, and the terminal goes on', async () => {
    const clock = createManualClock();
    let attempts = 0;
    const events: HardwareEvent[] = [];
    const supervisor = superviseHardware({
      clock,
      onEvent: (event) => events.push(event),
      spawn: () => {
        attempts += 1;
        throw new Error('no such file');
      },
    });
    await clock.advance(3_300);
    expect(attempts).toBe(4);
    expect(events).toEqual([{ type: 'HARDWARE_DOWN' }]);
    await supervisor.stop();
    await clock.advance(60_000);
    expect(attempts).toBe(4);
  });
});

describe('what a process may say', () => {
  it('a result for a read that is not armed never passes', () => {
    const { latest, supervisor, types } = start();
    latest().say(HELLO);
    latest().say({ type: 'event', event: FAILED });
    supervisor.command({ type: 'ARM_READ', readId: 'read-2' });
    latest().say({ type: 'event', event: FAILED });
    expect(types()).toEqual([]);
  });

  it('one result for each armed read', () => {
    const { latest, supervisor, types } = start();
    latest().say(HELLO);
    supervisor.command({ type: 'ARM_READ', readId: 'read-1' });
    latest().say({ type: 'event', event: FAILED });
    latest().say({ type: 'event', event: FAILED });
    expect(types()).toEqual(['READ_FAILED']);
  });

  it.each([
    null,
    'hello',
    { type: 'event' },
    { type: 'event', event: { type: 'HARDWARE_UP' } },
    { type: 'event', event: { ...READY, device: 'printer' } },
    { type: 'event', event: { type: 'DOCUMENT_READ', readId: 'read-1', document: { kind: 'hkid' } } },
    { type: 'hello', version: 2, driver: 'sim' },
  ])('what is no message of ours is not heard: %j', (message) => {
    const { latest, supervisor, events } = start();
    supervisor.command({ type: 'ARM_READ', readId: 'read-1' });
    latest().say(message);
    expect(events).toEqual([]);
    expect(latest().heard).toEqual([]);
  });

  it('a process that was given up is not heard any more', async () => {
    const { clock, children, latest, events } = start();
    latest().say(HELLO);
    latest().alive = false;
    await clock.advance(5_000);
    const heard = events.length;
    children[0]?.say({ type: 'event', event: READY });
    children[0]?.say(HELLO);
    expect(events.length).toBe(heard);
  });
});

describe('the terminal', () => {
  it('subscribes late: told the present state of each device', () => {
    const { latest, supervisor } = start();
    latest().say(HELLO);
    latest().say({ type: 'event', event: { ...READY, status: 'connecting' } });
    latest().say({ type: 'event', event: READY });
    const heard: HardwareEvent[] = [];
    const end = supervisor.subscribe((event) => heard.push(event));
    expect(heard).toEqual([READY]);
    end();
    latest().say({ type: 'event', event: { ...READY, status: 'absent' } });
    expect(heard).toEqual([READY]);
  });

  it('subscribes while the process is down: told so', () => {
    const { latest, supervisor } = start();
    latest().say(HELLO);
    latest().exit();
    const heard: HardwareEvent[] = [];
    supervisor.subscribe((event) => heard.push(event));
    expect(heard).toEqual([{ type: 'HARDWARE_DOWN' }]);
  });

  it('asks for a read before the process is there: asked when it is', () => {
    const { latest, supervisor, commands } = start();
    supervisor.command({ type: 'ARM_READ', readId: 'read-1' });
    expect(commands(latest())).toEqual([]);
    latest().say(HELLO);
    expect(commands(latest())).toContainEqual({ type: 'ARM_READ', readId: 'read-1' });
  });

  it('stops: the process lets go and ends, and nothing is started again', async () => {
    const { clock, children, latest, supervisor, types } = start();
    latest().say(HELLO);
    const stopped = supervisor.stop();
    expect(latest().heard.at(-1)).toEqual({ type: 'stop' });
    latest().exit();
    await stopped;
    await clock.advance(60_000);
    expect(children).toHaveLength(1);
    expect(types()).toEqual([]);
  });

  it('stops a process that does not let go: killed', async () => {
    const { clock, latest, supervisor } = start();
    latest().say(HELLO);
    const stopped = supervisor.stop();
    await clock.advance(1_500);
    await stopped;
    expect(latest().killed).toBe(true);
  });
});
