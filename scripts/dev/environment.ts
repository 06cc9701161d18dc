import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { serveJsonLines } from '../../hardware/simulation/socket.ts';
import { type NetworkProxy, startNetworkProxy } from './network-proxy.ts';

export const PROJECT = resolve(import.meta.dirname, '../..');
export const DEFAULT_RUN_FOLDER = join(PROJECT, '.run', 'dev');
export const DEVELOPMENT_TERMINAL = 'K0127';

/** Where the sockets of a run folder are: outside it, since a Unix socket's path may have 107 bytes at most. */
export function socketsOf(runFolder: string): { devices: string; network: string } {
  const name = createHash('sha256').update(resolve(runFolder)).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `empf-${String(process.getuid?.() ?? 0)}-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { devices: join(folder, 'devices.sock'), network: join(folder, 'network.sock') };
}

export interface DevelopmentEnvironment {
  readonly runFolder: string;
  readonly gatewayUrl: string;
  readonly gatewayData: string;
  readonly terminalData: string;
  /** Every folder in it is a USB drive to the terminal. */
  readonly drives: string;
  /** What the simulated printer prints lands here as PDF. */
  readonly spool: string;
  /** Environment of the Electron program. */
  readonly env: Record<string, string>;
  readonly proxy: NetworkProxy;
  stop(): Promise<void>;
}

interface RunningGateway {
  readonly child: ChildProcess;
  readonly port: number;
}

/** Starts the reference gateway as its own process and waits for the line that says where it listens. */
async function startGatewayProcess(
  dataFolder: string,
  logFile: string,
  more: readonly string[],
): Promise<RunningGateway> {
  const child = spawn(
    process.execPath,
    [join(PROJECT, 'gateway/main.ts'), '--port', '0', '--data', dataFolder, ...more],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const log: string[] = [];
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (chunk: string) => {
    log.push(chunk);
    writeFileSync(logFile, chunk, { flag: 'a', mode: 0o600 });
  });
  const port = await new Promise<number>((resolvePort, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`The gateway stopped with code ${String(code)}: ${log.join('').slice(-2000)}`));
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = /"url":"http:\/\/127\.0\.0\.1:(\d+)/.exec(line);
      if (match?.[1] !== undefined) resolvePort(Number(match[1]));
    });
  });
  return { child, port };
}

function run(script: string, args: readonly string[]): Promise<void> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [join(PROJECT, script), ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('exit', (code) => {
      if (code === 0) done();
      else reject(new Error(`${script} stopped with code ${String(code)}`));
    });
  });
}

/**
 * Everything around the terminal on a developer's machine: the reference gateway with its SQLite file, a wire to it
 * that can be cut, an enrolled terminal, sockets for simulated devices. Kept in the run folder between runs.
 */
export async function startEnvironment(options: {
  readonly runFolder: string;
  readonly kiosk: boolean;
  readonly window?: { readonly width: number; readonly height: number };
  readonly sessionDelays?: Readonly<Record<string, number>>;
  readonly syncDelays?: Readonly<Record<string, number>>;
  /** Fields of `configuration.json` beside or instead of those of a developer's kiosk. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  /** Place of the reference data whose counters call queue tickets; left out: no tickets. */
  readonly placeId?: string | null;
  /** More words of the gateway's command line. */
  readonly gatewayArguments?: readonly string[];
}): Promise<DevelopmentEnvironment> {
  const { runFolder } = options;
  const gatewayData = join(runFolder, 'gateway');
  const configuration = join(runFolder, 'terminal', 'configuration');
  const terminalData = join(runFolder, 'terminal', 'data');
  mkdirSync(runFolder, { recursive: true, mode: 0o700 });
  const drives = join(realpathSync(runFolder), 'drives');
  const spool = join(runFolder, 'spool');
  for (const folder of [gatewayData, configuration, terminalData, drives, spool])
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sockets = socketsOf(runFolder);

  const gateway = await startGatewayProcess(
    gatewayData,
    join(runFolder, 'gateway.log'),
    options.gatewayArguments ?? [],
  );
  const portFile = join(runFolder, 'network-port');
  const wantedPort = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
  const proxy = await startNetworkProxy(wantedPort, () => gateway.port);
  writeFileSync(portFile, String(proxy.port));
  const gatewayUrl = `http://127.0.0.1:${String(proxy.port)}`;

  const enrolment = join(configuration, 'enrolment.json');
  if (!existsSync(enrolment)) {
    await run('gateway/enrol.ts', [
      ...['--data', gatewayData, '--terminal', DEVELOPMENT_TERMINAL],
      ...['--url', gatewayUrl, '--out', enrolment],
    ]);
  }
  writeFileSync(
    join(configuration, 'configuration.json'),
    JSON.stringify({
      place: { 'zh-Hant': '觀塘', en: 'Kwun Tong' },
      district: 'kwun-tong',
      placeId: options.placeId ?? null,
      window: { kiosk: options.kiosk, ...(options.window ?? { width: 1080, height: 1920 }) },
      devices: { driver: 'sim' },
      printing: { driver: 'sim', slips: { printer: 'slips' }, documents: { printer: 'documents' } },
      ...options.configuration,
    }),
  );

  const networkSocket = await serveJsonLines(sockets.network, (request) => {
    const action =
      typeof request === 'object' && request !== null && 'action' in request ? request.action : null;
    if (action !== 'down' && action !== 'up' && action !== 'status') {
      return { ok: false, message: 'network knows: down, up, status' };
    }
    if (action === 'down') void proxy.cut();
    if (action === 'up') void proxy.restore();
    return { ok: true, network: proxy.isCut() ? 'down' : 'up' };
  });

  return {
    runFolder,
    gatewayUrl,
    gatewayData,
    terminalData,
    drives,
    spool,
    proxy,
    env: {
      EMPF_CONFIGURATION: configuration,
      EMPF_DATA: terminalData,
      EMPF_DEV_DRIVES: drives,
      EMPF_DEV_SPOOL: spool,
      EMPF_DEV_SIMULATION_SOCKET: sockets.devices,
      EMPF_DEV_SESSION_DELAYS: JSON.stringify(options.sessionDelays ?? {}),
      EMPF_DEV_SYNC_DELAYS: JSON.stringify(options.syncDelays ?? {}),
    },
    stop: async () => {
      await networkSocket.close();
      await proxy.stop();
      const exited = new Promise<void>((done) =>
        gateway.child.once('exit', () => {
          done();
        }),
      );
      gateway.child.kill('SIGTERM');
      await exited;
    },
  };
}
