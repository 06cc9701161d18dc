import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Round } from '../runner/fault-case.ts';
import type { Random } from '../runner/random.ts';
import { type CutKind, diskAfter, writeDisk } from './disk.ts';
import { type Mark, parseMarks } from './marks.ts';
import { type DiskFault, record } from './record.ts';
import { marksBefore, type Recording } from './recording.ts';
import { SHIM } from './shim.ts';

/** So many rounds in a row cut the same recording. */
const CUTS_PER_RECORDING = 32;

/** A program of `workloads/`, with what it is told, for one recording. */
export interface Workload {
  readonly program: string;
  readonly words: readonly string[];
  readonly faults?: readonly DiskFault[];
  /** Folders that stood there long before, and are durable. */
  readonly folders?: readonly string[];
  /** Puts into the folder what an earlier program had left there. @returns what that one had told */
  readonly prepare?: (folder: string) => Promise<readonly Mark[]> | readonly Mark[];
}

/** A recording, and what had been told before it began. */
export interface Recorded extends Recording {
  readonly toldBefore: readonly Mark[];
}

export function workloadPath(name: string): string {
  return join(import.meta.dirname, 'workloads', `${name}.ts`);
}

/** The last recording of each case: rounds come with growing seeds, so an older one is not asked for again. */
const latest = new Map<string, { readonly seed: number; readonly recording: Promise<Recorded> }>();

/**
 * The recording that a round cuts, made when the first round asks for it.
 * @param make the workload for the recording's own seed
 */
export async function recordingFor(
  name: string,
  round: Round,
  make: (seed: number) => Workload,
): Promise<Recorded> {
  const seed = Math.floor(round.seed / CUTS_PER_RECORDING);
  const known = latest.get(name);
  if (known?.seed === seed) return known.recording;
  const recording = recordWorkload(round, make(seed));
  latest.set(name, { seed, recording });
  return recording;
}

export async function recordWorkload(round: Round, workload: Workload): Promise<Recorded> {
  const scratch = round.folder();
  const folder = join(scratch, 'watched');
  mkdirSync(folder);
  for (const name of workload.folders ?? []) mkdirSync(join(folder, name));
  const toldBefore = (await workload.prepare?.(folder)) ?? [];
  const recording = await record({ ...workload, folder, scratch, shim: await round.run.shared(SHIM) });
  return { ...recording, toldBefore };
}

/** A cut: anywhere, or (as often) just after something was acknowledged, when nothing of it may be missing. */
export function pickCut(recording: Recording, random: Random): number {
  const { steps } = recording;
  if (random.chance(0.5)) return random.between(0, steps.length);
  const acknowledged = steps.flatMap((step, index) => (step.type === 'mark' ? [index + 1] : []));
  const [first = steps.length, ...others] = acknowledged;
  return random.pick([first, ...others]);
}

/** Cuts and rebuilds. @returns the folder as it was found, and what had been told until then */
export function cutAt(
  recording: Recorded,
  cut: number,
  kind: CutKind,
  round: Pick<Round, 'folder' | 'random'>,
): { readonly folder: string; readonly marks: readonly Mark[] } {
  const folder = round.folder();
  writeDisk(diskAfter(recording, cut, kind, round.random), folder);
  return { folder, marks: [...recording.toldBefore, ...parseMarks(marksBefore(recording, cut))] };
}
