import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMBEDDED_POLICY } from '../../../../domain/wire/policy.ts';
import { createSyncAgent, openKeyStore, openQueue } from '../../../../queue/index.ts';
import { answer, requestOf } from '../child.ts';
import { good } from '../../../../queue/testing/values.ts';
import { memoryQueue } from './memory-queue.ts';
import { clientRequestSchema, DRAIN_FILES, type DrainResult, itemsSchema } from './messages.ts';

/** The real agent, draining what is kept in the terminal's database or what is in memory. */
const request = requestOf(clientRequestSchema);
const { folder, enrolment } = request;
const items = itemsSchema.parse(JSON.parse(readFileSync(request.items, 'utf8')));
const keys = good(await openKeyStore({ folder: join(folder, 'keys'), enrolment }));
const queue =
  request.from === 'queue' ? good(openQueue(join(folder, DRAIN_FILES.queue))) : memoryQueue(items);
/** Nothing is asked for but submissions. */
const policies = {
  current: () => EMBEDDED_POLICY,
  offer: () => Promise.resolve({ ok: true, value: 'known' } as const),
  hoursSinceConfirmed: () => 0,
};

const milliseconds = await new Promise<number>((resolve, reject) => {
  let received = 0;
  const agent = createSyncAgent({
    queue,
    keys,
    policies,
    device: null,
    enrolment,
    emit(event) {
      if (event.type === 'CONNECTION' && event.trouble !== null) reject(new Error(event.trouble));
      if (event.type !== 'ITEM') return;
      if (event.state === 'received') received += 1;
      if (event.state === 'parked') reject(new Error('refused by the platform'));
      if (received === items.length) resolve(performance.now() - started);
    },
  });
  const started = performance.now();
  agent.start();
});
const left = good(queue.counts()).pending;
if (left > 0) throw new Error(`${left} are still pending`);
answer({ perSecond: (items.length / milliseconds) * 1_000 } satisfies DrainResult);
// The agent would go on looking.
process.exit(0);
