import type { ParkFault, PinRefusal, StaffChangeRefusal, StaffRefusal } from '../../codes.ts';
import type { InterpretedLanguage } from '../../identity/interpretation.ts';
import type { Locale } from '../../locale.ts';
import type { PaperKind, PrintFault } from '../../paper/paper.ts';
import type { ServiceStatus } from '../../service/status.ts';
import type { OperationsOverlay } from './operations-view.ts';
import type { TransferOverlay } from './transfer-view.ts';
import type { StaffPerson } from '../ports/staff.ts';
import type { ReviewRow, AskedRow } from './rows.ts';

export type Overlay =
  | { readonly id: 'idle-warning'; readonly wipesAt: string; readonly stake: Stake }
  | { readonly id: 'leave-confirm'; readonly stake: Stake }
  /** "Finish later": what it means. `until`: ISO instant, the end of the last day. */
  | { readonly id: 'park-asking'; readonly until: string; readonly online: boolean }
  | { readonly id: 'park-saving' }
  /** It could not be put aside; everything is still on the page beneath. */
  | { readonly id: 'park-failed'; readonly fault: ParkFault }
  | { readonly id: 'print-sending'; readonly paper: PaperKind }
  /** The printer has taken it. */
  | { readonly id: 'print-done'; readonly paper: PaperKind }
  /** Everything is still on the page beneath. */
  | { readonly id: 'print-failed'; readonly paper: PaperKind; readonly fault: PrintFault }
  /**
   * `snoozed`: somebody has seen the call, is busy, and will come. `told`: it stands on the window of staff at another
   * machine of this place, or one of them said that they are on the way; left out: lamp and sound only.
   */
  | {
      readonly id: 'help-called';
      readonly since: string;
      readonly snoozed: boolean;
      readonly told?: 'seen' | 'going';
    }
  | { readonly id: 'help-nobody-came' }
  | {
      readonly id: 'staff-pin';
      readonly refusal: StaffRefusal | null;
      /** Seconds to wait, with `too-soon`. */
      readonly waitSeconds: number | null;
      readonly checking: boolean;
      /** Somebody called: whoever is busy may say that they are coming. */
      readonly canSnooze: boolean;
    }
  /** A new PIN, typed twice. `start`: nothing else may be done before. */
  | {
      readonly id: 'staff-new-pin';
      readonly start: boolean;
      readonly refusal: PinRefusal | null;
      readonly saving: boolean;
    }
  /** What helps with the page below, and the way to staff's own pages. */
  | {
      readonly id: 'staff-more';
      /** In which language whoever is here reads the rule, by what they chose before; null: they have not. */
      readonly reading: Locale | null;
      readonly interpreter: boolean;
      readonly moreTime: boolean;
      readonly canSeeStatus: boolean;
      readonly canSeePeople: boolean;
    }
  /** Who may sign in here; `change` is what became of the last unlocking or blocking. */
  | {
      readonly id: 'staff-people';
      readonly people: readonly StaffPerson[];
      readonly self: string;
      readonly change: StaffChangeRefusal | 'done' | null;
    }
  /** The session is the member's again: everything that staff filled in or signed, to be looked at. */
  | {
      readonly id: 'staff-work';
      readonly rows: readonly ReviewRow[];
      readonly asked: readonly AskedRow[];
      /** Of these the way back to where they are asked is open: questions, pages, or `number`. */
      readonly changes: readonly string[];
      /** Whoever looked at card and face. */
      readonly attestedBy: readonly string[];
      /** Null: nobody recorded one; without a language where the words on the screen were read. */
      readonly interpreter: { readonly language: InterpretedLanguage | null } | null;
    }
  /** Staff left the session idle: covered until badge and PIN are given again. */
  | { readonly id: 'staff-locked' }
  /** How the machine stands, for staff. */
  | {
      readonly id: 'staff-status';
      readonly status: ServiceStatus;
      readonly canOperate: boolean;
      readonly canChangePin: boolean;
      /** The pages of the USB drive can be opened from here. */
      readonly canCarry: boolean;
    }
  /** The machine itself. */
  | OperationsOverlay
  | TransferOverlay;

/** What is lost when the visit ends now: something filled in, nothing since it is submitted, nothing at all. */
export type Stake = 'unsubmitted' | 'submitted' | 'nothing';
