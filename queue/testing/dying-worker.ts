import { existsSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { workerDataSchema } from '../worker/messages.ts';
import { runQueueWorker } from '../worker/host.ts';

/** Runs the queue and dies by an error of its own while the first submission is being kept. Its successor behaves. */
const { databasePath } = workerDataSchema.parse(workerData);
const marker = `${databasePath}.died`;
runQueueWorker();
if (!existsSync(marker)) {
  parentPort?.on('message', () => {
    writeFileSync(marker, '');
    throw new Error('a bug');
  });
}
