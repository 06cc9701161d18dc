import type { FieldErrorCode, TakeUpFault } from '../../../codes.ts';
import type { ParkableKind } from '../../../parking/draft.ts';
import type { HeldBy } from '../../../parking/held-by.ts';
import type { FileToBring } from '../../../remittance/summary/file-facts.ts';

/** Going on with what was put aside, and putting it aside. */
export type ResumeScreen =
  /** A row of the slip's code is typed; a scanner takes the slip meanwhile. */
  | {
      readonly id: 'resume-row';
      readonly row: 1 | 2;
      readonly value: string;
      readonly error: FieldErrorCode | null;
    }
  | { readonly id: 'resume-opening' }
  | {
      readonly id: 'resume-trouble';
      readonly fault: TakeUpFault;
      readonly canRetry: boolean;
      /** With `held`: where it is being worked on; a place, never a person. */
      readonly heldBy?: HeldBy;
    }
  /** Opened; so many answers have to be given again, since the rules have changed. */
  | {
      readonly id: 'resume-changed';
      readonly kind: ParkableKind;
      readonly again: number;
      readonly file: FileToBring | null;
    }
  /** The slip: all that is left of the visit. */
  | {
      readonly id: 'resume-slip';
      /** It is a copy: another terminal has the same open (null: had it). Left out: there is only this one. */
      readonly beside?: HeldBy | null;
      readonly qr: string;
      readonly rows: readonly [string, string];
      /** ISO instant: the end of the last day. */
      readonly expiresAt: string;
      /** False: only this machine can take it up, until its network is back. */
      readonly elsewhere: boolean;
      /** ISO instant at which the page clears itself. */
      readonly closesAt: string;
    };
