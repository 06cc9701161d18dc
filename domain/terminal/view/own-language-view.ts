import type { InterpretedLanguage } from '../../identity/interpretation.ts';
import type { LanguageOffer, SoundState } from '../../notices/language-offer.ts';
import type { Played } from '../../notices/own-language.ts';
import type { NoticeSound, TranslatedPart } from '../../notices/translation.ts';

/** Why the sound is not to be had; message `own-language.sound.<trouble>`. The words stand there all the same. */
export type SoundTrouble = Exclude<SoundState, 'ready'> | 'failed';

/** The recorded voice of the text that is open. The page plays while `playing` says so, and at no other time. */
export interface SoundView extends Pick<NoticeSound, 'digest' | 'seconds'> {
  readonly playing: boolean;
  readonly paused: boolean;
  readonly played: Played;
  /** Another number: from the beginning. */
  readonly run: number;
  readonly trouble: SoundTrouble | null;
  /** Of two windows at a counter it sounds on the member's side alone. */
  readonly here: boolean;
}

/** A signed-off translation is put to somebody; its words are the operator's, not the catalogue's. */
export interface OwnLanguageScreen {
  readonly id: 'own-language';
  readonly language: InterpretedLanguage;
  readonly part: TranslatedPart;
  /** Which of how many. */
  readonly at: number;
  readonly of: number;
  /** One paragraph a line. */
  readonly text: string;
  readonly sound: SoundView | null;
  /** The end of the words stood on the screen. */
  readonly shownToEnd: boolean;
  readonly signedOffBy: string;
  readonly signedOffOn: string;
}

/** Languages that staff can choose with somebody, or why one cannot be. */
export type LanguageOffers = readonly LanguageOffer[];
