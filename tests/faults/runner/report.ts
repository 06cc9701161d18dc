import { z } from 'zod';
import type { Tally } from '../../../scripts/lib/tallies.ts';
import type { CaseSum, Played, RunResult } from './play.ts';

/** How one round is played again. */
export function replayCommand(name: string, seed: number): string {
  return `npm run faults -- --case ${name} --seed ${String(seed)}`;
}

const MOST_COMPLAINTS = 6;

/** A round that failed: what was wrong, and how to play it again. */
export function describeFailure({ faultCase, seed, findings }: Played): string {
  const complaints = findings.complaints.slice(0, MOST_COMPLAINTS).map((complaint) => `    ${complaint}`);
  const more = findings.complaints.length - complaints.length;
  if (more > 0) complaints.push(`    … and ${String(more)} more`);
  return [`  FAILED ${faultCase.name}`, ...complaints, `    ${replayCommand(faultCase.name, seed)}`].join(
    '\n',
  );
}

export function caseTable(byCase: readonly CaseSum[]): string {
  const rows = byCase
    .filter(({ rounds }) => rounds > 0)
    .map(({ name, rounds, milliseconds, sum }) => [
      name,
      String(rounds),
      (milliseconds / rounds).toFixed(0),
      String(sum.confirmed),
      sum.failedRounds === 0 ? '' : `${String(sum.failedRounds)} failed`,
    ]);
  const table = [['case', 'rounds', 'ms/round', 'confirmed', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The last line of a run. */
export function closingJson(result: RunResult, seed: number): string {
  const { confirmed, faults } = result.total;
  const cases = result.byCase.filter(({ rounds }) => rounds > 0).length;
  return JSON.stringify({ cases, rounds: result.rounds, seed, confirmed, ...faults });
}

/** No fault, and every case met its own figure. */
export function isGood(result: RunResult): boolean {
  return result.rounds > 0 && result.failed.length === 0;
}

const closingSchema = z.object({ cases: z.number(), rounds: z.number() });
const REPLAY = /^\s*(npm run faults -- --case (\S+) --seed \d+)$/gm;

/** Counts what a run printed for `npm test`: each case is one test, and a failed one names the way to play it again. */
export function tallyFaults(output: string): Tally {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const closing = closingSchema.safeParse(last.startsWith('{') ? JSON.parse(last) : null);
  const failures = new Map<string, string>();
  for (const [, command = '', name = ''] of output.matchAll(REPLAY)) {
    if (!failures.has(name)) failures.set(name, command);
  }
  const cases = closing.success ? closing.data.cases : failures.size;
  return {
    passed: cases - failures.size,
    failed: failures.size,
    skipped: 0,
    failures: [...failures.values()],
  };
}
