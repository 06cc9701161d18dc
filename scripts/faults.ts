import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { FAULT_CASES } from '../tests/faults/cases/index.ts';
import type { FaultCase } from '../tests/faults/runner/fault-case.ts';
import { GREATEST_SEED, playRun } from '../tests/faults/runner/play.ts';
import {
  caseTable,
  closingJson,
  describeFailure,
  isGood,
  replayCommand,
} from '../tests/faults/runner/report.ts';
import { main, SetupError } from './lib/paths.ts';

const USAGE = `npm run faults -- --minutes M [--seed S] [--case NAME] [--rounds N]
npm run faults -- --rounds N       as many rounds, however long they take
npm run faults -- --case NAME --seed S   one round, as it was
npm run faults -- --list           the cases`;

/** Failures of one case that are told in full; of the others the command is enough. */
const MOST_DESCRIBED = 3;

function numberOf(text: string | undefined, name: string, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value < least || value > most) {
    throw new SetupError(`--${name} is a number from ${String(least)} to ${String(most)}.\n${USAGE}`);
  }
  return value;
}

function chosenCases(name: string | undefined): readonly FaultCase[] {
  if (name === undefined) return FAULT_CASES;
  const found = FAULT_CASES.filter((faultCase) => faultCase.name === name);
  if (found.length > 0) return found;
  throw new SetupError(`There is no case ${name}. npm run faults -- --list`);
}

function readArguments() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      options: { minutes: text, seed: text, case: text, rounds: text, list: { type: 'boolean' } },
    }).values;
  } catch {
    throw new SetupError(`Usage: ${USAGE}`);
  }
}

await main(async () => {
  const given = readArguments();
  if (given.list === true) {
    for (const { name, numbers, figure } of FAULT_CASES) {
      console.log(`${name.padEnd(28)} ${numbers.join(', ').padEnd(8)} ${figure}`);
    }
    return 0;
  }
  const minutes = numberOf(given.minutes, 'minutes', 0, 24 * 60);
  const rounds = numberOf(given.rounds, 'rounds', 1, 1_000_000);
  if (minutes === undefined && rounds === undefined && given.case === undefined) {
    throw new SetupError(`Usage: ${USAGE}`);
  }
  const seed = Math.floor(
    numberOf(given.seed, 'seed', 0, GREATEST_SEED) ?? randomInt(1, GREATEST_SEED - 1_000_000),
  );
  const cases = chosenCases(given.case);
  console.log(`seed ${String(seed)}, ${String(cases.length)} cases`);
  const started = performance.now();
  let told = 0;
  const described = new Map<string, number>();
  const result = await playRun({
    cases,
    seed,
    extent: {
      milliseconds: minutes === undefined ? undefined : minutes * 60_000,
      rounds: rounds ?? (minutes === undefined ? 1 : undefined),
    },
    onRound(played) {
      told += 1;
      if (played.findings.complaints.length > 0) {
        const { name } = played.faultCase;
        const before = described.get(name) ?? 0;
        described.set(name, before + 1);
        console.log(before < MOST_DESCRIBED ? describeFailure(played) : replayCommand(name, played.seed));
      }
      if (told % 100 === 0) {
        console.log(`  ${String(told)} rounds, ${((performance.now() - started) / 1000).toFixed(0)} s`);
      }
    },
  });
  console.log(`\n${caseTable(result.byCase)}\n`);
  console.log(closingJson(result, seed));
  // A round that was given up may still hold sockets or processes of its own.
  process.exit(isGood(result) ? 0 : 1);
});
