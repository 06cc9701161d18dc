import type { Failure, Result } from '../result.ts';
import type { Passage } from '../speech/passage.ts';

/** Why a passage was not heard to its end. */
export type SpeechFault = 'no-voice' | 'no-answer';

/** A voice for the words of a page: a recording that was signed off, else a speech program of the system. */
export interface SpeechPort {
  /** Whether this passage can be heard here; asked with every picture, so answered from memory. */
  can(passage: Passage): boolean;
  /** Resolves when it was said to its end or could not be; silent at once when `signal` says so. */
  say(passage: Passage, signal: AbortSignal): Promise<Result<null, Failure<SpeechFault>>>;
}
