import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { build } from './build.ts';
import { keepsLimit, type BenchResult } from './lib/bench.ts';
import { ensureSetup } from './lib/setup/ensure.ts';
import { main, projectRoot, SetupError } from './lib/paths.ts';

const folder = join(projectRoot, 'tests', 'bench');
const SUFFIX = '.bench.ts';

/** A bench file exports `run`, and nothing else is asked of it. */
interface BenchModule {
  readonly run: () => Promise<BenchResult>;
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

async function runBench(name: string): Promise<boolean> {
  const loaded: unknown = await import(join(folder, `${name}${SUFFIX}`));
  if (!isBenchModule(loaded)) throw new SetupError(`tests/bench/${name}${SUFFIX} exports no function "run".`);
  const result = await loaded.run();
  const ok = keepsLimit(result);
  console.log(JSON.stringify({ bench: result.name, ok, ...result.figures, limit: result.limit }));
  return ok;
}

await main(async () => {
  const names = benchNames();
  const asked = process.argv.slice(2);
  const chosen = asked.includes('all') ? names : asked;
  const unknown = chosen.filter((name) => !names.includes(name));
  if (chosen.length === 0 || unknown.length > 0) {
    const trouble = unknown.length > 0 ? `There is no bench called ${unknown.join(', ')}. ` : '';
    throw new SetupError(`${trouble}Usage: npm run bench -- ${[...names, 'all'].join(' | ')}`);
  }
  const { electronVersion } = await ensureSetup({ need: 'app' });
  await build();
  const cpu = cpus()[0]?.model ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(`${cpus().length} x ${cpu}, ${memory} GB, ${process.platform}, Electron ${electronVersion}`);
  let allOk = true;
  for (const name of chosen) allOk = (await runBench(name)) && allOk;
  return allOk ? 0 : 1;
});
