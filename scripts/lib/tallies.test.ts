import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closingLine, sum, tallyPlaywright, tallyVitest } from './tallies.ts';

function reportFile(report: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'empf-tally-')), 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe('tallies', () => {
  test('a vitest file that cannot be loaded is a failed test', () => {
    const file = reportFile({
      testResults: [
        { name: 'a', status: 'failed', message: 'no such module', assertionResults: [] },
        {
          name: 'b',
          status: 'failed',
          message: '',
          assertionResults: [
            { fullName: 'one', status: 'passed', failureMessages: [] },
            { fullName: 'two', status: 'failed', failureMessages: ['\u001b[31mwrong\u001b[39m\nat x'] },
            { fullName: 'three', status: 'skipped' },
          ],
        },
      ],
    });
    const tally = tallyVitest(file);
    expect(closingLine(tally)).toBe('1 passed, 2 failed, 1 skipped');
    expect(tally.failures).toEqual(['a: the file could not be run\n    no such module', 'b: two\n    wrong']);
  });

  test('a playwright error outside any test is a failed test', () => {
    const failed = { results: [{ error: { message: 'not visible' } }] };
    const file = reportFile({
      suites: [
        { suites: [{ specs: [{ title: 't', file: 'f.spec.ts', ok: false, tests: [failed] }] }] },
        { specs: [] },
      ],
      errors: [{ message: 'global set-up failed' }],
      stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 0 },
    });
    const tally = tallyPlaywright(file);
    expect(closingLine(tally)).toBe('3 passed, 2 failed');
    expect(tally.failures).toEqual([
      'f.spec.ts: t\n    not visible',
      'outside any test\n    global set-up failed',
    ]);
  });

  test('the closing line names skipped tests only when there are some', () => {
    const one = { passed: 1, failed: 0, skipped: 0, failures: [] };
    expect(closingLine(sum([one, one]))).toBe('2 passed, 0 failed');
  });
});
