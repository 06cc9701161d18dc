import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { PROJECT } from '../../../scripts/dev/environment.ts';
import { auditOf } from './audit.ts';
import { expect, type RunningTerminal } from './terminal.ts';

const run = promisify(execFile);
const addedSchema = z.object({ badge: z.string(), startPin: z.string() });

/**
 * Somebody new on the staff list, as the office adds them; badge and start PIN are handed over this once. The terminal
 * has the new list when this returns (set `sync.staffListRenewal` short).
 */
export async function hire(terminal: RunningTerminal, staffId: string, role: string) {
  const { stdout } = await run(process.execPath, [
    join(PROJECT, 'gateway/main.ts'),
    ...['staff', 'add', staffId, role, '--data', terminal.environment.gatewayData],
  ]);
  await expect
    .poll(() => auditOf(terminal).map(({ event }) => event), { timeout: 30_000 })
    .toContain('staff-list.taken');
  return addedSchema.parse(JSON.parse(stdout));
}
