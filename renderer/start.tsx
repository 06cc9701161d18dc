import { createRoot } from 'react-dom/client';
import type { TerminalBridge } from '../domain/terminal/bridge.ts';
import { App } from './app.tsx';
import { createViewStore } from './bridge.ts';
import { PageFault } from './page-fault.tsx';
import { warmFonts } from './text/warm-fonts.ts';
import { refuseWhatAKioskMustNotDo } from './input/refusals.ts';

declare global {
  interface Window {
    readonly terminal: TerminalBridge;
  }
}

const HEARTBEAT_MILLISECONDS = 2000;

/**
 * Draws the terminal into `root` from what `bridge` says, and keeps telling main that the page is alive. Used by the
 * app and by the gallery, which brings a bridge of its own.
 */
export function start(root: HTMLElement, bridge: TerminalBridge): void {
  let drawing = true;
  void bridge.display().then((display) => {
    document.documentElement.style.setProperty('--px-per-mm', String(display.pixelsPerMillimetre));
  });
  refuseWhatAKioskMustNotDo(document);
  const store = createViewStore(bridge);
  let warmed = false;
  const painted = (stepId: string): void => {
    bridge.painted(stepId);
    if (warmed) return;
    warmed = true;
    warmFonts(document.fonts, (work) => window.requestIdleCallback(work));
  };
  createRoot(root).render(
    <PageFault onFault={() => (drawing = false)}>
      <App store={store} onPainted={painted} />
    </PageFault>,
  );
  // A page that failed to draw falls silent, so that main replaces it and shows the same state again.
  window.setInterval(() => {
    if (drawing) bridge.alive();
  }, HEARTBEAT_MILLISECONDS);
  bridge.alive();
}
