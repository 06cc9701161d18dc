import { join } from 'node:path';
import { argv } from 'node:process';
import { v7 } from 'uuid';
import { z } from 'zod';
import { enrolmentSchema } from '../../../../domain/wire/contract.ts';
import { adultNumber } from '../../../../gateway/testing/people.ts';
import { startQueueWorker } from '../../../../queue/index.ts';
import { createRandom } from '../../runner/random.ts';
import { openMarks } from '../marks.ts';

/**
 * A terminal's whole queue (worker thread, key store, sealing, audit) without a network, for the recorder: people leave
 * registrations through the port, some at the same moment, and now and then the terminal is restarted.
 */
const optionsSchema = z.object({ seed: z.number(), people: z.number(), enrolment: enrolmentSchema });
export type SubmitWorkload = z.input<typeof optionsSchema>;

const [, , folder = '', marksPath = '', words = '{}'] = argv;
const { seed, people, enrolment } = optionsSchema.parse(JSON.parse(words));
const random = createRandom('submit-workload', seed);
const marks = openMarks(marksPath);

marks.arm();
let left = 0;
while (left < people) {
  const worker = startQueueWorker({
    workerUrl: new URL('../../../../queue/worker/main.ts', import.meta.url),
    databasePath: join(folder, 'queue', 'queue.db'),
    keyFolder: join(folder, 'keys'),
    enrolment,
    profile: 'kiosk',
    delays: { laneKey: 0, timeMark: 5 },
  });
  const opened = await worker.opened;
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const visits = random.between(3, 12);
  for (let visit = 0; visit < visits; visit += 1) {
    const together = random.between(1, 3);
    left += together;
    await Promise.all(Array.from({ length: together }, () => leave(random.between(1, 6))));
  }
  await worker.stop();

  async function leave(person: number): Promise<void> {
    const id = v7();
    const kept = await worker.port.submit({ id, kind: 'member-registration', payload: adultNumber(person) });
    if (kept.ok) marks.tell({ told: 'kept', id, reference: kept.value.reference });
    else marks.tell({ told: 'refused', id, code: kept.code });
  }
}
marks.tell({ told: 'done' });
