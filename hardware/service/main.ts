import { runHardwareProcess } from './run.ts';

/** Entry of the hardware process in plain Node; Electron has its own beside its other workers. */
runHardwareProcess();
