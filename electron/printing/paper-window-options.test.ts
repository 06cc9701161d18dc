import { expect, it } from 'vitest';
import { PARTITION as MEMBERS } from '../shell/window-options.ts';
import { PARTITION, paperWindowOptions } from './paper-window-options.ts';

it('the window of a paper is locked down as the member’s is, has no preload, and is not shown', () => {
  const { webPreferences, ...options } = paperWindowOptions();
  expect(webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    devTools: false,
    disableDialogs: true,
  });
  expect(webPreferences).not.toHaveProperty('preload');
  expect(options).toMatchObject({ show: false, focusable: false });
});

it('nothing of a paper is on disk, or in the member’s session', () => {
  expect(PARTITION.startsWith('persist:')).toBe(false);
  expect(PARTITION).not.toBe(MEMBERS);
});
