import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchResult } from '../../scripts/lib/bench.ts';
import { artifactsDir } from '../../scripts/lib/paths.ts';
import { folderOnDisk } from './queue/disk.ts';
import { runDrainRounds } from './queue/drain/drain-rounds.ts';
import { describeMachine, load } from './queue/report/machine.ts';
import { benchOptions } from './queue/options.ts';
import { ensurePeers } from './queue/peers.ts';
import { runSealRounds } from './queue/rounds/seal-rounds.ts';
import { runStoreRounds } from './queue/rounds/store-rounds.ts';
import { figuresOf } from './queue/report/summary.ts';
import { tablesOf } from './queue/report/table.ts';

/** Nothing of Electron is measured; plain Node runs all of it. */
export const needs = 'node';

/** DESIGN.md, *The figures it must reach*. */
const LIMITS = [
  { figure: 'addVsFsync', atLeast: 0.5 },
  { figure: 'processVsRaw', atLeast: 0.8 },
  { figure: 'addAt1MVsEmpty', atLeast: 0.9 },
  { figure: 'drainVsNoDb', atLeast: 0.5 },
];

/** The durable queue beside the disk's own limit, plain SQL, its peers, and a drain with no database on either side. */
export async function run(args: readonly string[]): Promise<BenchResult> {
  const options = benchOptions(args);
  const { without } = options;
  if (!without.has('store') && !without.has('peers')) await ensurePeers();
  const folder = folderOnDisk();
  removeAtExit(folder);
  const machine = describeMachine(folder);
  const loadBefore = load();
  const rounds = {
    store: without.has('store') ? [] : await runStoreRounds(folder, options),
    seals: without.has('seal') ? [] : await runSealRounds(options),
    drains: without.has('drain') ? [] : await runDrainRounds(folder, options),
  };
  const figures = figuresOf(rounds, options.rounds);
  const { rows, operations, items } = options;
  const report = {
    machine: { ...machine, load: [loadBefore, load()] },
    options: { rows, operations, items },
    figures,
    ...rounds,
  };
  const file = join(artifactsDir, 'bench', 'queue.json');
  mkdirSync(join(artifactsDir, 'bench'), { recursive: true });
  writeFileSync(file, JSON.stringify(report, null, 1));
  console.log(['', ...tablesOf(rounds), JSON.stringify(report.machine), `Every round: ${file}`].join('\n\n'));
  return { name: 'queue', figures: { ...figures }, limits: LIMITS };
}

/** However it ends: a million rows are gigabytes. */
function removeAtExit(folder: string): void {
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      console.error(`Ended by ${signal}.`);
      process.exit(1);
    });
  }
}
