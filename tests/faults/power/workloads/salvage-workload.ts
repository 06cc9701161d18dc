import { argv } from 'node:process';
import { z } from 'zod';
import { keyDocumentSchema } from '../../../../domain/wire/contract.ts';
import { openQueueOrSalvage } from '../../../../queue/rescue/open.ts';
import { acceptSalvage } from '../../../../queue/rescue/salvage-report.ts';
import { newSubmission } from '../../../../queue/testing/submissions.ts';
import { databaseOf } from '../examine-queue.ts';
import { openMarks } from '../marks.ts';

/** A terminal that starts on a damaged database, salvages it, and goes on, for the recorder. */
const optionsSchema = z.object({ keyDocument: keyDocumentSchema });
export type SalvageWorkload = z.input<typeof optionsSchema>;

const [, , folder = '', marksPath = '', words = '{}'] = argv;
const { keyDocument } = optionsSchema.parse(JSON.parse(words));
const marks = openMarks(marksPath);
const path = databaseOf(folder);

marks.arm();
let opened = await openQueueOrSalvage(path, { keyDocument, freshEpoch: 2 });
if (!opened.ok && opened.code === 'database-salvaged') {
  acceptSalvage(path, { at: new Date().toISOString(), by: 'T1001' });
  opened = await openQueueOrSalvage(path, { keyDocument, freshEpoch: 2 });
}
if (opened.ok) {
  const { queue } = opened.value;
  for (let visit = 0; visit < 5; visit += 1) {
    const submission = newSubmission({ lane: visit });
    const kept = queue.enqueue(submission);
    if (!kept.ok) continue;
    const { id, lane, digest } = submission.envelope;
    const { reference, sequence } = kept.value;
    marks.tell({ told: 'kept', id, reference, sequence, lane, digest });
  }
  queue.close();
} else marks.tell({ told: 'out-of-service', code: opened.code });
marks.tell({ told: 'done' });
