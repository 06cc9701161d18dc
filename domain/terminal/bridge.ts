import type { Profile } from '../wire/policy.ts';
import type { Intent, IntentAnswer } from './intent/intent.ts';
import type { ViewUpdate } from './view/view.ts';

/** Tones of the page; volume in per cent. */
export interface SoundSettings {
  readonly volume: number;
  readonly muted: boolean;
}

/** The real display, so that sizes on screen are millimetres (look/README.md, *Sizes*). */
export interface DisplayFacts {
  /** CSS pixels per millimetre: 4.03 on a 21.5-inch portrait display of 1080 × 1920. */
  readonly pixelsPerMillimetre: number;
  readonly profile: Profile;
  readonly sound: SoundSettings;
}

/** All that a page can reach of the program: `window.terminal`, put there by the preload. Verbs only, no channels. */
export interface TerminalBridge {
  /** The newest view; asked for on load and after a gap in `rev`. */
  current(): Promise<ViewUpdate>;
  /** Calls the listener with every new view; returns the function that ends it. */
  onUpdate(listener: (update: ViewUpdate) => void): () => void;
  send(intent: Intent): Promise<IntentAnswer>;
  display(): Promise<DisplayFacts>;
  /** The page of this `stepId` has been painted for the first time. */
  painted(stepId: string): void;
  /** Every two seconds while the page draws; main replaces a page that falls silent. */
  alive(): void;
}
