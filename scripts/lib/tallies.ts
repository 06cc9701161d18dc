import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** How many tests a runner ran, and what is to be said about those that failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** Counts a Vitest JSON report; a file that could not be loaded counts as one failed test. */
export function tallyVitest(file: string): Tally {
  const report = vitestReport.parse(readJson(file));
  const tally = { passed: 0, failed: 0, skipped: 0, failures: [] as string[] };
  for (const suite of report.testResults) {
    for (const test of suite.assertionResults) {
      if (test.status === 'passed') tally.passed += 1;
      else if (test.status === 'failed') {
        tally.failed += 1;
        tally.failures.push(`${suite.name}: ${test.fullName}\n    ${firstLine(test.failureMessages?.[0])}`);
      } else tally.skipped += 1;
    }
    const explained = suite.assertionResults.some((test) => test.status === 'failed');
    if (suite.status === 'failed' && !explained) {
      tally.failed += 1;
      tally.failures.push(`${suite.name}: the file could not be run\n    ${firstLine(suite.message)}`);
    }
  }
  return tally;
}

interface PlaywrightSuite {
  readonly specs: readonly { title: string; file: string; ok: boolean; error: string }[];
  readonly suites: readonly PlaywrightSuite[];
}

const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    specs: z
      .array(
        z
          .object({
            title: z.string(),
            file: z.string(),
            ok: z.boolean(),
            tests: z.array(
              z.object({
                results: z.array(z.object({ error: z.object({ message: z.string() }).partial().optional() })),
              }),
            ),
          })
          .transform(({ title, file, ok, tests }) => ({
            title,
            file,
            ok,
            error: tests.flatMap((test) => test.results).find((result) => result.error)?.error?.message ?? '',
          })),
      )
      .default([]),
    suites: z.array(playwrightSuite).default([]),
  }),
);

const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.object({ message: z.string().default('unknown error') })),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Counts a Playwright JSON report; an error outside any test counts as one failed test. */
export function tallyPlaywright(file: string): Tally {
  const report = playwrightReport.parse(readJson(file));
  const failures: string[] = [];
  const walk = (suite: PlaywrightSuite): void => {
    for (const spec of suite.specs) {
      if (!spec.ok) failures.push(`${spec.file}: ${spec.title}\n    ${firstLine(spec.error)}`);
    }
    suite.suites.forEach(walk);
  };
  report.suites.forEach(walk);
  for (const error of report.errors) failures.push(`outside any test\n    ${firstLine(error.message)}`);
  return {
    passed: report.stats.expected + report.stats.flaky,
    failed: report.stats.unexpected + report.errors.length,
    skipped: report.stats.skipped,
    failures,
  };
}

/** Adds tallies up. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    skipped: tallies.reduce((total, tally) => total + tally.skipped, 0),
    failures: tallies.flatMap((tally) => tally.failures),
  };
}

/** The line that a whole test run ends with. */
export function closingLine(tally: Pick<Tally, 'passed' | 'failed' | 'skipped'>): string {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  return `${tally.passed} passed, ${tally.failed} failed${skipped}`;
}

/** One failed test that stands for a runner that did not come to its end. */
export function crash(what: string): Tally {
  return { passed: 0, failed: 1, skipped: 0, failures: [what] };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function firstLine(text: string | undefined): string {
  const plain = stripVTControlCharacters(text ?? '');
  return plain.split('\n').find((line) => line.trim() !== '') ?? 'no message';
}
