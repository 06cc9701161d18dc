import type { ConnectionTrouble } from '../codes.ts';
import type { TakenOut } from '../operations/taken-out.ts';
import type { FreezeBudget, FreezeVerdict } from './freeze.ts';

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

/**
 * Why the platform does not take the audit log: entries that do not fit what it holds, or the signature of another
 * machine. The codes are those of its refusal.
 */
export const AUDIT_TROUBLES = ['audit-broken', 'device-key-differs'] as const;
export type AuditTrouble = (typeof AUDIT_TROUBLES)[number];

/** What happened to a damaged database at start. */
export interface SalvageSummary {
  /** ISO instant of the wall clock. */
  readonly at: string;
  readonly salvaged: number;
  /** What was confirmed to a member and could be read in neither the damaged file nor the backup; null: nobody can say. */
  readonly missing: number | null;
}

/** Signed reports of days that the platform has not acknowledged (docs/adr/0030, 0041). */
export interface WaitingReports {
  readonly waiting: number;
  /** Of those, how many went onto a drive; they are sent all the same. */
  readonly onDrive: number;
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
  /** Staff keep visits from beginning; left out while they do not. */
  readonly takenOut?: TakenOut;
  readonly salvage: SalvageSummary | null;
  /** Null: the platform takes it, or was not asked yet. */
  readonly audit: AuditTrouble | null;
  /** What the freeze rules still leave; left out where nobody reads it. */
  readonly budget?: FreezeBudget;
  /** Staff numbers of who attested unusually often within the last hour; left out while nobody did. */
  readonly attestingUnusual?: readonly string[];
  /** Left out while none waits. */
  readonly reports?: WaitingReports;
}
