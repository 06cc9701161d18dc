import { join } from 'node:path';
import { PROJECT } from '../dev/environment.ts';
import { run } from '../lib/run.ts';

/** Invented records of an invented member at the gateway whose data these are: `npm run gateway -- records …`. */
export async function addRecords(gatewayData: string, number: string): Promise<void> {
  const command = [join(PROJECT, 'gateway/main.ts'), 'records', 'add', number, '--data', gatewayData];
  const { code, output } = await run(process.execPath, command);
  if (code !== 0) throw new Error(`no records: ${output}`);
}
