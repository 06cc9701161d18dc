import type { BrowserWindowConstructorOptions } from 'electron';

/** In memory only, and not the member's: no `persist:`. */
export const PARTITION = 'paper';

/** Options of the window in which a paper is laid out; nobody sees it, and nothing in it can do anything. */
export function paperWindowOptions(): BrowserWindowConstructorOptions {
  return {
    show: false,
    width: 794,
    height: 1123,
    focusable: false,
    skipTaskbar: true,
    title: 'eMPF Terminal',
    webPreferences: {
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      disableDialogs: true,
      backgroundThrottling: false,
    },
  };
}
