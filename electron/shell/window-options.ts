import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { Configuration } from '../configuration/schema.ts';

/** In memory only: the name has no `persist:` prefix, so Chromium writes nothing of it to disk. */
export const PARTITION = 'kiosk';

const PAPER = '#f6f4ee';

/**
 * Options of a window as a pure function, so that a test can hold each row of hardening.md against it.
 *
 * @param place how many windows stand left of it; counts only outside kiosk mode
 */
export function windowOptions(
  configuration: Configuration,
  display: Rectangle,
  preload: string,
  place = 0,
): BrowserWindowConstructorOptions {
  const { kiosk } = configuration.window;
  const size = kiosk
    ? { x: display.x, y: display.y, width: display.width, height: display.height }
    : {
        ...(place === 0 ? {} : { x: display.x + place * configuration.window.width, y: display.y }),
        width: Math.min(configuration.window.width, display.width),
        height: Math.min(configuration.window.height, display.height),
        useContentSize: true,
      };
  return {
    ...size,
    kiosk,
    frame: !kiosk,
    show: true,
    title: 'eMPF Terminal',
    backgroundColor: PAPER,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      partition: PARTITION,
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
      enableWebSQL: false,
      backgroundThrottling: false,
    },
  };
}

const MILLIMETRES_PER_INCH = 25.4;

/** CSS pixels per millimetre of the physical display, from its diagonal: sizes on screen are millimetres. */
export function pixelsPerMillimetre(
  display: { width: number; height: number },
  diagonalInches: number,
): number {
  return Math.hypot(display.width, display.height) / (diagonalInches * MILLIMETRES_PER_INCH);
}
