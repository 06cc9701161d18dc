import type { SoundState } from '../../notices/language-offer.ts';
import type { NoticeSound } from '../../notices/translation.ts';

/** The recorded voices of signed-off translations, as they lie on this machine; asked with every picture. */
export interface NoticeSounds {
  /** Whether the file is there and is the one that was signed off. */
  state(sound: NoticeSound): SoundState;
}
