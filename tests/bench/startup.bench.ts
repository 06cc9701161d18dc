import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { median, type BenchResult } from '../../scripts/lib/bench.ts';
import { startEnvironment } from '../../scripts/dev/environment.ts';
import { launchPlan, withDisplay } from '../../scripts/setup.ts';

const RUNS = 9;
const LIMIT = 1.5;
const PATIENCE_MS = 30_000;
const bareWindow = join(import.meta.dirname, 'bare-window');

/** From process start to the attract screen painted, beside a bare window on the same runtime. */
export async function run(): Promise<BenchResult> {
  const runFolder = await mkdtemp(join(tmpdir(), 'empf-startup-'));
  const around = await startEnvironment({ runFolder, kiosk: true });
  try {
    return await withDisplay(async (display) => {
      const env = { ...display, ...around.env, EMPF_REPORT_READY: '1', XDG_CONFIG_HOME: runFolder };
      const bare = (): Promise<number> => timeToReady('bare', bareWindow, env);
      const terminal = (): Promise<number> => timeToReady('attract', undefined, env);
      // The first start of each fills disk caches and makes the database, which happens once in a lifetime.
      await bare();
      await terminal();
      const bareTimes: number[] = [];
      const terminalTimes: number[] = [];
      for (let round = 0; round < RUNS; round += 1) {
        bareTimes.push(await bare());
        terminalTimes.push(await terminal());
      }
      const bareMs = Math.round(median(bareTimes));
      const terminalMs = Math.round(median(terminalTimes));
      return {
        name: 'startup',
        figures: { terminalMs, bareMs, ratio: Number((terminalMs / bareMs).toFixed(3)), runs: RUNS },
        limits: [{ figure: 'ratio', atMost: LIMIT }],
      };
    });
  } finally {
    await around.stop();
    await rm(runFolder, { recursive: true, force: true });
  }
}

async function timeToReady(
  screen: string,
  appDir: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const plan = launchPlan(appDir === undefined ? { env } : { appDir, env });
  const started = Date.now();
  const child = spawn(plan.command, plan.args, { env: plan.env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  let readyAt: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    readyAt = paintedAt(line, screen);
    if (readyAt !== undefined) break;
  }
  clearTimeout(patience);
  child.kill('SIGTERM');
  await ended;
  if (readyAt === undefined) throw new Error(`No screen "${screen}" was painted within ${PATIENCE_MS} ms.`);
  return readyAt - started;
}

function paintedAt(line: string, screen: string): number | undefined {
  if (!line.startsWith('EMPF_READY ')) return undefined;
  const said: unknown = JSON.parse(line.slice('EMPF_READY '.length));
  if (typeof said !== 'object' || said === null || !('screen' in said) || !('t' in said)) return undefined;
  return said.screen === screen && typeof said.t === 'number' ? said.t : undefined;
}
