import { startWeatherProxy, type WeatherProxy } from '../network/proxy.ts';
import type { Weather } from '../network/weather.ts';
import type { Round } from '../runner/fault-case.ts';
import { type FaultPlatform, PLATFORM } from './platform.ts';
import { type FaultTerminal, openTerminal, type TerminalOptions } from './terminal.ts';

/** A new terminal at the run's gateway, with a wire between them that has weather. The agent is not started. */
export interface Connected {
  readonly platform: FaultPlatform;
  readonly proxy: WeatherProxy;
  readonly terminal: FaultTerminal;
  /** Where the terminal keeps its data: `queue.db` and `keys`. */
  readonly folder: string;
  /** Stops the terminal and opens it again on the same folder, as after a restart. */
  restart(): Promise<FaultTerminal>;
}

export interface ConnectedOptions extends Partial<Pick<TerminalOptions, 'delays' | 'clock' | 'proxy'>> {
  readonly weather?: Partial<Weather>;
  /** A gateway of the round's own. */
  readonly platform?: FaultPlatform;
}

export async function connected(round: Round, options: ConnectedOptions = {}): Promise<Connected> {
  const { weather, platform: own, ...rest } = options;
  const platform = own ?? (await round.run.shared(PLATFORM));
  const proxy = await startWeatherProxy({
    target: platform.url,
    random: round.random.fork('proxy'),
    ...(weather === undefined ? {} : { weather }),
  });
  round.onEnd(() => proxy.close());
  const enrolment = await platform.enrol();
  const folder = round.folder();
  let openings = 0;
  let current: FaultTerminal | null = null;

  async function open(): Promise<FaultTerminal> {
    openings += 1;
    const before = current === null ? {} : { before: current };
    const random = round.random.fork(`terminal ${String(openings)}`);
    const opened = await openTerminal({
      folder,
      enrolment,
      random,
      gatewayUrl: proxy.url,
      ...rest,
      ...before,
    });
    current = opened;
    return opened;
  }

  const terminal = await open();
  round.onEnd(() => current?.stop());
  return {
    platform,
    proxy,
    terminal,
    folder,
    async restart() {
      await current?.stop();
      return open();
    },
  };
}
