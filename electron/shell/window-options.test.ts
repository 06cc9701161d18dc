import { describe, expect, it } from 'vitest';
import { configurationSchema } from '../configuration/schema.ts';
import { PARTITION, pixelsPerMillimetre, windowOptions } from './window-options.ts';

const display = { x: 0, y: 0, width: 1080, height: 1920 };

describe('the member window', () => {
  const options = windowOptions(configurationSchema.parse({}), display, '/preload.cjs');

  it('is locked down as the checklist says (facts/hardening.md §1)', () => {
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: false,
      spellcheck: false,
      disableDialogs: true,
    });
    expect(options.webPreferences).not.toHaveProperty('experimentalFeatures');
    expect(options.webPreferences).not.toHaveProperty('enableBlinkFeatures');
  });

  it('keeps nothing on disk: its partition is in memory', () => {
    expect(options.webPreferences?.partition).toBe(PARTITION);
    expect(PARTITION.startsWith('persist:')).toBe(false);
  });

  it('fills the display in kiosk mode even without a window manager', () => {
    expect(options).toMatchObject({ kiosk: true, frame: false, ...display });
  });
});

describe('millimetres', () => {
  it('a 21.5 inch portrait display has about four pixels a millimetre', () => {
    expect(pixelsPerMillimetre(display, 21.5)).toBeCloseTo(4.03, 2);
  });
});
