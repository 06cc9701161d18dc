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
