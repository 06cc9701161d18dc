import { describe, expect, it } from 'vitest';
import type { LightPattern } from '../../../domain/terminal/ports/light.ts';
import type { HardwareEvent } from '../../../domain/terminal/ports/hardware.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createBlink1Light } from './blink1/blink1.ts';
import { LAMP_DELAYS } from './blink1/driver.machine.ts';
import { LINK_DELAYS } from './blink1/link.ts';
import { createSimulatedLamps, type SimulatedLamp } from './simulator/simulated-lamps.ts';

async function start(options: { readonly plugged?: boolean; readonly held?: boolean } = {}) {
  const clock = createManualClock();
  const lamps = createSimulatedLamps({ clock });
  if (options.plugged === false) lamps.first.unplug();
  lamps.hold(options.held === true);
  const light = createBlink1Light({ transport: lamps.transport, clock });
  const events: HardwareEvent[] = [];
  light.subscribe((event) => events.push(event));
  light.start();
  await clock.advance(100);
  const show = async (pattern: LightPattern): Promise<void> => {
    light.show(pattern);
    await clock.advance(1_000);
  };
  const statuses = (): string[] =>
    events.flatMap((event) =>
      event.type === 'DEVICE_STATE'
        ? [event.detail === undefined ? event.status : `${event.status} ${event.detail}`]
        : [],
    );
  return { clock, lamps, light, show, statuses };
}

/** Colours at the given moments from now on, in milliseconds. */
async function watch(
  clock: Awaited<ReturnType<typeof start>>['clock'],
  lamp: SimulatedLamp,
  every: number,
  times: number,
): Promise<string[]> {
  const seen: string[] = [];
  for (let look = 0; look < times; look += 1) {
    const { red, green, blue } = lamp.device.colour();
    seen.push(`${String(red)},${String(green)},${String(blue)}`);
    await clock.advance(every);
  }
  return seen;
}

const AMBER = '255,96,0';
const DARK = '0,0,0';
const RED = '255,0,0';

describe('the status light', () => {
  it('is found, asked what it is, and shows what was wanted before it was there', async () => {
    const { lamps, light, clock, statuses } = await start({ plugged: false });
    light.show('idle');
    expect(light.health()).toMatchObject({ status: 'absent', firmware: null });
    lamps.first.replug();
    await clock.advance(1_000);
    expect(statuses()).toEqual(['absent', 'connecting', 'ready']);
    expect(light.health()).toMatchObject({ status: 'ready', firmware: '3.2', fault: null });
    expect(lamps.pattern).toBe('idle');
  });

  it('staff are called: it blinks amber once a second, and goes on by itself', async () => {
    const { lamps, show, clock } = await start();
    await show('help-wanted');
    await clock.advance(100);
    expect(await watch(clock, lamps.first, 500, 6)).toEqual([AMBER, DARK, AMBER, DARK, AMBER, DARK]);
  });

  it.each([
    'off',
    'idle',
    'in-use',
    'help-wanted',
    'help-coming',
    'out-of-service',
    'fault',
    'practice',
  ] as const)('shows %s, and nothing else by itself as long as somebody is there', async (pattern) => {
    const { lamps, show, clock } = await start();
    await show('in-use');
    await show(pattern);
    await clock.advance(10 * LINK_DELAYS.watchdog);
    expect(lamps.pattern).toBe(pattern);
  });

  it('a member goes: what blinked stops at once', async () => {
    const { lamps, show, clock } = await start();
    await show('help-wanted');
    await show('idle');
    expect(new Set(await watch(clock, lamps.first, 250, 8))).toEqual(new Set(['0,60,0']));
  });
});

describe('nobody is there any more', () => {
  it('the program hangs or is killed: the lamp shows a fault by itself', async () => {
    const { clock } = await start();
    const lamps = createSimulatedLamps({ clock });
    const light = createBlink1Light({
      transport: lamps.transport,
      clock,
      // As if nothing were sent after the first word.
      delays: { tickleEvery: 3_600_000 },
    });
    light.start();
    light.show('in-use');
    await clock.advance(LINK_DELAYS.watchdog - 100);
    expect(lamps.pattern).toBe('in-use');
    await clock.advance(200);
    expect(lamps.pattern).toBe('fault');
    expect(await watch(clock, lamps.first, 500, 8)).toEqual([RED, DARK, DARK, DARK, RED, DARK, DARK, DARK]);
  });

  it('the program ends as it should: dark, and it stays dark', async () => {
    const { lamps, light, show, clock } = await start();
    await show('help-wanted');
    const stopping = light.stop();
    await clock.advance(1_000);
    await stopping;
    await clock.advance(10 * LINK_DELAYS.watchdog);
    expect(lamps.first.device.colour()).toEqual({ red: 0, green: 0, blue: 0 });
    expect(clock.pendingTimers()).toBe(0);
  });
});

