import { utilityProcess } from 'electron';
import type { ChildLike, ServiceSettings } from '../../hardware/index.ts';

/**
 * The hardware process as Electron's utilityProcess: a fault in a native driver kills it and not the screen
 * (facts/hardware.md §1.4). Settings travel as arguments; it inherits no secret.
 */
export function spawnHardwareProcess(entry: string, settings: ServiceSettings): ChildLike {
  const child = utilityProcess.fork(entry, [JSON.stringify(settings)], {
    serviceName: 'empf-hardware',
    stdio: 'inherit',
    env: {},
  });
  return {
    postMessage: (message) => {
      child.postMessage(message);
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.on('exit', () => {
        listener();
      });
    },
    kill: () => {
      child.kill();
    },
  };
}
