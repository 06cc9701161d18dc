import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { BenchResult } from '../../../scripts/lib/bench.ts';
import { writeInventedFile } from '../../../scripts/remittance/generate/write.ts';
import type { Measured } from './measure.ts';

const measuredSchema: z.ZodType<Measured> = z.object({
  seconds: z.number(),
  processorSeconds: z.number(),
  rssGrowthMb: z.number(),
  exitCode: z.number(),
});

/** Plain Node runs all of it. */
export const needs = 'node';

const ROWS = 100_000;
const TIMES = 4;

/** The figure: 100,000 rows in under 10 s. Flat memory: four times the rows, hardly more of it. */
const LIMITS = [
  { figure: 'seconds', atMost: 10 },
  { figure: 'rssGrowthMb', atMost: 200 },
  { figure: 'rssGrowthMbFourTimesTheRows', atMost: 250 },
];

/** `check-remittance` on a file of invented people, each time in a program of its own, beside a plain reader of CSV. */
export function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'empf-remittance-bench-'));
  try {
    const file = join(folder, 'rows.csv');
    writeInventedFile(file, ROWS);
    const checked = measure('check', file);
    const read = measure('read', file);
    writeInventedFile(file, ROWS * TIMES);
    const more = measure('check', file);
    const figures = {
      rows: ROWS,
      seconds: rounded(checked.seconds),
      processorSeconds: rounded(checked.processorSeconds),
      rssGrowthMb: rounded(checked.rssGrowthMb),
      secondsFourTimesTheRows: rounded(more.seconds),
      rssGrowthMbFourTimesTheRows: rounded(more.rssGrowthMb),
      secondsOfAReaderAlone: rounded(read.seconds),
    };
    return Promise.resolve({ name: 'remittance', figures, limits: LIMITS });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(mode: 'check' | 'read', file: string): Measured {
  const program = fileURLToPath(new URL('measure.ts', import.meta.url));
  const answer = execFileSync(process.execPath, [program, mode, file], { encoding: 'utf8' });
  const measured = measuredSchema.parse(JSON.parse(answer));
  if (measured.exitCode !== 0) throw new Error(`the file of invented people was not read as right (${mode})`);
  return measured;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
