import type { Contrast, Locale, TextSize } from '../../locale.ts';
import type { Chrome } from './chrome.ts';
import type { Overlay } from './overlay.ts';
import type { Screen } from './screen.ts';

/**
 * What the renderer draws, and all it knows. Codes and parameters, never sentences. Plain JSON: it crosses a process
 * boundary and is compared by structure.
 */
export interface View {
  /** Null between sessions. A new session has a new id; intents of an old one are refused. */
  readonly sessionId: string | null;
  /** Names the page being shown, overlay included; intents made on another page are refused. */
  readonly stepId: string;
  readonly locale: Locale;
  readonly textSize: TextSize;
  readonly contrast: Contrast;
  readonly screen: Screen;
  /** Covers the screen when set; the screen below it is not readable and not touchable. */
  readonly overlay: Overlay | null;
  readonly chrome: Chrome;
}

/** What main sends: `rev` grows by one with every changed view, so that a page can see a gap. */
export interface ViewUpdate {
  readonly rev: number;
  readonly view: View;
}
