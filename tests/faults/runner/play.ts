import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultCase, Round, Run, Shared } from './fault-case.ts';
import { addTo, type Findings, openFindings, openSum, type Sum } from './findings.ts';
import { createRandom } from './random.ts';
import { type Extent, isOver, nextCase } from './schedule.ts';

const PATIENCE_MS = 60_000;
/** A round's seed is the run's seed and how often the case was played before: this many of them stay whole numbers. */
export const GREATEST_SEED = 2 ** 31 - 1;

export interface Played {
  readonly faultCase: FaultCase;
  readonly seed: number;
  readonly findings: Findings;
  readonly milliseconds: number;
}

export interface CaseSum {
  readonly name: string;
  rounds: number;
  milliseconds: number;
  readonly sum: Sum;
}

export interface RunResult {
  readonly rounds: number;
  readonly total: Sum;
  readonly byCase: readonly CaseSum[];
  readonly failed: readonly Played[];
}

export interface RunOptions {
  readonly cases: readonly FaultCase[];
  readonly seed: number;
  readonly extent: Extent;
  readonly onRound: (played: Played) => void;
}

/** Plays rounds one after the other until the extent is used up. */
export async function playRun(options: RunOptions): Promise<RunResult> {
  const { cases, seed, extent, onRound } = options;
  const started = performance.now();
  const counts = new Map<string, number>();
  const total = openSum();
  const byCase = cases.map(({ name }): CaseSum => ({ name, rounds: 0, milliseconds: 0, sum: openSum() }));
  const failed: Played[] = [];
  let rounds = 0;
  const resources = openResources();
  try {
    while (!isOver(extent, cases.length, rounds, performance.now() - started)) {
      const faultCase = nextCase(cases, counts);
      if (faultCase === null) break;
      const before = counts.get(faultCase.name) ?? 0;
      counts.set(faultCase.name, before + 1);
      const played = await playRound(resources.run, faultCase, seed + before);
      rounds += 1;
      addTo(total, played.findings);
      const line = byCase.find(({ name }) => name === faultCase.name);
      if (line !== undefined) {
        line.rounds += 1;
        line.milliseconds += played.milliseconds;
        addTo(line.sum, played.findings);
      }
      if (played.findings.complaints.length > 0) failed.push(played);
      onRound(played);
    }
  } finally {
    await resources.end();
  }
  return { rounds, total, byCase, failed };
}

/** One round, with everything it took given back. Whatever it throws is a complaint of the round. */
async function playRound(run: Run, faultCase: FaultCase, seed: number): Promise<Played> {
  const found = openFindings();
  const ends: (() => Promise<void> | void)[] = [];
  const stray = (error: unknown): void => found.miss(`nobody waited for: ${inWords(error)}`);
  process.on('unhandledRejection', stray);
  const round: Round = {
    run,
    seed,
    random: createRandom(faultCase.name, seed),
    found,
    folder() {
      const folder = mkdtempSync(join(run.folder, `${faultCase.name}-`));
      ends.push(() => rmSync(folder, { recursive: true, force: true }));
      return folder;
    },
    onEnd: (end) => ends.push(end),
  };
  const started = performance.now();
  try {
    await within(faultCase.patience ?? PATIENCE_MS, faultCase.play(round));
  } catch (error) {
    found.miss(`threw: ${inWords(error)}`);
  }
  const milliseconds = performance.now() - started;
  for (const end of ends.toReversed()) {
    try {
      await end();
    } catch (error) {
      found.miss(`did not end well: ${inWords(error)}`);
    }
  }
  process.off('unhandledRejection', stray);
  return { faultCase, seed, findings: found, milliseconds };
}

/** The run's folder and what its rounds share. */
function openResources(): { readonly run: Run; end(): Promise<void> } {
  // The recorder compares paths as text, so the folder must not hide behind a symbolic link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'empf-faults-')));
  const started = new Map<
    Shared<unknown>,
    Promise<{ readonly value: unknown; stop(): Promise<void> | void }>
  >();
  const run: Run = {
    folder,
    async shared<T>(what: Shared<T>): Promise<T> {
      const running = started.get(what) ?? what.start(run);
      started.set(what, running);
      // The map holds every kind; the key's own type says which this is.
      return (await running).value as T;
    },
  };
  return {
    run,
    async end() {
      for (const running of [...started.values()].toReversed()) {
        await running.then((resource) => resource.stop()).catch(() => undefined);
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not over after ${String(milliseconds)} ms`)), milliseconds);
  });
  try {
    await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

function inWords(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
