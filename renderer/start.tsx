import { createRoot } from 'react-dom/client';
import type { SoundSettings, TerminalBridge } from '../domain/terminal/bridge.ts';
import { App } from './app.tsx';
import { createViewStore, type ViewStore } from './bridge.ts';
import { PageFault } from './page-fault.tsx';
import { createSounds } from './sound/sounds.ts';
import { warmFonts } from './text/warm-fonts.ts';
import { refuseWhatAKioskMustNotDo } from './input/refusals.ts';

declare global {
  interface Window {
    readonly terminal: TerminalBridge;
  }
}

const HEARTBEAT_MILLISECONDS = 2000;

/** Tones for what happens from now on. */
function hear(store: ViewStore, settings: SoundSettings): void {
  const sounds = createSounds({
    settings,
    open: () => new AudioContext(),
    every: (milliseconds, run) => {
      const timer = window.setInterval(run, milliseconds);
      return () => window.clearInterval(timer);
    },
  });
  const look = (): void => {
    const update = store.snapshot();
    if (update !== null) sounds.saw(update.view);
  };
  store.subscribe(look);
  look();
}

/**
 * Draws the terminal into `root` from what `bridge` says, and keeps telling main that the page is alive. Used by the
 * app and by the gallery, which brings a bridge of its own.
 */
export function start(root: HTMLElement, bridge: TerminalBridge): void {
  let drawing = true;
  const store = createViewStore(bridge);
  void bridge.display().then((display) => {
    document.documentElement.style.setProperty('--px-per-mm', String(display.pixelsPerMillimetre));
    hear(store, display.sound);
  });
  refuseWhatAKioskMustNotDo(document);
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
