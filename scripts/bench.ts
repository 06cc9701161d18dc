import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { build } from './build.ts';
import { type BenchResult, missedLimits } from './lib/bench.ts';
import { ensureSetup } from './lib/setup/ensure.ts';
import { main, projectRoot, SetupError } from './lib/paths.ts';

const folder = join(projectRoot, 'tests', 'bench');
const SUFFIX = '.bench.ts';

/** A bench file exports `run`; one that needs no Electron says so. */
interface BenchModule {
  readonly run: (options: readonly string[]) => Promise<BenchResult>;
  readonly needs?: unknown;
}

function isBenchModule(loaded: unknown): loaded is BenchModule {
  return typeof loaded === 'object' && loaded !== null && 'run' in loaded && typeof loaded.run === 'function';
}

function benchNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .sort();
}

async function loadBench(name: string): Promise<BenchModule> {
  const loaded: unknown = await import(join(folder, `${name}${SUFFIX}`));
  if (!isBenchModule(loaded)) throw new SetupError(`tests/bench/${name}${SUFFIX} exports no function "run".`);
  return loaded;
}

async function runBench({ run }: BenchModule, options: readonly string[]): Promise<boolean> {
  const result = await run(options);
  const missed = missedLimits(result);
  for (const sentence of missed) console.log(`Missed: ${sentence}`);
  console.log(JSON.stringify({ bench: result.name, ...result.figures }));
  return missed.length === 0;
}

await main(async () => {
  const names = benchNames();
  const words = process.argv.slice(2);
  const firstOption = words.findIndex((word) => word.startsWith('-'));
  const asked = firstOption < 0 ? words : words.slice(0, firstOption);
  const options = words.slice(asked.length);
  const chosen = asked.includes('all') ? names : asked;
  const unknown = chosen.filter((name) => !names.includes(name));
  if (chosen.length === 0 || unknown.length > 0) {
    const trouble = unknown.length > 0 ? `There is no bench called ${unknown.join(', ')}. ` : '';
    throw new SetupError(
      `${trouble}Usage: npm run bench -- ${[...names, 'all'].join(' | ')} [options of the bench]`,
    );
  }
  const benches = await Promise.all(chosen.map(loadBench));
  let runtime = `Node ${process.version}`;
  if (benches.some(({ needs }) => needs !== 'node')) {
    const { electronVersion } = await ensureSetup({ need: 'app' });
    await build();
    runtime = `Electron ${electronVersion}`;
  }
  const cpu = cpus()[0]?.model ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(`${cpus().length} x ${cpu}, ${memory} GB, ${process.platform}, ${runtime}`);
  let allOk = true;
  for (const bench of benches) allOk = (await runBench(bench, options)) && allOk;
  return allOk ? 0 : 1;
});
