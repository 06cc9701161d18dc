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

/** A program of its own, as a technician starts it. @returns what it says @throws when it ends with an error */
async function programOf(script: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [join(projectRoot, script), ...args]);
  return stdout.trim();
}

/** The drive's way, step by step, each by the programs that people use. */
export function driveWay({ drive, configuration, data, gatewayData }: DrivePlaces) {
  mkdirSync(drive);
  const queue = async (...args: string[]): Promise<unknown> => {
    const places = ['--data', data, '--configuration', configuration, '--json'];
    return JSON.parse(await programOf('scripts/queue/main.ts', [...args, ...places]));
  };
  /** A table for people, and then a line of JSON for the one bundle. */
  const bring = async (): Promise<unknown> => {
    const said = await programOf('gateway/import/main.ts', ['--data', gatewayData, drive]);
    return JSON.parse(said.split('\n').at(-1) ?? '');
  };
  return {
    export: async () => exportedSchema.parse(await queue('export', drive)).exported,
    bring: async () => broughtSchema.parse(await bring()),
    takeBack: async () => acknowledgedSchema.parse(await queue('import', drive)).imported,
  };
}
