import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';
import { build } from '../../../scripts/build.ts';
import { type Screen, screenOf } from '../../../scripts/demo/screen.ts';
import { OFFICER, simulatorAt } from '../../../scripts/demo/simulate.ts';
import type { VisitTools } from '../../../scripts/demo/visit.ts';
import {
  type DevelopmentEnvironment,
  PROJECT,
  socketsOf,
  startEnvironment,
} from '../../../scripts/dev/environment.ts';
import { ALREADY_BUILT } from '../../../scripts/lib/e2e-setup.ts';
import { hasDisplay, VIRTUAL } from '../../../scripts/lib/xvfb.ts';
import { ensureSetup, launchPlan, startDisplay } from '../../../scripts/setup.ts';
import type { Shared } from '../runner/fault-case.ts';

/** The real program with everything around it, as `npm start` has it; lasts for the whole run, across many kills. */
export interface ElectronTerminal {
  readonly environment: DevelopmentEnvironment;
  readonly tools: VisitTools;
  screen(): Screen;
  /** The terminal's own database. */
  readonly databasePath: string;
  /** Starts it when it does not run, and waits for the attract screen. */
  start(): Promise<void>;
  /** SIGKILL of the main process; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Shortened waits: a member's patience is minutes. */
const SYNC_DELAYS = { idleProbe: 1_000, offlineProbe: 300, retryBase: 100, retryCap: 1_000, brokenCap: 300 };

/** Pictures are what takes longest in a visit, and nobody looks at these. */
const NO_PICTURES: VisitTools['album'] = {
  take: () => Promise.resolve(),
  takeAtOnce: () => Promise.resolve(),
  count: () => 0,
};

export const ELECTRON: Shared<ElectronTerminal> = {
  async start(run) {
    await ensureSetup({ need: 'test' });
    if (process.env[ALREADY_BUILT] !== '1' || !existsSync(join(PROJECT, 'out', 'main'))) await build();
    const display = hasDisplay(process.env) ? null : await startDisplay();
    const screenEnv = display === null ? {} : { DISPLAY: display.display, [VIRTUAL]: '1' };
    const runFolder = join(run.folder, 'electron');
    mkdirSync(runFolder);
    const environment = await startEnvironment({
      runFolder,
      kiosk: true,
      sessionDelays: { endedCloses: 500 },
      syncDelays: SYNC_DELAYS,
    });
    let application: ElectronApplication | null = null;
    let screen: Screen | null = null;

    function running<T>(value: T | null): T {
      if (value === null) throw new Error('the terminal was not started');
      return value;
    }
    async function kill(): Promise<void> {
      const dying = application;
      application = null;
      screen = null;
      if (dying === null) return;
      dying.process().kill('SIGKILL');
      await dying.close().catch(() => undefined);
    }

    const value: ElectronTerminal = {
      environment,
      databasePath: join(environment.terminalData, 'terminal.db'),
      screen: () => running(screen),
      tools: {
        screen: () => running(screen),
        album: NO_PICTURES,
        officer: OFFICER,
        simulate: simulatorAt(socketsOf(runFolder).devices),
      },
      async start() {
        if (application !== null) return;
        const plan = launchPlan({
          appDir: PROJECT,
          env: { ...process.env, ...screenEnv, ...environment.env },
        });
        application = await _electron.launch({
          executablePath: plan.command,
          args: [...plan.args],
          env: plan.env,
        });
        screen = await screenOf(application);
        await screen.waitFor({ screen: 'attract' });
      },
      kill,
    };
    return {
      value,
      async stop() {
        await kill();
        await environment.stop();
        await display?.stop();
      },
    };
  },
};
