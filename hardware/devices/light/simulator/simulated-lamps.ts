import { fail, ok } from '../../../../domain/result.ts';
import { LIGHT_PATTERNS, type LightPattern } from '../../../../domain/terminal/ports/light.ts';
import type { Clock } from '../../../clock.ts';
import type { Channel, LostReason, Presence, Transport } from '../../../transport/transport.ts';
import { commandFor } from '../blink1/patterns.ts';
import { createLampDevice, type LampDevice } from './lamp-device.ts';

/** What a lamp does instead of taking a report. */
type Trouble = 'refuses' | 'hangs';

/** One socket with a lamp in it or not. */
export interface SimulatedLamp {
  readonly device: LampDevice;
  readonly plugged: boolean;
  unplug(): void;
  replug(): void;
  /** Null: as it should. */
  give(trouble: Trouble | null): void;
}

/** Two sockets for lamps; the second one is empty at first. A transport whose channels carry real reports. */
export interface SimulatedLamps {
  readonly transport: Transport;
  readonly first: SimulatedLamp;
  readonly second: SimulatedLamp;
  /** Another program has the lamps: they are there and cannot be opened. */
  hold(held: boolean): void;
  /** What a person across the room sees on the first one; null: nothing that is a pattern of ours. */
  readonly pattern: LightPattern | null;
}

interface Socket extends SimulatedLamp {
  open(): Channel;
}

export function createSimulatedLamps(options: { readonly clock: Clock }): SimulatedLamps {
  const { clock } = options;
  const watchers = new Set<() => void>();
  let held = false;
  const changed = (): void => {
    for (const look of watchers) look();
  };
  const first = createSocket(clock, changed);
  const second = createSocket(clock, changed);
  first.replug();
  const plugged = (): readonly Socket[] => [first, second].filter((socket) => socket.plugged);
  const presence = (): Presence => (['none', 'one', 'several'] as const)[plugged().length] ?? 'several';
  const openAll = () => {
    if (held) return Promise.resolve(fail('io'));
    const channels = plugged().map((socket) => socket.open());
    return Promise.resolve(channels.length === 0 ? fail('absent') : ok(channels));
  };

  return {
    ...{ first, second },
    hold: (now) => {
      held = now;
    },
    transport: {
      simulated: true,
      openAll,
      open: async () => {
        const opened = await openAll();
        if (!opened.ok) return opened;
        const [only, another] = opened.value;
        return only === undefined || another !== undefined ? fail('ambiguous') : ok(only);
      },
      watch: (_selector, onPresence) => {
        const look = (): void => onPresence(ok(presence()));
        watchers.add(look);
        look();
        return { rescan: look, stop: () => watchers.delete(look) };
      },
    },
    get pattern() {
      return first.plugged ? patternOf(first.device) : null;
    },
  };
}

function patternOf(device: LampDevice): LightPattern | null {
  const seen = device.doing();
  const shown = LIGHT_PATTERNS.find((pattern) => {
    const command = commandFor(pattern);
    if (command.type === 'play') {
      return 'plays' in seen && seen.plays[0] === command.first && seen.plays[1] === command.last;
    }
    return (
      command.type === 'fade' &&
      'stays' in seen &&
      JSON.stringify(seen.stays) === JSON.stringify(command.colour)
    );
  });
  return shown ?? null;
}

function createSocket(clock: Clock, changed: () => void): Socket {
  const device = createLampDevice({ clock });
  let plugged = false;
  let trouble: Trouble | null = null;
  const lost = new Set<(why: LostReason) => void>();

  const open = (): Channel => {
    let closed = false;
    let listener: ((why: LostReason) => void) | null = null;
    const use = <T>(work: () => T) => {
      if (trouble === 'hangs') return new Promise<never>(() => undefined);
      if (closed || !plugged || trouble === 'refuses') return Promise.resolve(fail('io'));
      return Promise.resolve(ok(work()));
    };
    const within = async <T>(work: () => T, milliseconds: number) => {
      let timer: unknown = null;
      const late = new Promise<ReturnType<typeof fail<'timed-out'>>>((resolve) => {
        timer = clock.setTimeout(() => resolve(fail('timed-out')), milliseconds);
      });
      const answer = await Promise.race([use(work), late]);
      clock.clearTimeout(timer);
      return answer;
    };
    return {
      // A lamp has feature reports only.
      send: () => Promise.resolve(fail('io')),
      sendFeature: (report, { timeoutMs }) =>
        within(() => {
          device.receive(report);
          return null;
        }, timeoutMs),
      readFeature: (_id, _length, { timeoutMs }) => within(() => device.answer(), timeoutMs),
      onReport: () => undefined,
      onLost: (told) => {
        listener = told;
        if (!closed) lost.add(told);
      },
      close: () => {
        closed = true;
        if (listener !== null) lost.delete(listener);
        return Promise.resolve();
      },
    };
  };

  return {
    device,
    open,
    get plugged() {
      return plugged;
    },
    unplug: () => {
      if (!plugged) return;
      plugged = false;
      const told = [...lost];
      lost.clear();
      for (const tell of told) tell('unplugged');
      changed();
    },
    replug: () => {
      if (plugged) return;
      plugged = true;
      trouble = null;
      device.powerOn();
      changed();
    },
    give: (now) => {
      trouble = now;
    },
  };
}
