import { runQueueWorker } from './host.ts';

// The thread's entry in plain Node; Electron's is `electron/workers/queue-worker.ts`.
runQueueWorker();
