import type { StaffMember } from '../../identity/staff.ts';
import type { Failure, Result } from '../../result.ts';
import type { DayReport } from '../../wire/day-report.ts';
import type { Battery } from '../../work-day/battery.ts';
import type { Position } from '../../work-day/position.ts';
import type { Lane, NewStop, StopLocation } from '../../work-day/stops.ts';

/** Why the day's book could not be read or written; message `van-trouble.<code>`. */
export const WORK_DAY_FAULTS = [
  'unavailable',
  'storage-fault',
  'disk-full',
  'malformed',
  'stop-open',
  'no-stop',
  'day-over',
] as const;
export type WorkDayFault = (typeof WORK_DAY_FAULTS)[number];

/** A stop that stands open; on the disk, so that it is taken up again after a power cut. */
export interface OpenStop {
  readonly placeId: string | null;
  readonly location: StopLocation;
  readonly lane: Lane;
  /** Who opened it. */
  readonly staffId: string;
  /** ISO instant. */
  readonly openedAt: string;
  /** The queue number called last; 0: none yet. */
  readonly lastNumber: number;
}

/** The day under way. */
export interface WorkDay {
  readonly number: number;
  /** ISO instant; null: nothing has happened in it yet. */
  readonly openedAt: string | null;
  readonly stop: OpenStop | null;
  readonly stopsClosed: number;
  readonly sessions: number;
  /** The last session was cut off by a power cut, and whether anything of it was kept; null: it was not cut off. */
  readonly cut: { readonly kept: boolean } | null;
}

/** A day that was closed: its signed report is on the disk until the platform has acknowledged it. */
export interface ClosedDay {
  readonly report: DayReport;
  /** SHA-256 of the signed report, base64url: what somebody can read off to tell two reports apart. */
  readonly digest: string;
}

export interface DayCloser {
  readonly by: Pick<StaffMember, 'staffId' | 'role'>;
  readonly devices: Readonly<Record<string, string>>;
}

type Answer<T> = Promise<Result<T, Failure<WorkDayFault>>>;

/**
 * The day's book, in the queue's database: stops, sessions and reports. What is answered ok is on the disk. Sessions
 * count themselves by their audit entries; nobody can forget to.
 */
export interface WorkDayPort {
  look(): Answer<WorkDay>;
  /** @returns `stop-open` while one is: it has to be closed first */
  openStop(stop: NewStop): Answer<WorkDay>;
  closeStop(by: Pick<StaffMember, 'staffId'>): Answer<WorkDay>;
  /** The report as it would be now; not signed, not kept. */
  draft(closer: DayCloser): Answer<DayReport>;
  /**
   * Signs and keeps the report, closes an open stop and begins the next day.
   * @returns `day-over` when another day than the one looked at is under way: it was closed already
   */
  closeDay(closer: DayCloser & { readonly day: number }): Answer<ClosedDay>;
  /** The newest report that was signed and kept here, to be printed; null: none is here. */
  lastClosed(): Answer<ClosedDay | null>;
}

/** What a van's own devices say; each left out where there is none. */
export interface VanPorts {
  readonly battery?: { subscribe(listener: (battery: Battery | null) => void): () => void };
  /** The newest position that is not too old; null: none yet. */
  readonly position?: () => Position | null;
}
