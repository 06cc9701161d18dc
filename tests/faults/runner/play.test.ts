import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FaultCase, Round, Shared } from './fault-case.ts';
import { playRun } from './play.ts';
import { caseTable, closingJson, describeFailure, isGood, tallyFaults } from './report.ts';

function faultCase(play: (round: Round) => Promise<void>, more: Partial<FaultCase> = {}): FaultCase {
  return { name: 'some-case', numbers: [1], figure: 'as it should be', weight: 1, play, ...more };
}

function run(cases: readonly FaultCase[], rounds: number) {
  return playRun({ cases, seed: 41, extent: { rounds }, onRound: () => undefined });
}

test('rounds have growing seeds, and their sum is the last line', async () => {
  const seeds: number[] = [];
  const result = await run(
    [
      faultCase((round) => {
        seeds.push(round.seed);
        round.found.confirm(2);
        return Promise.resolve();
      }),
    ],
    3,
  );
  expect(seeds).toEqual([41, 42, 43]);
  expect(isGood(result)).toBe(true);
  expect(closingJson(result, 41)).toBe(
    '{"cases":1,"rounds":3,"seed":41,"confirmed":6,"lost":0,"duplicated":0,"reordered":0,"corrupt":0,"falseConfirmations":0}',
  );
});

test('a fault, a figure that was missed and an exception each fail their round, and say how to play it again', async () => {
  const steps: ((round: Round) => void)[] = [
    ({ found }) => found.fault('lost', 'a submission'),
    ({ found }) => found.expect(false, 'too late'),
    () => {
      throw new Error('a bug');
    },
  ];
  const result = await run([faultCase((round) => Promise.resolve(steps[round.seed - 41]?.(round)))], 3);
  expect(isGood(result)).toBe(false);
  expect(result.total.faults.lost).toBe(1);
  expect(result.failed.map(({ findings }) => findings.complaints[0]?.split('\n')[0])).toEqual([
    'lost: a submission',
    'too late',
    'threw: Error: a bug',
  ]);
  const [, second] = result.failed;
  expect(second && describeFailure(second)).toContain('npm run faults -- --case some-case --seed 42');
  expect(caseTable(result.byCase)).toContain('3 failed');
});

test('a round that does not end fails', async () => {
  const result = await run([faultCase(() => new Promise(() => undefined), { patience: 5 })], 1);
  expect(result.failed[0]?.findings.complaints[0]).toContain('not over after 5 ms');
});

test('what a round took is given back however it ended, and what is shared when the run ends', async () => {
  const ended: string[] = [];
  let starts = 0;
  const SHARED: Shared<number> = {
    start: () => Promise.resolve({ value: (starts += 1), stop: () => void ended.push('shared') }),
  };
  let folder = '';
  await run(
    [
      faultCase(async (round) => {
        folder = round.folder();
        await round.run.shared(SHARED);
        round.onEnd(() => void ended.push('first'));
        round.onEnd(() => void ended.push('last'));
        throw new Error('a bug');
      }),
    ],
    2,
  );
  expect(ended).toEqual(['last', 'first', 'last', 'first', 'shared']);
  expect(starts).toBe(1);
  expect(existsSync(folder)).toBe(false);
});

test('npm test counts cases, and of a failed one the first way to play it again', () => {
  const output = [
    'seed 4, 3 cases',
    '  FAILED cut-queue',
    '    lost: a submission',
    '    npm run faults -- --case cut-queue --seed 4',
    'npm run faults -- --case cut-queue --seed 5',
    '{"cases":3,"rounds":9,"seed":4,"confirmed":1,"lost":2}',
  ].join('\n');
  const failures = ['npm run faults -- --case cut-queue --seed 4'];
  expect(tallyFaults(output)).toEqual({ passed: 2, failed: 1, skipped: 0, failures });
  expect(tallyFaults('Error: a bug\n')).toEqual({ passed: 0, failed: 0, skipped: 0, failures: [] });
});
