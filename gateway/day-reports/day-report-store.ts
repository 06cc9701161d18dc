import { z } from 'zod';
import type { Failure, Result } from '../../domain/result.ts';
import { type DayReport, dayReportSchema } from '../../domain/wire/day-report.ts';
import type { DurableDatabase } from '../store/database.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

interface HeldReport {
  readonly digest: string;
  readonly receivedAt: string;
}

export interface DayReportStore {
  /** Nothing is ever overwritten. @returns what is held for that day now: this one, or the one that came before */
  add(report: DayReport, digest: string, at: string): Promise<Result<HeldReport, Failure<'busy'>>>;
}

/** A registration whose rest is still to be asked for. */
export interface OpenRemainder {
  readonly reference: string;
  readonly way: string;
  readonly notAsked: readonly string[];
}

const heldRow = z.object({ digest: z.string(), received_at: z.string() });

export function createDayReportStore(database: DurableDatabase): DayReportStore {
  const select = database.prepare(
    'SELECT digest, received_at FROM day_reports WHERE terminal_id = ? AND epoch = ? AND day = ?',
  );
  const insert = database.prepare(
    `INSERT INTO day_reports (terminal_id, epoch, day, digest, report, balanced, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const add = database.transaction((report: DayReport, digest: string, at: string): HeldReport => {
    const { terminalId, epoch, day, balanced } = report;
    insert.run(terminalId, epoch, day, digest, JSON.stringify(report), balanced ? 1 : 0, at);
    const held = heldRow.parse(select.get(terminalId, epoch, day));
    return { digest: held.digest, receivedAt: held.received_at };
  });
  return {
    add: (report, digest, at) => promised(() => unlessBusy(() => add.immediate(report, digest, at))),
  };
}

const reportRow = z.object({ report: z.string(), received_at: z.string() });

/** The newest reports first. */
export function dayReports(
  database: DurableDatabase,
  limit = 200,
): readonly (DayReport & { readonly receivedAt: string })[] {
  return database
    .prepare('SELECT report, received_at FROM day_reports ORDER BY received_at DESC, day DESC LIMIT ?')
    .all(limit)
    .map((row) => reportRow.parse(row))
    .map(({ report, received_at: receivedAt }) => ({
      ...dayReportSchema.parse(JSON.parse(report)),
      receivedAt,
    }));
}

const remainderRow = z.object({ reference: z.string(), way: z.string(), not_asked: z.string() });

/** Registrations that stand, of which something was left to be asked by message or in a break; oldest first. */
export function openRemainders(database: DurableDatabase, limit = 1000): readonly OpenRemainder[] {
  return database
    .prepare(
      `SELECT reference, way, not_asked FROM remainders JOIN submissions USING (terminal_id, id)
       WHERE outcome IS NULL OR outcome IN ('accepted', 'needs-correction') ORDER BY arrival LIMIT ?`,
    )
    .all(limit)
    .map((row) => remainderRow.parse(row))
    .map(({ reference, way, not_asked: parts }) => ({
      reference,
      way,
      notAsked: parts.split(',').filter((part) => part !== ''),
    }));
}
