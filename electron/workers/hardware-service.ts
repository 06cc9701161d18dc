import { runHardwareProcess } from '../../hardware/index.ts';

runHardwareProcess();
