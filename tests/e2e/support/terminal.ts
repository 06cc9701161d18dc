import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { _electron, type ElectronApplication } from 'playwright';
import { createAlbum } from '../../../scripts/demo/album.ts';
import { type Screen, screenOf } from '../../../scripts/demo/screen.ts';
import { OFFICER, simulatorAt } from '../../../scripts/demo/simulate.ts';
import type { VisitTools } from '../../../scripts/demo/visit.ts';
import {
  type DevelopmentEnvironment,
  PROJECT,
  socketsOf,
  startEnvironment,
} from '../../../scripts/dev/environment.ts';
import { launchPlan } from '../../../scripts/setup.ts';

/** A terminal with everything around it, as `npm start` has it, in a folder of its own. */
export interface RunningTerminal {
  readonly environment: DevelopmentEnvironment;
  readonly tools: VisitTools;
  application(): ElectronApplication;
  screen(): Screen;
  /** What the program wrote to its standard output and error so far. */
  output(): string;
  /** @param first the page to wait for; the attract page unless given, null: none */
  start(first?: string | null): Promise<void>;
  kill(): Promise<void>;
  /** Ends the program the ordinary way. */
  close(): Promise<void>;
}

interface Delays {
  readonly session?: Readonly<Record<string, number>>;
  readonly sync?: Readonly<Record<string, number>>;
}

/** Shortened waits for what has no place in a test: a member's patience is minutes. */
const SYNC_DELAYS = { idleProbe: 1_000, offlineProbe: 500, retryBase: 200, retryCap: 1_000, brokenCap: 500 };

export const test = base.extend<{
  delays: Delays;
  gatewayArguments: readonly string[];
  /** More of `configuration.json`. */
  configuration: Readonly<Record<string, unknown>>;
  /** The page that a fresh start comes to; null: the test waits for its windows itself. */
  firstPage: string | null;
  placeId: string | null;
  terminal: RunningTerminal;
}>({
  delays: [{}, { option: true }],
  gatewayArguments: [[], { option: true }],
  configuration: [{}, { option: true }],
  firstPage: ['attract', { option: true }],
  placeId: [null, { option: true }],
  terminal: async ({ delays, gatewayArguments, configuration, firstPage, placeId }, use, testInfo) => {
    const folder = mkdtempSync(join(tmpdir(), 'empf-e2e-'));
    const environment = await startEnvironment({
      runFolder: folder,
      kiosk: true,
      gatewayArguments,
      configuration,
      placeId,
      sessionDelays: { endedCloses: 2_000, ...delays.session },
      syncDelays: { ...SYNC_DELAYS, ...delays.sync },
    });
    const output: string[] = [];
    let application: ElectronApplication | null = null;
    let screen: Screen | null = null;

    function needed<T>(value: T | null): T {
      if (value === null) throw new Error('The terminal was not started');
      return value;
    }

    const terminal: RunningTerminal = {
      environment,
      application: () => needed(application),
      screen: () => needed(screen),
      output: () => output.join(''),
      tools: {
        screen: () => needed(screen),
        album: createAlbum(testInfo.outputPath('screens'), () => needed(screen)),
        officer: OFFICER,
        simulate: simulatorAt(socketsOf(folder).devices),
      },
      start: async (first = 'attract') => {
        const plan = launchPlan({ appDir: PROJECT, env: { ...process.env, ...environment.env } });
        application = await _electron.launch({
          executablePath: plan.command,
          args: [...plan.args],
          env: plan.env,
        });
        const child = application.process();
        child.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
        child.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
        screen = await screenOf(application);
        if (first !== null) await screen.waitFor({ screen: first });
      },
      kill: async () => {
        const running = needed(application);
        running.process().kill('SIGKILL');
        await running.close().catch(() => undefined);
      },
      close: async () => {
        await needed(application).close();
      },
    };
    await terminal.start(firstPage);
    await use(terminal);
    await needed<ElectronApplication>(application)
      .close()
      .catch(() => undefined);
    await environment.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
