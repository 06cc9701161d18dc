import {
  BrowserWindow,
  clipboard,
  type Display,
  type PrinterInfo,
  type Session,
  type WebContents,
} from 'electron';
import type { ViewUpdate } from '../../domain/terminal/view/view.ts';
import type { Configuration } from '../configuration/schema.ts';
import { CHANNELS } from '../ipc/channels.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import { START_URL } from './protocol.ts';
import { forgetBrowsing } from './security.ts';
import { pixelsPerMillimetre, windowOptions } from './window-options.ts';

/** No heartbeat for this long, or `unresponsive` for this long: the page is hung and is replaced. */
const HUNG_MILLISECONDS = 10_000;
/** A page that fails more often than this is not a passing fault. */
const MAX_FAILURES = 3;
const FAILURE_WINDOW_MILLISECONDS = 10 * 60 * 1000;

export interface TerminalWindow {
  /** True for the window's own web-contents. */
  owns(contents: WebContents): boolean;
  send(update: ViewUpdate): void;
  /** A fresh document; nothing of the last member is left in the page. */
  renew(): void;
  alive(): void;
  pixelsPerMillimetre(): number;
  /** The printers that the system has; only a window's contents can be asked. */
  printers(): Promise<readonly PrinterInfo[]>;
  /** Shown on this display from now on, as large as it is; null: on none, hidden. */
  stand(display: Display | null): void;
}

/**
 * One window on one display. A page that crashes or hangs is loaded again and shows the same state, because the state
 * is not in the page; one that keeps failing is reported and left.
 */
export function openTerminalWindow(options: {
  readonly configuration: Configuration;
  readonly display: Display;
  /** Not in kiosk mode: how many windows stand left of it. */
  readonly place?: number;
  readonly preload: string;
  readonly session: Session;
  readonly onFailure: (what: string) => void;
  readonly onKeepsFailing: () => void;
}): TerminalWindow {
  const { configuration, preload, place = 0 } = options;
  let { display } = options;
  const window = new BrowserWindow(windowOptions(configuration, display.bounds, preload, place));
  const contents = window.webContents;
  const breaker: Breaker = createBreaker(MAX_FAILURES, FAILURE_WINDOW_MILLISECONDS, () => performance.now());
  let hungTimer: NodeJS.Timeout | null = null;
  let lastAlive = performance.now();

  if (configuration.window.kiosk) {
    // Without a window manager (a bare kiosk session) kiosk mode alone leaves the default size.
    window.setBounds(display.bounds);
    window.on('leave-full-screen', () => {
      window.setKiosk(true);
    });
  }
  window.setMenuBarVisibility(false);
  contents.setIgnoreMenuShortcuts(true);

  function load(): void {
    lastAlive = performance.now();
    contents.loadURL(START_URL).catch(() => {
      failed('load');
    });
  }

  function failed(what: string): void {
    options.onFailure(what);
    if (breaker.failed()) options.onKeepsFailing();
    if (!window.isDestroyed()) load();
  }

  function kill(): void {
    hungTimer = null;
    // Not reload(): it waits for the very page that is stuck.
    contents.forcefullyCrashRenderer();
  }

  contents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') failed(`page ${details.reason}`);
  });
  contents.on('preload-error', () => {
    failed('preload');
  });
  window.on('unresponsive', () => {
    hungTimer ??= setTimeout(kill, HUNG_MILLISECONDS);
  });
  window.on('responsive', () => {
    if (hungTimer !== null) clearTimeout(hungTimer);
    hungTimer = null;
  });
  const heartbeat = setInterval(() => {
    if (performance.now() - lastAlive > HUNG_MILLISECONDS && !contents.isLoading()) {
      lastAlive = performance.now();
      kill();
    }
  }, HUNG_MILLISECONDS / 4);
  window.on('closed', () => {
    clearInterval(heartbeat);
  });
  load();

  return {
    owns: (candidate) => !window.isDestroyed() && candidate === contents,
    send: (update) => {
      if (!window.isDestroyed()) contents.send(CHANNELS.view, update);
    },
    renew: () => {
      if (window.isDestroyed()) return;
      clipboard.clear();
      load();
      void forgetBrowsing(options.session, contents);
    },
    alive: () => {
      lastAlive = performance.now();
    },
    pixelsPerMillimetre: () => {
      const { kiosk, width, height } = configuration.window;
      return pixelsPerMillimetre(
        kiosk ? display.size : { width, height },
        configuration.display.diagonalInches,
      );
    },
    printers: () => (window.isDestroyed() ? Promise.resolve([]) : contents.getPrintersAsync()),
    stand: (next) => {
      if (window.isDestroyed()) return;
      if (next === null) {
        window.hide();
        return;
      }
      const { size, bounds } = display;
      const resized = next.size.width !== size.width || next.size.height !== size.height;
      const moved = next.bounds.x !== bounds.x || next.bounds.y !== bounds.y;
      display = next;
      if (configuration.window.kiosk && (resized || moved || !window.isVisible())) {
        window.setBounds(next.bounds);
        window.setKiosk(true);
      }
      if (!window.isVisible()) window.showInactive();
      // Sizes on screen are millimetres: the page asks anew how many pixels that is.
      if (resized) load();
    },
  };
}
