import type {
  DeviceName,
  HardwareCommand,
  HardwareEvent,
  HardwarePort,
} from '../domain/terminal/ports/hardware.ts';
import { type Clock, systemClock, type TimerHandle } from './clock.ts';
import { createEmitter } from './device.ts';
import type { SimulationCommand } from './simulation/commands.ts';
import { type FromService, fromServiceSchema, type ToService } from './service/messages.ts';

/** The hardware process from outside: Electron's UtilityProcess and Node's ChildProcess both fit. */
export interface ChildLike {
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, however the process ended. */
  onExit(listener: () => void): void;
  /** Ends the process at once, whatever it is doing. */
  kill(): void;
}

/** Every wait of the supervisor, in milliseconds. */
export interface SupervisorDelays {
  /** From start to hello. */
  readonly startDeadline: number;
  readonly pingEvery: number;
  /** Without an answer for this long the process hangs: no device call takes this long (all have deadlines). */
  readonly pongDeadline: number;
  /** Before the first, second, … restart; the last one repeats. */
  readonly backOff: readonly number[];
  /** A process that lived this long was healthy: the next restart begins with the first wait again. */
  readonly healthyAfter: number;
  /** For a stopping process to let go of its devices. */
  readonly stopDeadline: number;
}

export const SUPERVISOR_DELAYS: SupervisorDelays = {
  startDeadline: 10_000,
  pingEvery: 1_000,
  pongDeadline: 4_000,
  backOff: [200, 1_000, 2_000, 5_000, 10_000, 30_000],
  healthyAfter: 60_000,
  stopDeadline: 1_500,
};

export interface SupervisorOptions {
  /** Starts a hardware process. May throw; that counts as a process that ended at once. */
  readonly spawn: () => ChildLike;
  readonly clock?: Clock;
  readonly delays?: Partial<SupervisorDelays>;
  /** Every event, as to a subscriber from the beginning; for the log. */
  readonly onEvent?: (event: HardwareEvent) => void;
}

export interface HardwareSupervisor extends HardwarePort {
  /** To the simulated devices of practice; nothing where the devices are real. */
  simulate(command: SimulationCommand): void;
  /** Ends the hardware process for good; idempotent. */
  stop(): Promise<void>;
  /** Times a process was started again since the first. */
  readonly restarts: number;
}

type DeviceState = Extract<HardwareEvent, { type: 'DEVICE_STATE' }>;

type TimerName = 'start' | 'ping' | 'pong' | 'restart' | 'healthy' | 'stop';

interface Wishes {
  /** Armed and without a result yet. */
  readonly armed: string | null;
  readonly light: Extract<HardwareCommand, { type: 'LIGHT' }>['pattern'];
}

/**
 * Keeps a hardware process running. When it ends or hangs: HARDWARE_DOWN, every device faulted, a new process after a
 * wait, HARDWARE_UP, and what the terminal last wanted (the armed read, the light) is told again. A result for a read
 * that is not armed never passes. The terminal may send commands at any time.
 */
