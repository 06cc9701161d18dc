import type { FreezeBudget, FreezeVerdict } from '../../domain/service/freeze.ts';
import type {
  AuditTrouble,
  SalvageSummary,
  ServiceStatus,
  SyncActivity,
} from '../../domain/service/status.ts';
import type { TakenOut } from '../../domain/operations/taken-out.ts';
import type { Failure, Result } from '../../domain/result.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import type { Queue, QueueStatus } from '../store/queue.ts';
import type { SyncClock } from '../sync/clock.ts';

const HOUR_MS = 3_600_000;
const NOTHING: QueueStatus = {
  pending: 0,
  parked: 0,
  exported: 0,
  attachments: 0,
  oldestPendingBudget: null,
  lastContact: null,
  reports: { waiting: 0, onDrive: 0 },
};

export interface StatusOptions {
  readonly queue: Pick<Queue, 'status'>;
  /** The budget clock. */
  readonly budget: () => number;
  readonly activity: () => SyncActivity;
  /** Evaluates the freeze rules now. */
  readonly freeze: () => FreezeVerdict;
  readonly takenOut: () => Result<TakenOut | null, Failure<string>>;
  /** What they leave; left out where no screen shows it. */
  readonly leftToFreeze?: () => FreezeBudget | null;
  readonly salvage: SalvageSummary | null;
  readonly audit: () => AuditTrouble | null;
  /** Who attested unusually often. */
  readonly attesting: () => readonly string[];
  readonly emit: (event: QueueEvent) => void;
  /** At least so many milliseconds between two events, so that a drain does not drown the screens. */
  readonly least: number;
  readonly clock: SyncClock;
}

/** The STATUS event: what the staff screens show and whether a session may begin, told whenever it is another. */
export interface StatusTeller {
  /** Takes a CONNECTION event in, and looks. */
  connection(event: Extract<QueueEvent, { readonly type: 'CONNECTION' }>): void;
  /** Something may have changed: looks now, or as soon as the last event is old enough. */
  changed(): void;
  stop(): void;
}

export function createStatusTeller(options: StatusOptions): StatusTeller {
  const { queue, clock, least } = options;
  let link: Pick<ServiceStatus, 'online' | 'trouble'> = { online: false, trouble: null };
  let known = NOTHING;
  let takenOut: TakenOut | null = null;
  let told = '';
  let toldAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;
  let stopped = false;

  function look(): ServiceStatus {
    const freeze = options.freeze();
    const status = queue.status();
    // A disk that does not answer has its own way to the screens; the figures known last stand.
    if (status.ok) known = status.value;
    const { pending, parked, exported, oldestPendingBudget, lastContact, reports } = known;
    const attesting = options.attesting();
    const found = options.takenOut();
    if (found.ok) takenOut = found.value;
    const left = options.leftToFreeze?.() ?? null;
    return {
      ...(takenOut === null ? {} : { takenOut }),
      ...(left === null ? {} : { budget: left }),
      ...(attesting.length === 0 ? {} : { attestingUnusual: attesting }),
      ...(reports.waiting === 0 ? {} : { reports }),
      ...{ pending, parked, exported, lastContact, freeze, salvage: options.salvage },
      oldestPendingHours: oldestPendingBudget === null ? null : hours(options.budget() - oldestPendingBudget),
      ...link,
      activity: options.activity(),
      audit: options.audit(),
    };
  }

  function tell(): void {
    const status = look();
    const text = JSON.stringify(status);
    if (text === told) return;
    told = text;
    toldAt = clock.uptime();
    options.emit({ type: 'STATUS', status });
  }

  function changed(): void {
    if (stopped || cancel !== null) return;
    const wait = toldAt + least - clock.uptime();
    if (wait <= 0) {
      tell();
      return;
    }
    cancel = clock.after(wait, () => {
      cancel = null;
      tell();
    });
  }

  return {
    connection({ online, trouble }) {
      link = { online, trouble };
      changed();
    },
    changed,
    stop() {
      stopped = true;
      cancel?.();
      cancel = null;
    },
  };
}

/** One decimal: more would be another event every few seconds. */
function hours(milliseconds: number): number {
  return Math.max(0, Math.round((milliseconds / HOUR_MS) * 10) / 10);
}
