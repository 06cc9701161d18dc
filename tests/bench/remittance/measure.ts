import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { runCheckRemittance } from '../../../scripts/remittance/run.ts';

/** What one program of its own measured; the most memory it ever had, for a peak between two looks counts as well. */
export interface Measured {
  readonly seconds: number;
  /** Of the processor, whatever else runs on the machine. */
  readonly processorSeconds: number;
  readonly rssGrowthMb: number;
  readonly exitCode: number;
}

/** The same file through a plain reader of CSV, which checks nothing: the reference. */
async function readOnly(file: string): Promise<number> {
  let cells = 0;
  for await (const row of createReadStream(file).pipe(parse())) cells += (row as readonly string[]).length;
  return cells > 0 ? 0 : 1;
}

const [mode = '', file = ''] = process.argv.slice(2);
const rssBefore = process.memoryUsage.rss();
const begun = performance.now();
const quiet = { out: () => undefined, err: (text: string) => void process.stderr.write(text) };
const exitCode = mode === 'read' ? await readOnly(file) : await runCheckRemittance([file, '--json'], quiet);
const measured: Measured = {
  seconds: (performance.now() - begun) / 1000,
  processorSeconds: process.cpuUsage().user / 1e6,
  rssGrowthMb: (process.resourceUsage().maxRSS * 1024 - rssBefore) / 1e6,
  exitCode,
};
process.stdout.write(JSON.stringify(measured));
