import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Round } from '../runner/fault-case.ts';
import { type Mark, parseMarks } from './marks.ts';
import { type DiskFault, watch } from './record.ts';
import type { Workload } from './recordings.ts';
import { SHIM } from './shim.ts';

export interface Survived {
  readonly folder: string;
  readonly marks: readonly Mark[];
  /** Null when the program was killed. */
  readonly code: number | null;
  readonly errors: string;
}

/** Runs a workload once, on a real disk that fails as planned, and gives what it left behind. */
export async function runFaulty(
  round: Round,
  workload: Workload,
  faults: readonly DiskFault[],
): Promise<Survived> {
  const scratch = round.folder();
  const folder = join(scratch, 'watched');
  mkdirSync(folder);
  for (const name of workload.folders ?? []) mkdirSync(join(folder, name));
  const shim = await round.run.shared(SHIM);
  const toldBefore = (await workload.prepare?.(folder)) ?? [];
  const { marks, code, errors } = await watch({ ...workload, folder, scratch, shim, faults });
  return { folder, marks: [...toldBefore, ...parseMarks(marks)], code, errors };
}

/** A workload that was not killed must have come to its end: a fault of the disk is an answer, never a crash. */
export function expectNoCrash({ code, errors }: Survived, round: Round): void {
  if (code !== 0 && code !== null) round.found.miss(`the program crashed: ${errors.trim().slice(-800)}`);
}
