import { statfsSync } from 'node:fs';
import type { Result, Failure } from '../../domain/result.ts';
import {
  type FreezeBudget,
  freezeBudget,
  type FreezeFacts,
  type FreezeFinding,
  freezeVerdict,
  type FreezeVerdict,
} from '../../domain/service/freeze.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { Profile } from '../../domain/wire/policy.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { PolicyStore } from '../policy/policy-store.ts';

/** What the watch needs to know of the queue. */
interface Backlog {
  readonly pending: number;
  /** The budget clock when the oldest pending submission was kept; null when nothing is pending. */
  readonly oldestPendingBudget: number | null;
}

export interface FreezeWatchOptions {
  readonly status: () => Result<Backlog, Failure<string>>;
  readonly keys: Pick<KeyStore, 'time' | 'sealingKeyDaysLeft'>;
  readonly policies: PolicyStore;
  readonly profile: Profile;
  /** Megabytes (1,000,000 bytes) that may still be written where the queue is; null: not known. */
  readonly freeMegabytes: () => number | null;
  /** Left out: nobody can. */
  readonly takenOut?: () => Result<unknown, Failure<string>>;
  readonly audit: (entry: AuditEntry) => void;
}

export interface FreezeWatch {
  /** Evaluates the rules now, and audits what began or ended since the last look. */
  look(): FreezeVerdict;
  /** What was left at the last look; null before the first. */
  budget(): FreezeBudget | null;
}

const HOUR_MS = 3_600_000;
const OPEN: FreezeVerdict = { level: 'open', findings: [] };
const NOTHING: Backlog = { pending: 0, oldestPendingBudget: null };

/**
 * Gathers the facts of the freeze rules (domain/service/freeze.ts). All ages are by the budget clock; the wall clock
 * has no say in any of them.
 */
export function createFreezeWatch(options: FreezeWatchOptions): FreezeWatch {
  const { keys, policies, profile } = options;
  let before = OPEN;
  let backlog = NOTHING;
  let takenOut = false;
  let budget: FreezeBudget | null = null;

  function oldestHours(): number | null {
    const { oldestPendingBudget } = backlog;
    if (oldestPendingBudget === null) return null;
    // A key folder that was lost must not make what waits in the database any younger.
    keys.time.atLeast(oldestPendingBudget);
    return (keys.time.budget() - oldestPendingBudget) / HOUR_MS;
  }

  return {
    look() {
      const status = options.status();
      // A disk that does not answer has its own way to the screen; what was known last stands.
      if (status.ok) backlog = status.value;
      const staff = options.takenOut?.();
      if (staff?.ok === true) takenOut = staff.value !== null;
      const facts: FreezeFacts = {
        pending: backlog.pending,
        oldestPendingHours: oldestHours(),
        policyHours: policies.hoursSinceConfirmed(),
        sealingKeyDays: keys.sealingKeyDaysLeft(),
        freeMegabytes: options.freeMegabytes(),
        takenOut,
        untrustedClockHours: keys.time.untrustedHours(),
      };
      const limits = policies.current().freeze[profile];
      const verdict = freezeVerdict(facts, limits);
      budget = freezeBudget(facts, limits);
      for (const entry of changes(before, verdict)) options.audit(entry);
      before = verdict;
      return verdict;
    },
    budget: () => budget,
  };
}

/** One entry for every reason that is graver than it was, and one when the last reason to be frozen is gone. */
function changes(before: FreezeVerdict, after: FreezeVerdict): readonly AuditEntry[] {
  const known = new Map(before.findings.map(({ reason, level }) => [reason, level]));
  const graver = after.findings.filter(({ reason, level }) => {
    const was = known.get(reason);
    return was === undefined || (was === 'warning' && level === 'frozen');
  });
  const thawed = before.level === 'frozen' && after.level !== 'frozen';
  return [...(thawed ? [{ event: 'freeze.ended', actor: 'system' } as const] : []), ...graver.map(entryOf)];
}

function entryOf({ reason, level, value }: FreezeFinding): AuditEntry {
  const event = level === 'frozen' ? 'freeze.began' : 'freeze.warned';
  return { event, actor: 'system', detail: { reason, value } };
}

/** Free space for an ordinary account on the disk of a folder, in megabytes; null where it cannot be asked. */
export function freeMegabytesOf(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return (bavail * bsize) / 1_000_000;
  } catch {
    return null;
  }
}
