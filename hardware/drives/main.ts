import { runDriveThread } from './thread.ts';

// The thread's entry in plain Node; Electron's is `electron/workers/drive-reader.ts`.
runDriveThread();
