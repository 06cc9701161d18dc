import { expect, it } from 'vitest';
import type { ChildLike } from '../../hardware/index.ts';
import { deferredChild } from './deferred-child.ts';

function openGate(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function fakeChild(log: string[]): ChildLike {
  return {
    postMessage: (message) => log.push(`told ${JSON.stringify(message)}`),
    onMessage: () => log.push('listens'),
    onExit: () => log.push('watched'),
    kill: () => log.push('killed'),
  };
}

it('what is told before the first page is painted reaches the hardware process afterwards, in order', async () => {
  const log: string[] = [];
  const gate = openGate();
  const child = deferredChild(() => fakeChild(log), gate.promise);
  child.onMessage(() => undefined);
  child.onExit(() => undefined);
  child.postMessage('ping');
  expect(log).toEqual([]);
  gate.resolve();
  await gate.promise;
  child.postMessage('stop');
  expect(log).toEqual(['listens', 'watched', 'told "ping"', 'told "stop"']);
});

it('stopped before the first page is painted: never started, and said to be gone', async () => {
  const log: string[] = [];
  const gate = openGate();
  const child = deferredChild(() => fakeChild(log), gate.promise);
  let gone = 0;
  child.onExit(() => (gone += 1));
  child.kill();
  gate.resolve();
  await gate.promise;
  expect({ gone, log }).toEqual({ gone: 1, log: [] });
});
