import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { ChildLike } from '../supervisor.ts';
import type { ServiceSettings } from './messages.ts';

/** The hardware process as a plain Node child: for tests and for running without Electron. It inherits no secret. */
export function spawnNodeChild(settings: ServiceSettings): ChildLike & { readonly pid: number | undefined } {
  const child = fork(join(import.meta.dirname, 'main.ts'), [JSON.stringify(settings)], {
    execArgv: [],
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let exitListener: () => void = () => undefined;
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    exitListener();
  };
  child.once('exit', end);
  // Could not be started, or its channel broke: it is of no use any more.
  child.on('error', () => {
    child.kill('SIGKILL');
    end();
  });
  return {
    pid: child.pid,
    postMessage: (message) => {
      // The callback takes the error of a channel that closes meanwhile; the exit tells of it.
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      exitListener = listener;
    },
    kill: () => child.kill('SIGKILL'),
  };
}
