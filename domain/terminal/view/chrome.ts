import type { TrainingEnd } from '../../identity/training.ts';
import type { ConnectionTrouble } from '../../codes.ts';
import type { StaffRole } from '../../identity/staff.ts';
import type { WaitingReports } from '../../service/status.ts';
import type { PaperKind, PrinterTrouble } from '../../paper/paper.ts';
import type { StationBar } from './station-view.ts';
import type { PracticeView } from './practice-view.ts';
import type { VanBar } from './van-view.ts';

/** The frame around every page: always in the same place (look/README.md). */
export interface Chrome {
  /** For display, e.g. `K0127`. */
  readonly terminalId: string;
  readonly place: { readonly 'zh-Hant': string; readonly en: string };
  readonly connection: ConnectionView;
  /** Some device is simulated: a banner says so. */
  readonly simulated: boolean;
  /** Null where no flow is under way. */
  readonly progress: {
    readonly flow: FlowName;
    readonly step: number;
    readonly of: number;
    readonly name: ProgressName;
  } | null;
  readonly canGoBack: boolean;
  readonly canLeave: boolean;
  /** Something was begun that can be put aside. */
  readonly canFinishLater: boolean;
  readonly canAskStaff: boolean;
  /** The words of this page can be read aloud, and whether they are; absent: they cannot. */
  readonly reading?: { readonly on: boolean };
  readonly print: {
    /** Papers of this page that a printer would take now. */
    readonly offered: readonly PaperKind[];
    /** Why one that is there takes none of them. */
    readonly trouble: PrinterTrouble | null;
  };
  /** Set while staff hold the session: declare and submit are not offered then. */
  readonly assist: {
    readonly staffId: string;
    readonly role: StaffRole;
    readonly canAttest: boolean;
    /** Their identity training ends soon, or has ended; left out where there is nothing to say. */
    readonly training?: TrainingEnd;
    readonly canSeeStatus: boolean;
  } | null;
  readonly readerReady: boolean;
  /** Only in practice. */
  readonly practice?: PracticeView;
  /** An employer's file is checked and nothing is sent. */
  readonly mockRun?: true;
  /** Only in a van: battery, disk, what the freeze rules still leave, the number being served. */
  readonly van?: VanBar;
  /** Only at a station: whose window this is, and whose hand the page is in. */
  readonly station?: StationBar;
}

export const PROGRESS_NAMES = [
  'notice',
  'identity',
  'details',
  'attestation',
  'review',
  'declare',
  'receipt',
] as const;
export type ProgressName = (typeof PROGRESS_NAMES)[number];

/** What the member came to do, once it leads to something that is submitted. */
export type FlowName = 'registration' | 'withdrawal' | 'correction' | 'instruction';

interface ConnectionView {
  readonly online: boolean;
  readonly trouble: ConnectionTrouble | null;
  /** Submissions kept here that the platform has not received. */
  readonly pending: number;
  /** Reports of days that it has not acknowledged; left out while none waits. */
  readonly reports?: WaitingReports;
}
