import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { projectRoot } from '../../scripts/lib/paths.ts';

const run = promisify(execFile);

export interface DrivePlaces {
  /** Where the drive is plugged in. */
  readonly drive: string;
  readonly configuration: string;
  readonly data: string;
  readonly gatewayData: string;
}

const exportedSchema = z.object({
  exported: z.object({ submissions: z.number(), dayReports: z.number() }),
});
const broughtSchema = z.object({ taken: z.number(), dayReports: z.number(), dayReportsRefused: z.number() });
const acknowledgedSchema = z.object({ imported: z.object({ taken: z.number(), dayReports: z.number() }) });

/** A program of its own, as a technician starts it. @returns its last line @throws when it ends with an error */
async function programOf(script: string, args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, [join(projectRoot, script), ...args]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** The drive's way, step by step, each by the programs that people use. */
export function driveWay({ drive, configuration, data, gatewayData }: DrivePlaces) {
  mkdirSync(drive);
  const queue = (...args: string[]) =>
    programOf('scripts/queue/main.ts', [...args, '--data', data, '--configuration', configuration, '--json']);
  return {
    export: async () => exportedSchema.parse(await queue('export', drive)).exported,
    bring: async () =>
      broughtSchema.parse(await programOf('gateway/import/main.ts', ['--data', gatewayData, drive])),
    takeBack: async () => acknowledgedSchema.parse(await queue('import', drive)).imported,
  };
}
