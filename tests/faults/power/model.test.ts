import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openFindings } from '../runner/findings.ts';
import { createRandom } from '../runner/random.ts';
import { CUT_KINDS, diskAfter, writeDisk } from './disk.ts';
import { examineQueue } from './examine-queue.ts';
import { parseMarks } from './marks.ts';
import { EIO, record, watch } from './record.ts';
import { marksBefore, type Recording } from './recording.ts';
import { workloadPath } from './recordings.ts';
import { compileShim } from './shim.ts';
import type { QueueWorkload } from './workloads/queue-workload.ts';

const CUTS = 12;
const PATIENCE = 60_000;

async function places() {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'empf-power-')));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  const folder = join(scratch, 'watched');
  mkdirSync(folder);
  return { scratch, folder, shim: await compileShim(scratch) };
}

async function recordQueue(workload: Partial<QueueWorkload>): Promise<Recording> {
  const words = [JSON.stringify({ seed: 5, turns: 120, ...workload })];
  return record({ program: workloadPath('queue-workload'), words, ...(await places()) });
}

/** So many cuts of each kind, all of them examined. */
function cut(recording: Recording) {
  const found = openFindings();
  const random = createRandom('model', 1);
  const scratch = mkdtempSync(join(tmpdir(), 'empf-cuts-'));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  for (let index = 0; index < CUTS; index += 1) {
    const folder = join(scratch, String(index));
    mkdirSync(folder);
    const place = random.between(0, recording.steps.length);
    const kind = CUT_KINDS[index % CUT_KINDS.length] ?? 'synced';
    writeDisk(diskAfter(recording, place, kind, random), folder);
    examineQueue(folder, parseMarks(marksBefore(recording, place)), found);
  }
  return found;
}

test('the queue as it is loses nothing', { timeout: PATIENCE }, async () => {
  const found = cut(await recordQueue({ reopen: 0.03 }));
  expect(found.complaints).toEqual([]);
  expect(found.confirmed).toBeGreaterThan(CUTS);
});

test(
  'the same queue at synchronous=NORMAL loses what it confirmed, and the model shows it',
  { timeout: PATIENCE },
  async () => {
    const found = cut(await recordQueue({ relaxed: true }));
    expect(found.faults.lost).toBeGreaterThan(0);
  },
);

test(
  'a plan kills the program in the middle, and what it told until then is known',
  { timeout: PATIENCE },
  async () => {
    const { folder, ...others } = await places();
    const words = [JSON.stringify({ seed: 5, turns: 120 } satisfies QueueWorkload)];
    const faults = [{ at: 'any', first: 400, count: 1, action: 'kill' } as const];
    const watched = await watch({
      program: workloadPath('queue-workload'),
      words,
      folder,
      faults,
      ...others,
    });
    expect(watched.code).toBe(null);
    const told = parseMarks(watched.marks).map((mark) => mark.told);
    expect(told).toContain('kept');
    expect(told).not.toContain('done');
  },
);

test(
  'a plan makes every sync fail from some moment on, and nothing is confirmed any more',
  { timeout: PATIENCE },
  async () => {
    const { folder, ...others } = await places();
    const words = [JSON.stringify({ seed: 5, turns: 60 } satisfies QueueWorkload)];
    const faults = [{ at: 'sync', first: 30, count: 0, action: EIO } as const];
    const recording = await record({
      program: workloadPath('queue-workload'),
      words,
      folder,
      faults,
      ...others,
    });
    const failed = recording.steps.findIndex((step) => step.type === 'sync' && step.failed);
    const told = (steps: Recording['steps']) =>
      parseMarks(marksBefore({ ...recording, steps }, steps.length)).map((mark) => mark.told);
    expect(told(recording.steps.slice(0, failed))).toContain('kept');
    const afterwards = told(recording.steps.slice(failed));
    expect(afterwards).toContain('refused');
    expect(afterwards).not.toContain('kept');
  },
);
