import { type Failure, ok, type Result } from '../../domain/result.ts';
import { MOST_DAY_REPORTS, type ReceiptFile } from '../../domain/wire/bundle.ts';
import { dayReportAcknowledgementSchema } from '../../domain/wire/day-report.ts';
import { verifyUnder } from '../../domain/wire/signing.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { StorageFault } from '../store/database/storage-faults.ts';
import { digestOf } from '../store/digest.ts';
import type { Queue } from '../store/queue-interface.ts';
import { PASSING_PROBLEMS } from './passing-problems.ts';

interface ReportRequest {
  readonly queue: Pick<Queue, 'work'>;
  readonly keys: Pick<KeyStore, 'document'>;
  readonly terminalId: string;
}

interface ReportCounts {
  dayReports: number;
  dayReportsRefused: number;
  known: number;
  untrusted: number;
}

/**
 * What the import said of reports: an acknowledgement counts under a receipt key, for the bytes that lie here. A report
 * that was refused stays, as it does when the network brings the refusal: what differs is for somebody to look into.
 */
export async function takeReports(
  { queue, keys, terminalId }: ReportRequest,
  entries: NonNullable<ReceiptFile['dayReports']>,
  counts: ReportCounts,
): Promise<Result<null, Failure<StorageFault>>> {
  if (entries.length === 0) return ok(null);
  const unsent = queue.work.unsent(MOST_DAY_REPORTS);
  if (!unsent.ok) return unsent;
  const days = new Map(
    unsent.value.map(({ day, report }) => [digestOf(new TextEncoder().encode(report)), day] as const),
  );
  for (const entry of entries) {
    const day = days.get(entry.digest);
    if (day === undefined) counts.known += 1;
    else if (!entry.taken) counts.dayReportsRefused += PASSING_PROBLEMS.has(entry.code) ? 0 : 1;
    else {
      const verified = await verifyUnder(
        entry.acknowledgement,
        keys.document(),
        'receipt',
        dayReportAcknowledgementSchema,
        ({ receivedAt }) => receivedAt,
      );
      const ours =
        verified.ok &&
        verified.value.terminalId === terminalId &&
        verified.value.day === day &&
        verified.value.digest === entry.digest;
      if (!ours) {
        counts.untrusted += 1;
        continue;
      }
      const sent = queue.work.sent(day, entry.acknowledgement);
      if (!sent.ok) return sent;
      if (sent.value === 'taken') counts.dayReports += 1;
      else counts.known += 1;
    }
  }
  return ok(null);
}