export function superviseHardware(options: SupervisorOptions): HardwareSupervisor {
  const { clock = systemClock } = options;
  const delays = { ...SUPERVISOR_DELAYS, ...options.delays };
  const emitter = createEmitter();
  const states = new Map<DeviceName, DeviceState>();
  let wishes: Wishes = { armed: null, light: 'off' };
  let current: { readonly child: ChildLike; up: boolean } | null = null;
  let down = false;
  let failures = 0;
  let restarts = 0;
  let stopping: Promise<void> | null = null;
  let stopped: (() => void) | null = null;
  const timers = new Map<TimerName, TimerHandle>();

  const setTimer = (name: TimerName, milliseconds: number, action: () => void): void => {
    clock.clearTimeout(timers.get(name));
    timers.set(name, clock.setTimeout(action, milliseconds));
  };
  const clearTimers = (): void => {
    for (const timer of timers.values()) clock.clearTimeout(timer);
    timers.clear();
  };
  const emit = (event: HardwareEvent): void => {
    if (event.type === 'DEVICE_STATE') states.set(event.device, event);
    emitter.emit(event);
  };
  const post = (message: ToService): void => {
    try {
      current?.child.postMessage(message);
    } catch {
      // It ended a moment ago; its exit is on the way to us.
    }
  };

  const goDown = (): void => {
    if (down) return;
    down = true;
    emit({ type: 'HARDWARE_DOWN' });
    for (const state of [...states.values()]) {
      emit({ ...state, status: 'faulted', detail: 'hardware-process-down' });
    }
  };
  const ended = (child: ChildLike): void => {
    if (current?.child !== child) return;
    current = null;
    clearTimers();
    if (stopped !== null) {
      stopped();
      return;
    }
    goDown();
    const wait = delays.backOff[Math.min(failures, delays.backOff.length - 1)] ?? 0;
    failures += 1;
    setTimer('restart', wait, () => {
      restarts += 1;
      launch();
    });
  };
  const abandon = (child: ChildLike): void => {
    child.kill();
    // Its exit may take a while or never be told; whatever it still says is not heard.
    ended(child);
  };

  const ping = (id: number): void => {
    post({ type: 'ping', id });
    setTimer('ping', delays.pingEvery, () => ping(id + 1));
  };
  const expectPong = (child: ChildLike): void => {
    setTimer('pong', delays.pongDeadline, () => abandon(child));
  };
  const welcome = (child: ChildLike): void => {
    clock.clearTimeout(timers.get('start'));
    if (down) emit({ type: 'HARDWARE_UP' });
    down = false;
    if (current !== null) current.up = true;
    setTimer('healthy', delays.healthyAfter, () => {
      failures = 0;
    });
    post({ type: 'command', command: { type: 'FORGET' } });
    post({ type: 'command', command: { type: 'LIGHT', pattern: wishes.light } });
    if (wishes.armed !== null) post({ type: 'command', command: { type: 'ARM_READ', readId: wishes.armed } });
    expectPong(child);
    ping(1);
  };

  const hear = (child: ChildLike, message: FromService): void => {
    switch (message.type) {
      case 'hello':
        welcome(child);
        return;
      case 'pong':
        expectPong(child);
        return;
      case 'event':
        pass(message.event);
        return;
      case 'stopped':
    }
  };
  const pass = (event: HardwareEvent): void => {
    if (event.type === 'DOCUMENT_READ' || event.type === 'READ_FAILED') {
      if (event.readId !== wishes.armed) return;
      wishes = { ...wishes, armed: null };
    }
    emit(event);
  };

  function launch(): void {
    let child: ChildLike;
    try {
      child = options.spawn();
    } catch {
      child = {
        postMessage: () => undefined,
        onMessage: () => undefined,
        onExit: () => undefined,
        kill: () => undefined,
      };
      current = { child, up: false };
      ended(child);
      return;
    }
    current = { child, up: false };
    child.onMessage((received) => {
      if (current?.child !== child || stopped !== null) return;
      const message = fromServiceSchema.safeParse(received);
      if (message.success) hear(child, message.data);
    });
    child.onExit(() => ended(child));
    setTimer('start', delays.startDeadline, () => abandon(child));
  }

  if (options.onEvent !== undefined) emitter.subscribe(options.onEvent);
  launch();

  return {
    command: (command) => {
      if (command.type === 'ARM_READ') wishes = { ...wishes, armed: command.readId };
      if (command.type === 'DISARM_READ' || command.type === 'FORGET') wishes = { ...wishes, armed: null };
      if (command.type === 'LIGHT') wishes = { ...wishes, light: command.pattern };
      if (current?.up === true) post({ type: 'command', command });
    },
    simulate: (command) => post({ type: 'simulate', command }),
    subscribe: (listener) => {
      for (const state of states.values()) listener(state);
      if (down) listener({ type: 'HARDWARE_DOWN' });
      return emitter.subscribe(listener);
    },
    stop: () => {
      stopping ??= new Promise((resolve) => {
        clearTimers();
        const child = current?.child;
        if (child === undefined) {
          resolve();
          return;
        }
        stopped = resolve;
        post({ type: 'stop' });
        setTimer('stop', delays.stopDeadline, () => {
          child.kill();
          resolve();
        });
      });
      return stopping;
    },
    get restarts() {
      return restarts;
    },
  };
}
