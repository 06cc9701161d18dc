import { expect, test } from 'vitest';
import { hasDisplay, startDisplay, withDisplay } from './xvfb.ts';

test('two virtual displays run beside each other and each is stopped by itself', async () => {
  const [one, two] = await Promise.all([startDisplay(), startDisplay()]);
  expect(one.display).not.toBe(two.display);
  await one.stop();
  await one.stop();
  await two.stop();
});

test('work is given a display, and its result is handed back', async () => {
  expect(await withDisplay((env) => Promise.resolve(hasDisplay(env)))).toBe(true);
});
