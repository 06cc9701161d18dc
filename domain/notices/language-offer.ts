import type { InterpretedLanguage } from '../identity/interpretation.ts';

/**
 * How a sound stands on this machine. `waiting`: not fetched yet; `damaged`: a file is there and is not the one that was
 * signed off.
 */
export type SoundState = 'ready' | 'waiting' | 'damaged';

/** Of the sounds of a language: `none` was signed off, or all, some or none of them can be played here. */
type SoundsState = 'none' | SoundState;

/** A language, and whether it can be offered; message `own-language.state.<state>`. */
export interface LanguageOffer {
  readonly language: InterpretedLanguage;
  /**
   * `none`: nothing was signed off; `incomplete`: some of the texts were; `out-of-date`: the words that it was made from
   * are others now.
   */
  readonly state: 'offered' | 'none' | 'incomplete' | 'out-of-date';
  readonly sounds: SoundsState;
}
