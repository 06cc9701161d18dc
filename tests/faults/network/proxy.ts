import { connect, createServer, type Server, type Socket } from 'node:net';
import { type SyncClock, SYSTEM_CLOCK } from '../../../queue/sync/clock.ts';
import { createRandom, type Random } from '../runner/random.ts';
import { openFlow } from './flow.ts';
import { CALM, type Weather } from './weather.ts';

/** A wire between terminal and gateway with weather on it: a TCP proxy on loopback. */
export interface WeatherProxy {
  readonly url: string;
  /** For connections made from now on; with `storm`, those that stand are reset first. */
  setWeather(weather: Partial<Weather>, storm?: 'storm'): void;
  /** Leads elsewhere from now on: the gateway was started again. */
  setTarget(target: string): void;
  /** Refuses new connections and breaks those that stand. */
  down(): Promise<void>;
  /** Takes connections again, at the same address. */
  up(): Promise<void>;
  /** Resets every connection that stands. */
  reset(): void;
  /** Bytes that reached the terminal. */
  readonly repliedBytes: number;
  readonly connections: number;
  close(): Promise<void>;
}

export interface WeatherProxyOptions {
  /** Where it leads, e.g. `http://127.0.0.1:8787`. */
  readonly target: string;
  readonly weather?: Partial<Weather>;
  readonly random?: Random;
  readonly clock?: SyncClock;
}

export async function startWeatherProxy(options: WeatherProxyOptions): Promise<WeatherProxy> {
  let target = new URL(options.target);
  const clock = options.clock ?? SYSTEM_CLOCK;
  const random = options.random ?? createRandom('weather', 0);
  const sockets = new Set<Socket>();
  let weather: Weather = { ...CALM, ...options.weather };
  let server: Server | null = null;
  let port = 0;
  let repliedBytes = 0;
  let connections = 0;

  function track(socket: Socket): void {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    // A reset of one side is passed on below; here it must only not be fatal.
    socket.on('error', () => socket.destroy());
  }

  function join(terminal: Socket): void {
    connections += 1;
    track(terminal);
    const now = weather;
    if (random.chance(now.refuse)) {
      terminal.resetAndDestroy();
      return;
    }
    const platform = connect({ host: target.hostname, port: Number(target.port), allowHalfOpen: true });
    track(platform);
    const breakOff = (): void => {
      terminal.resetAndDestroy();
      platform.resetAndDestroy();
    };
    const common = { weather: now, clock, onLimit: breakOff };
    const requests = openFlow({
      ...common,
      random: random.fork(`requests ${String(connections)}`),
      limit: now.requestLimit,
      swallow: now.blackHole === 'requests',
      onBytes: (bytes) => platform.write(bytes),
      onEnd: () => later(now.slowClose, () => platform.end()),
      onDrained: () => terminal.resume(),
    });
    const replies = openFlow({
      ...common,
      random: random.fork(`replies ${String(connections)}`),
      limit: now.replyLimit,
      swallow: now.blackHole === 'replies',
      onBytes: (bytes) => {
        repliedBytes += bytes.byteLength;
        terminal.write(bytes);
      },
      onEnd: () => later(now.slowClose, () => terminal.end()),
      onDrained: () => platform.resume(),
    });
    terminal.on('data', (bytes: Buffer) => {
      if (!requests.send(bytes)) terminal.pause();
    });
    platform.on('data', (bytes: Buffer) => {
      if (!replies.send(bytes)) platform.pause();
    });
    terminal.on('end', () => requests.end());
    platform.on('end', () => replies.end());
    const over = (): void => {
      requests.stop();
      replies.stop();
      terminal.destroy();
      platform.destroy();
    };
    terminal.on('close', over);
    platform.on('close', () => {
      // Replies that are still on their way outlive the platform's side of the connection.
      if (!platform.readableEnded || platform.errored !== null) over();
    });
  }

  function later(milliseconds: number, call: () => void): void {
    if (milliseconds === 0) call();
    else clock.after(milliseconds, call);
  }

  async function up(): Promise<void> {
    if (server !== null) return;
    const opening = createServer({ allowHalfOpen: true }, join);
    server = opening;
    await new Promise<void>((resolve, reject) => {
      opening.once('error', reject);
      opening.listen(port, '127.0.0.1', resolve);
    });
    const address = opening.address();
    if (typeof address === 'object' && address !== null) port = address.port;
  }

  function reset(): void {
    for (const socket of sockets) socket.resetAndDestroy();
  }

  async function down(): Promise<void> {
    const closing = server;
    server = null;
    reset();
    if (closing !== null) await new Promise((resolve) => closing.close(resolve));
  }

  await up();
  return {
    url: `http://127.0.0.1:${String(port)}`,
    setWeather(next, storm) {
      weather = { ...CALM, ...next };
      if (storm === 'storm') reset();
    },
    setTarget(next) {
      target = new URL(next);
    },
    down,
    up,
    reset,
    get repliedBytes() {
      return repliedBytes;
    },
    get connections() {
      return connections;
    },
    close: down,
  };
}
