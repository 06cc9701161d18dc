import type { TrainingEnd } from '../../identity/training.ts';
import type { FreezeReason } from '../../codes.ts';
import type { TakenOutReason } from '../../operations/taken-out.ts';
import type { PrintFault } from '../../paper/paper.ts';
import type { DayReport } from '../../wire/day-report.ts';
import type { Battery } from '../../work-day/battery.ts';
import type { Position } from '../../work-day/position.ts';
import type { Lane, PlannedStop } from '../../work-day/stops.ts';
import type { LanguageOffers } from './own-language-view.ts';
import type { RosterFindings } from '../../roster/check-roster.ts';
import type { PrefillNote } from '../../roster/notes.ts';
import type { Failure, Result } from '../../result.ts';
import type {
  CheckProgress,
  FileListing,
  FileTrouble,
  SavedProblems,
  SaveFault,
} from '../ports/remittance-files.ts';
import type { RosterCounts } from '../ports/roster.ts';
import type { WorkDayFault } from '../ports/work-day.ts';

/** How far a van can go on without the platform: the freeze rules as a budget. */
interface VanBudget {
  /** People who can still be taken before the first limit; null: not known yet. */
  readonly people: number | null;
  /** Whole hours until the first limit that time alone reaches; null: none, or not known. */
  readonly hours: number | null;
}

/** The bar of a van, on every page. */
export interface VanBar {
  /** Null: no battery, or it does not say. */
  readonly battery: Battery | null;
  /** Free space, in megabytes (1,000,000 bytes), to the hundred; null: not known. */
  readonly freeMegabytes: number | null;
  readonly budget: VanBudget;
  /** Why nobody can be taken now; null: somebody can. */
  readonly frozen: FreezeReason | null;
  /** The number being served, or called next; null: no stop is open. */
  readonly queueNumber: string | null;
  /** Whoever is signed in may open the machine's own pages from here. */
  readonly canSeeMachine?: true;
  /** Of the visit under way; left out where there is nothing to say. */
  readonly prefill?: PrefillBar;
}

/** What staff see of the list of workers, and whoever stands there of a code that was held before the scanner. */
export interface PrefillBar {
  readonly list: 'listed' | 'not-listed' | 'registered' | null;
  readonly note: PrefillNote | null;
  /** Grows when a form fills in what the page that stands does not show yet. */
  readonly filled: number;
}

/** `none`: there is no printer; a fault: why it was not printed, or could not be now. */
export type ReportPrint = 'none' | 'ready' | 'sending' | 'printed' | PrintFault;

/** A day that was closed, as far as a page names it. */
export interface LastReport {
  readonly day: number;
  /** ISO instant. */
  readonly closedAt: string;
  readonly staffId: string;
  readonly print: ReportPrint;
}

/** The pages of a van between two people, and of the end of a day. Staff's alone: nobody's visit is under way. */
export type VanScreen =
  /** Nobody has signed in for the shift. `stop`: one stands open and is taken up again. */
  | {
      readonly id: 'van-signed-out';
      readonly stop: string | null;
      /** Staff took the machine out of service, and said why. */
      readonly takenOut?: TakenOutReason;
    }
  | {
      readonly id: 'van-plan';
      readonly today: readonly PlannedStop[];
      readonly later: readonly PlannedStop[];
      readonly day: number;
      /** ISO date on which the day under way began, where that was not today: nobody closed it. */
      readonly unclosedSince?: string;
      readonly stopsClosed: number;
      readonly sessions: number;
      readonly fault: WorkDayFault | null;
      /** Of whoever is signed in: their identity training ends soon, or has ended. */
      readonly training?: TrainingEnd;
    }
  | {
      readonly id: 'van-stop';
      /** Null: a stop that is not in the plan. */
      readonly planned: PlannedStop | null;
      readonly site: string;
      readonly lane: Lane;
      readonly position: Position | null;
      readonly error: 'site' | null;
      readonly fault: WorkDayFault | null;
    }
  | {
      readonly id: 'van-ready';
      /** Of whoever is signed in: their identity training ends soon, or has ended. */
      readonly training?: TrainingEnd;
      /** As on the plan; the stop that stands open is closed first. */
      readonly day: number;
      readonly unclosedSince?: string;
      readonly site: string;
      readonly next: string;
      readonly served: number;
      readonly frozen: FreezeReason | null;
      /** The power went while the last number was being served: whether what they left was kept. */
      readonly cut: { readonly number: string; readonly kept: boolean } | null;
      readonly readerReady: boolean;
      /** The partner's list of workers; left out where none can be read. Null: none is there. */
      readonly roster?: RosterCounts | null;
      /** A form was held before the scanner before anybody's visit had begun. */
      readonly earlyCode?: true;
    }
  | {
      readonly id: 'roster-choose';
      readonly listing: FileListing | null;
      readonly most: { readonly megabytes: number; readonly rows: number };
    }
  | { readonly id: 'roster-reading'; readonly name: string; readonly progress: CheckProgress }
  | {
      readonly id: 'roster-trouble';
      readonly trouble: FileTrouble;
      readonly most: { readonly megabytes: number; readonly rows: number };
    }
  | {
      readonly id: 'roster-result';
      readonly name: string;
      readonly findings: RosterFindings;
      /** The same list was read before. */
      readonly again: boolean;
      readonly saving: boolean;
      readonly saved: Result<SavedProblems, Failure<SaveFault>> | null;
    }
  | { readonly id: 'roster-held'; readonly counts: RosterCounts }
  | { readonly id: 'van-language'; readonly offers: LanguageOffers }
  | { readonly id: 'van-close'; readonly site: string; readonly served: number }
  | {
      readonly id: 'van-waiting';
      readonly about: 'looking' | 'saving' | 'serving' | 'counting' | 'signing' | 'machine';
    }
  | { readonly id: 'van-trouble'; readonly fault: WorkDayFault }
  | {
      readonly id: 'day-tally';
      readonly report: DayReport;
      readonly fault: WorkDayFault | null;
      /** The report closed before it; `not-read`: whether there is one is not known. Left out where there is none. */
      readonly last?: LastReport | 'not-read';
    }
  | {
      readonly id: 'day-report';
      readonly report: DayReport;
      readonly digest: string;
      readonly print: ReportPrint;
      /** What waits can go onto a USB drive from here. */
      readonly canCarry?: true;
    };
