import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeyDocument } from '../../../../domain/wire/contract.ts';
import { openQueueOrSalvage } from '../../../../queue/rescue/open.ts';
import { acceptSalvage } from '../../../../queue/rescue/salvage-report.ts';
import { testPlatform } from '../../../../queue/testing/platform.ts';
import { damage } from '../../disk/damage.ts';
import { fillDatabase } from '../../disk/filled-database.ts';
import type { CutKind } from '../../power/disk.ts';
import { databaseOf } from '../../power/examine-queue.ts';
import { cutAt, pickCut, type Recorded, recordingFor, workloadPath } from '../../power/recordings.ts';
import type { SalvageWorkload } from '../../power/workloads/salvage-workload.ts';
import type { FaultCase, Round } from '../../runner/fault-case.ts';
import { createRandom } from '../../runner/random.ts';

/** What an opening finds: digest and whether there is a receipt, by id. */
type Contents = ReadonlyMap<string, string>;

/** What each recording leads to when nobody cuts it. */
const controls = new WeakMap<Recorded, Promise<Contents>>();
let platform: ReturnType<typeof testPlatform> | null = null;

/**
 * Cases 3 and 6 of facts/queue.md §2.5 together: the power fails while a damaged database is being set aside and salvaged.
 * Figure: whatever a salvage that nobody cuts finds is found after the cut, too, and what was confirmed since is there.
 */
export const cutSalvage: FaultCase = {
  name: 'cut-salvage',
  numbers: [3, 6],
  figure: 'as much is found as without the cut',
  weight: 20,
  async play(round) {
    platform ??= testPlatform('http://127.0.0.1:9');
    const { document: keyDocument } = await platform;
    const recording = await recordingFor('cut-salvage', round, (seed) => ({
      program: workloadPath('salvage-workload'),
      words: [JSON.stringify({ keyDocument } satisfies SalvageWorkload)],
      folders: ['queue'],
      async prepare(folder) {
        const random = createRandom('cut-salvage', seed);
        const path = databaseOf(folder);
        mkdirSync(dirname(path), { recursive: true });
        await fillDatabase(path, random);
        damage(path, random);
        return [];
      },
    }));
    const control =
      controls.get(recording) ??
      contentsAfter(recording, recording.steps.length, 'killed', round, keyDocument);
    controls.set(recording, control);
    const cut = pickCut(recording, round.random);
    const kind = round.random.pick<CutKind>(['synced', 'torn', 'torn', 'killed']);
    const found = await contentsAfter(recording, cut, kind, round, keyDocument);
    const keptSince = new Set(keptIn(recording, recording.steps.length));
    const confirmed = new Set(keptIn(recording, cut));
    for (const [id, content] of await control) {
      // What was kept after the salvage and not yet confirmed at the cut may be missing.
      if (keptSince.has(id) && !confirmed.has(id)) continue;
      const now = found.get(id);
      if (now === undefined) round.found.fault('lost', `${id} is found without the cut and not after it`);
      else if (now !== content) round.found.fault('corrupt', `${id} is ${now} instead of ${content}`);
    }
    round.found.confirm(found.size);
  },
};

function keptIn(recording: Recorded, cut: number): string[] {
  return recording.steps
    .slice(0, cut)
    .flatMap((step) => (step.type === 'mark' ? [...step.text.matchAll(/"kept","id":"([^"]+)"/g)] : []))
    .map(([, id = '']) => id);
}

async function contentsAfter(
  recording: Recorded,
  cut: number,
  kind: CutKind,
  round: Round,
  keyDocument: KeyDocument,
): Promise<Contents> {
  const { folder } = cutAt(recording, cut, kind, round);
  const path = databaseOf(folder);
  let opened = await openQueueOrSalvage(path, { keyDocument, freshEpoch: 2 });
  if (!opened.ok && opened.code === 'database-salvaged') {
    acceptSalvage(path, { at: new Date().toISOString(), by: 'T1001' });
    opened = await openQueueOrSalvage(path, { keyDocument, freshEpoch: 2 });
  }
  if (!opened.ok) {
    round.found.fault('corrupt', `does not open: ${opened.code} ${JSON.stringify(opened.params ?? {})}`);
    return new Map();
  }
  const { queue } = opened.value;
  const listed = queue.list();
  queue.close();
  const items = listed.ok ? listed.value : [];
  return new Map(
    items.map(({ id, digest, reference, receipt }) => [
      id,
      `${reference} ${digest} ${receipt === null ? 'pending' : 'received'}`,
    ]),
  );
}
