import { decodeJwt } from 'jose';
import { markOf } from '../../domain/practice/practice-terminal.ts';
import { fail, ok, type Failure, type Result } from '../../domain/result.ts';
import type {
  ClosedDay,
  DayCloser,
  WorkDayFault,
  WorkDayPort,
} from '../../domain/terminal/ports/work-day.ts';
import { type DayReport, dayReportSchema } from '../../domain/wire/day-report.ts';
import type { Profile } from '../../domain/wire/policy.ts';
import { newStopSchema } from '../../domain/work-day/stops.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { digestOf } from '../store/digest.ts';
import type { Queue } from '../store/queue.ts';

export interface WorkDeskOptions {
  readonly queue: Pick<Queue, 'work' | 'epoch'>;
  readonly keys: Pick<KeyStore, 'signWithDevice'>;
  readonly terminalId: string;
  readonly profile: Profile;
  /** A report was kept: it may go. */
  readonly onClosed: () => void;
}

/** The day's book: what the store knows, checked on the way in and signed on the way out. */
export function createWorkDesk(options: WorkDeskOptions): WorkDayPort {
  const { queue, keys, terminalId, profile } = options;

  function reportOf({ by, devices }: DayCloser): Result<DayReport, Failure<WorkDayFault>> {
    const counted = queue.work.count();
    if (!counted.ok) return faulty(counted.code);
    const parsed = dayReportSchema.safeParse({
      ...{ v: 1, terminalId, epoch: queue.epoch, profile, devices },
      ...markOf(terminalId),
      closedBy: { staffId: by.staffId, role: by.role },
      ...counted.value,
    });
    return parsed.success ? ok(parsed.data) : fail('malformed');
  }

  /** The signature covers what was counted; should something have happened meanwhile, it is counted once more. */
  async function closeDay(
    closer: DayCloser & { readonly day: number },
  ): Promise<Result<ClosedDay, Failure<WorkDayFault>>> {
    const report = reportOf(closer);
    if (!report.ok) return report;
    if (report.value.day !== closer.day) return fail('day-over');
    const signed = await keys.signWithDevice(report.value);
    const again = reportOf(closer);
    if (!again.ok) return again;
    if (sumsOf(again.value) !== sumsOf(report.value)) return closeDay(closer);
    const kept = queue.work.close(report.value, signed);
    if (!kept.ok) return faulty(kept.code);
    options.onClosed();
    return ok({ report: report.value, digest: markOfReport(signed) });
  }

  function lastClosed(): Result<ClosedDay | null, Failure<WorkDayFault>> {
    const signed = queue.work.lastReport();
    if (!signed.ok) return faulty(signed.code);
    if (signed.value === null) return ok(null);
    const report = reportIn(signed.value);
    return report === null ? fail('storage-fault') : ok({ report, digest: markOfReport(signed.value) });
  }

  return {
    look: () => answered(queue.work.look()),
    openStop(stop) {
      const parsed = newStopSchema.safeParse(stop);
      return parsed.success ? answered(queue.work.openStop(parsed.data)) : Promise.resolve(fail('malformed'));
    },
    closeStop: (by) => answered(queue.work.closeStop(by)),
    draft: (closer) => Promise.resolve(reportOf(closer)),
    closeDay,
    lastClosed: () => Promise.resolve(lastClosed()),
  };
}

function markOfReport(signed: string): string {
  return digestOf(new TextEncoder().encode(signed));
}

/** What this terminal signed itself, for its own paper; null where the disk gave back something else. */
function reportIn(signed: string): DayReport | null {
  try {
    return dayReportSchema.safeParse(decodeJwt(signed)).data ?? null;
  } catch {
    return null;
  }
}

/** All that is counted, without the moment at which it was. */
function sumsOf({ closedAt: _closedAt, ...counts }: DayReport): string {
  return JSON.stringify(counts);
}

function answered<T>(result: Result<T, Failure<string>>): Promise<Result<T, Failure<WorkDayFault>>> {
  return Promise.resolve(result.ok ? result : faulty(result.code));
}

function faulty(code: string): { readonly ok: false } & Failure<WorkDayFault> {
  const known = ['disk-full', 'stop-open', 'no-stop', 'day-over'] as const;
  return fail(known.find((one) => one === code) ?? 'storage-fault');
}
