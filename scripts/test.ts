import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { tallyFaults } from '../tests/faults/runner/report.ts';
import { ensureSetup } from './lib/setup/ensure.ts';
import { ALREADY_BUILT } from './lib/e2e-setup.ts';
import { rememberCompiled } from './lib/compile-cache.ts';
import { artifactsDir, projectRoot, toolPath } from './lib/paths.ts';
import { run } from './lib/run.ts';
import { describeCheck, runStaticChecks } from './lib/static-checks.ts';
import { closingLine, crash, sum, tallyPlaywright, tallyVitest, type Tally } from './lib/tallies.ts';

const results = join(artifactsDir, 'test');
const vitestJson = join(results, 'vitest.json');
const playwrightJson = join(results, 'playwright.json');

rememberCompiled();

/** Colours only for a person: in a log they hide what a search should find. */
const runnerEnv = process.stdout.isTTY
  ? { ...process.env, FORCE_COLOR: '1' }
  : { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };

/** Once through all cases takes about half of it on two idle cores. */
const FAULT_MINUTES = 1.2;

/** Without a program that is built or started: what can be run after every change. */
const { fast } = parseArgs({ options: { fast: { type: 'boolean', default: false } } }).values;

/** Everything that must be true before a commit, or the fast part of it; each static check counts as one test. */
async function testEverything(): Promise<Tally> {
  await rm(results, { recursive: true, force: true });
  await mkdir(results, { recursive: true });
  const tallies: Tally[] = [];
  const step = async (title: string, work: () => Promise<Tally>): Promise<boolean> => {
    console.log(`\n== ${title}`);
    const started = Date.now();
    const tally = await work().catch((error: unknown) =>
      crash(`${title}: ${error instanceof Error ? error.message : String(error)}`),
    );
    tallies.push(tally);
    console.log(`-- ${title}: ${closingLine(tally)} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return tally.failed === 0;
  };

  const ready = await step('set-up', async () => {
    await ensureSetup({ need: 'test' });
    return { passed: 0, failed: 0, skipped: 0, failures: [] };
  });
  await step('static checks', staticChecks);
  await step('unit tests', unitTests);
  if (ready && !fast) {
    const built = await step('build', async () => {
      await build();
      return { passed: 1, failed: 0, skipped: 0, failures: [] };
    });
    if (built) await step('end-to-end tests', endToEndTests);
    if (built) await step('fault cases', faultCases);
  }
  return sum(tallies);
}

async function staticChecks(): Promise<Tally> {
  const checks = await runStaticChecks((result) => console.log(describeCheck(result)));
  const failed = checks.filter((check) => !check.ok);
  return {
    passed: checks.length - failed.length,
    failed: failed.length,
    skipped: 0,
    failures: failed.map((check) => `npm run ${check.name}`),
  };
}

async function unitTests(): Promise<Tally> {
  const { code } = await run(
    toolPath('vitest'),
    [
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestJson}`],
      ...(fast ? ['--project=!processes'] : []),
    ],
    { cwd: projectRoot, live: true, env: runnerEnv },
  );
  return judge('unit tests', code, tallyVitest(vitestJson));
}

async function endToEndTests(): Promise<Tally> {
  const { code } = await run(toolPath('playwright'), ['test'], {
    cwd: projectRoot,
    live: true,
    env: { ...runnerEnv, [ALREADY_BUILT]: '1' },
  });
  return judge('end-to-end tests', code, tallyPlaywright(playwrightJson));
}

/** Every fault case at least once, and then for the rest of the time by weight; each case counts as one test. */
async function faultCases(): Promise<Tally> {
  const { code, output } = await run(
    process.execPath,
    ['scripts/faults.ts', '--minutes', String(FAULT_MINUTES)],
    { cwd: projectRoot, live: true, env: { ...runnerEnv, [ALREADY_BUILT]: '1' } },
  );
  return judge('fault cases', code, tallyFaults(output));
}

/** A runner that fails without naming a failed test, or runs none, is a failure of its own. */
function judge(name: string, code: number, tally: Tally): Tally {
  if (tally.passed + tally.failed + tally.skipped === 0) return crash(`${name}: no tests were found`);
  if (code !== 0 && tally.failed === 0) {
    return sum([tally, crash(`${name}: the runner ended with code ${code} although no test failed`)]);
  }
  return tally;
}

const total = await testEverything().catch((error: unknown) =>
  crash(error instanceof Error ? (error.stack ?? error.message) : String(error)),
);
if (total.failures.length > 0) {
  console.log('\nFailed:');
  for (const failure of total.failures) console.log(`  ${failure}`);
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${closingLine(total)}`);
