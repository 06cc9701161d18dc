import { runQueueWorker } from '../../queue/index.ts';

runQueueWorker();
