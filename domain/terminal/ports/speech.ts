import type { Locale } from '../../locale.ts';
import type { Failure, Result } from '../../result.ts';

/** What of a page can be read aloud. */
export interface Passage {
  /** Which text it is, whatever its language: what a recording is made of. */
  readonly id: string;
  readonly locale: Locale;
  /** One sentence or heading a line. */
  readonly text: string;
}

/** Why a passage was not heard to its end. */
export type SpeechFault = 'no-voice' | 'no-answer';

/** A voice for the words of a page: a recording that was signed off, else a speech program of the system. */
export interface SpeechPort {
  /** Whether this passage can be heard here; asked with every picture, so answered from memory. */
  can(passage: Passage): boolean;
  /** Resolves when it was said to its end or could not be; silent at once when `signal` says so. */
  say(passage: Passage, signal: AbortSignal): Promise<Result<null, Failure<SpeechFault>>>;
}
