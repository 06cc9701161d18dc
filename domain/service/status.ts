import type { ConnectionTrouble } from '../codes.ts';
import type { FreezeVerdict } from './freeze.ts';

/** What the sync agent is doing, said truthfully. */
export const SYNC_ACTIVITIES = [
  'idle',
  'looking',
  'sending',
  'waiting-turn',
  'waiting-retry',
  'fetching',
] as const;
export type SyncActivity = (typeof SYNC_ACTIVITIES)[number];

/** What happened to a damaged database at start. */
export interface SalvageSummary {
  /** ISO instant of the wall clock. */
  readonly at: string;
  readonly salvaged: number;
  /** Kept submissions that could be read in neither the damaged file nor the backup. */
  readonly missing: number;
}

/** The figures on the staff screens; from counters kept by the database, never from counting rows. */
export interface ServiceStatus {
  readonly pending: number;
  readonly parked: number;
  /** Written to a drive and not confirmed by a receipt yet. */
  readonly exported: number;
  /** Hours, by the budget clock; null when nothing is pending. */
  readonly oldestPendingHours: number | null;
  /** ISO instant of the last answer of the platform that was the platform's; null: never. */
  readonly lastContact: string | null;
  readonly online: boolean;
  readonly trouble: ConnectionTrouble | null;
  readonly activity: SyncActivity;
  readonly freeze: FreezeVerdict;
  readonly salvage: SalvageSummary | null;
}