describe('the cable', () => {
  it('is pulled and put back while staff are called: it blinks again, though its memory was empty', async () => {
    const { lamps, light, show, clock, statuses } = await start();
    await show('help-wanted');
    lamps.first.unplug();
    await clock.advance(1_000);
    expect(light.health().status).toBe('absent');
    lamps.first.replug();
    await clock.advance(1_100);
    expect(statuses()).toEqual(['absent', 'connecting', 'ready', 'absent', 'connecting', 'ready']);
    expect(await watch(clock, lamps.first, 500, 4)).toContain(AMBER);
    expect(light.health()).toMatchObject({ reconnects: 1 });
  });

  it('what was wanted while it was out is shown, not what was shown before', async () => {
    const { lamps, show, clock } = await start();
    await show('help-wanted');
    lamps.first.unplug();
    await show('idle');
    lamps.first.replug();
    await clock.advance(1_000);
    expect(lamps.pattern).toBe('idle');
  });
});

describe('a lamp that does not do as it is told', () => {
  it('refuses reports: faulted, tried again with growing waits, and healed', async () => {
    const { lamps, light, show, clock, statuses } = await start();
    await show('idle');
    lamps.first.give('refuses');
    await show('help-wanted');
    expect(statuses()).toContain('faulted io');
    await clock.advance(20_000);
    expect(light.health().status).not.toBe('ready');
    lamps.first.give(null);
    await clock.advance(30_000);
    expect(light.health()).toMatchObject({ status: 'ready', fault: null });
    expect(lamps.pattern).toBe('help-wanted');
  });

  it('never answers a report: given up after its deadline, not waited for', async () => {
    const { lamps, light, show, clock, statuses } = await start();
    await show('idle');
    lamps.first.give('hangs');
    light.show('help-wanted');
    await clock.advance(LINK_DELAYS.reportDeadline + 100);
    expect(statuses()).toContain('faulted stuck');
  });

  it('a failed report shows at the latest with the next word that somebody is there', async () => {
    const { lamps, light, show, clock } = await start();
    await show('idle');
    lamps.first.give('refuses');
    await clock.advance(LAMP_DELAYS.tickleEvery);
    expect(light.health()).toMatchObject({ status: 'faulted', fault: 'io' });
  });

  it('another program has it: faulted, and taken as soon as it is let go', async () => {
    const { lamps, light, clock } = await start({ held: true });
    light.show('idle');
    expect(light.health()).toMatchObject({ status: 'faulted', fault: 'io' });
    lamps.hold(false);
    await clock.advance(30_000);
    expect(light.health().status).toBe('ready');
    expect(lamps.pattern).toBe('idle');
  });

  it('stopping does not wait for a lamp that hangs', async () => {
    const { lamps, light, show, clock } = await start();
    await show('idle');
    lamps.first.give('hangs');
    let stopped = false;
    void light.stop().then(() => (stopped = true));
    await clock.advance(1_000);
    expect(stopped).toBe(true);
  });
});

describe('two lamps, one on each side of the machine', () => {
  async function two() {
    const test = await start();
    test.lamps.second.replug();
    await test.show('help-wanted');
    return test;
  }
  const colours = ({ lamps }: Awaited<ReturnType<typeof start>>) => [
    lamps.first.device.colour(),
    lamps.second.device.colour(),
  ];

  it('show the same', async () => {
    const test = await two();
    const [first, second] = colours(test);
    expect(second).toEqual(first);
    await test.show('idle');
    expect(colours(test)).toEqual([
      { red: 0, green: 60, blue: 0 },
      { red: 0, green: 60, blue: 0 },
    ]);
  });

  it('one fails: the other goes on without a break', async () => {
    const test = await two();
    test.lamps.first.give('refuses');
    await test.show('idle');
    expect(test.light.health()).toMatchObject({ status: 'ready', problems: { 'lamp-lost': 1 } });
    expect(test.lamps.second.device.colour()).toEqual({ red: 0, green: 60, blue: 0 });
    expect(test.statuses()).not.toContain('faulted io');
  });

  it('one is pulled out and put back: both show again', async () => {
    const test = await two();
    test.lamps.second.unplug();
    await test.show('idle');
    test.lamps.second.replug();
    await test.show('in-use');
    expect(colours(test)).toEqual([
      { red: 0, green: 0, blue: 80 },
      { red: 0, green: 0, blue: 80 },
    ]);
  });
});
