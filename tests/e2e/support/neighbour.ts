import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';
import { simulatorAt } from '../../../scripts/demo/simulate.ts';
import { PROJECT, socketsOf } from '../../../scripts/dev/environment.ts';
import { launchPlan } from '../../../scripts/setup.ts';
import type { RunningTerminal } from './terminal.ts';

/** Another terminal of the same place at the same gateway, as its own program with its own disk. */
export interface Neighbour {
  readonly application: ElectronApplication;
  readonly runFolder: string;
  readonly terminalData: string;
  readonly simulate: ReturnType<typeof simulatorAt>;
  close(): Promise<void>;
}

export async function startNeighbour(
  { environment }: RunningTerminal,
  options: {
    readonly terminalId: string;
    readonly placeId: string;
    readonly configuration: Readonly<Record<string, unknown>>;
    readonly sessionDelays: Readonly<Record<string, number>>;
  },
): Promise<Neighbour> {
  const runFolder = mkdtempSync(join(tmpdir(), 'empf-e2e-'));
  const configuration = join(runFolder, 'configuration');
  const terminalData = join(runFolder, 'data');
  for (const folder of [configuration, terminalData]) mkdirSync(folder, { mode: 0o700 });
  execFileSync(process.execPath, [
    ...[join(PROJECT, 'gateway/enrol.ts'), '--data', environment.gatewayData],
    ...['--terminal', options.terminalId, '--url', environment.gatewayUrl],
    ...['--out', join(configuration, 'enrolment.json')],
  ]);
  writeFileSync(
    join(configuration, 'configuration.json'),
    JSON.stringify({
      place: { 'zh-Hant': '觀塘', en: 'Kwun Tong' },
      placeId: options.placeId,
      devices: { driver: 'sim' },
      ...options.configuration,
    }),
  );
  const { devices } = socketsOf(runFolder);
  const env = {
    ...environment.env,
    EMPF_CONFIGURATION: configuration,
    EMPF_DATA: terminalData,
    EMPF_DEV_SIMULATION_SOCKET: devices,
    EMPF_DEV_SESSION_DELAYS: JSON.stringify(options.sessionDelays),
  };
  const plan = launchPlan({ appDir: PROJECT, env: { ...process.env, ...env } });
  const application = await _electron.launch({
    executablePath: plan.command,
    args: [...plan.args],
    env: plan.env,
  });
  return {
    ...{ application, runFolder, terminalData, simulate: simulatorAt(devices) },
    close: async () => {
      await application.close().catch(() => undefined);
      rmSync(runFolder, { recursive: true, force: true });
    },
  };
}
