import type { Draft } from '../../../parking/draft.ts';
import type { HeldBy } from '../../../parking/held-by.ts';

/** What is put aside, under a slip that was made for this one try. */
export interface ParkRequest {
  /** The slip's code (domain/parking/resume-code.ts). In memory only. */
  readonly code: string;
  readonly draft: Draft;
  /** Canonical number of the document that opens it again. */
  readonly number: string;
  /** Code of the slip it was taken up with: that slip is over. */
  readonly replaces: string | null;
}

export interface Parked {
  /** ISO instant. */
  readonly expiresAt: string;
  /** The platform has it, too: any terminal can take it up. False: only this one, until it could be sent. */
  readonly elsewhere: boolean;
  /**
   * Another terminal has what this was taken up from, or has ended it: this is a copy beside that, nothing was
   * overwritten. `by` null: nobody works on it any more. Left out: there is only this one.
   */
  readonly beside?: { readonly by: HeldBy | null };
}

export interface TakeUpRequest {
  readonly code: string;
  /** Canonical number of the document that was read. */
  readonly number: string;
  /** Whoever stands here knows that it is being worked on elsewhere, and goes on with a copy. */
  readonly copy?: boolean;
}
