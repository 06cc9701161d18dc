import { runDriveThread } from '../../hardware/index.ts';

runDriveThread();
