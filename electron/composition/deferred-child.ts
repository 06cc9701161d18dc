import type { ChildLike } from '../../hardware/index.ts';

/**
 * A child that is started only when a promise settles; what it is told before waits for it. At start-up the first page
 * and the devices would otherwise fight for two slow cores, and a member sees the page first.
 */
export function deferredChild(spawn: () => ChildLike, when: Promise<void>): ChildLike {
  let child: ChildLike | null = null;
  let killed = false;
  const waiting: Parameters<ChildLike['postMessage']>[0][] = [];
  const messageListeners: ((message: unknown) => void)[] = [];
  const exitListeners: (() => void)[] = [];

  void when.then(() => {
    if (killed) return;
    const started = spawn();
    child = started;
    for (const listener of messageListeners) started.onMessage(listener);
    for (const listener of exitListeners) started.onExit(listener);
    for (const message of waiting) started.postMessage(message);
  });

  return {
    postMessage: (message) => {
      if (child === null) waiting.push(message);
      else child.postMessage(message);
    },
    onMessage: (listener) => {
      messageListeners.push(listener);
      child?.onMessage(listener);
    },
    onExit: (listener) => {
      exitListeners.push(listener);
      child?.onExit(listener);
    },
    kill: () => {
      killed = true;
      if (child !== null) child.kill();
      else for (const listener of exitListeners) listener();
    },
  };
}
