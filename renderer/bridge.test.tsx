import { expect, it } from 'vitest';
import { createViewStore } from './bridge.ts';
import { fakeTerminal, fixture } from './testing/fake-terminal.tsx';

const settled = (): Promise<void> => Promise.resolve();

it('asks for the current view when the page loads', async () => {
  const terminal = fakeTerminal(fixture('attract'));
  const store = createViewStore(terminal.bridge);
  expect(store.snapshot()).toBeNull();
  await settled();
  expect(store.snapshot()?.view.screen.id).toBe('attract');
});

it('drops a view that arrives after a newer one', async () => {
  const terminal = fakeTerminal(fixture('attract'));
  const store = createViewStore(terminal.bridge);
  await settled();
  terminal.show(fixture('notice'), 5);
  terminal.show(fixture('language'), 4);
  expect(store.snapshot()?.view.screen.id).toBe('notice');
});

it('asks again when an update was lost on the way', async () => {
  const terminal = fakeTerminal(fixture('attract'));
  const store = createViewStore(terminal.bridge);
  await settled();
  const before = terminal.asked();
  terminal.show(fixture('notice'), 2);
  expect(terminal.asked()).toBe(before);
  terminal.show(fixture('identify'), 4);
  expect(terminal.asked()).toBe(before + 1);
  terminal.holdBack(fixture('reading'), 5);
  await settled();
  expect(store.snapshot()?.rev).toBe(4);
  terminal.show(fixture('read-result'), 7);
  terminal.holdBack(fixture('review'), 8);
  await settled();
  expect(store.snapshot()?.rev).toBe(7);
});

it('names the page an intent was made on', async () => {
  const terminal = fakeTerminal(fixture('notice'));
  const store = createViewStore(terminal.bridge);
  await settled();
  await store.send({ type: 'CONTINUE' });
  expect(terminal.sent).toEqual([{ type: 'CONTINUE', sessionId: 'gallery', stepId: 'notice', rev: 1 }]);
});

it('tells its listeners once for every new view, and not after they left', async () => {
  const terminal = fakeTerminal(fixture('attract'));
  const store = createViewStore(terminal.bridge);
  await settled();
  let told = 0;
  const leave = store.subscribe(() => (told += 1));
  terminal.show(fixture('notice'));
  leave();
  terminal.show(fixture('identify'));
  expect(told).toBe(1);
});
