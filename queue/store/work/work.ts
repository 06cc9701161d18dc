import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { AuditEntry } from '../../../domain/terminal/audit/entry.ts';
import type { WaitingReports } from '../../../domain/service/status.ts';
import type { OpenStop, WorkDay } from '../../../domain/terminal/ports/work-day.ts';
import type { DayReport, DayStop } from '../../../domain/wire/day-report.ts';
import {
  differencesOf,
  isBalanced,
  type KeptCount,
  NO_TALLY,
  type Tally,
} from '../../../domain/work-day/tally.ts';
import { type NewStop, newStopSchema } from '../../../domain/work-day/stops.ts';
import type { Context } from '../context.ts';
import type { StorageFault } from '../database/storage-faults.ts';
import type { Session } from '../session/session.ts';
import type { DayRow, SessionRow, StopRow } from './statements.ts';

/** What the store itself knows of a day; who closes it and which devices there are is added outside. */
type DayCount = Pick<
  DayReport,
  'day' | 'openedAt' | 'closedAt' | 'tally' | 'kept' | 'differences' | 'balanced' | 'stops'
>;

/** A signed report that the platform has not acknowledged. */
export interface UnsentReport {
  readonly day: number;
  /** Compact JWS of dayReportSchema. */
  readonly report: string;
}

/** The newest day whose report went onto a drive: all that waited went with it. */
const EXPORTED_UP_TO = 'day-reports-exported';

interface Actor {
  readonly staffId: string;
}

export interface WorkSide {
  readonly work: {
    /** A session began or ended: nothing else of an entry is looked at. */
    saw(entry: Pick<AuditEntry, 'event' | 'sessionId' | 'detail'>): Result<null, Failure<StorageFault>>;
    /** Which submission the session under way is about to keep. */
    naming(submissionId: string): Result<null, Failure<StorageFault>>;
    /** At an opening: whatever has no end was cut off. @param repaired the database was salvaged */
    opened(repaired: boolean): Result<null, Failure<StorageFault>>;
    look(): Result<WorkDay, Failure<StorageFault>>;
    openStop(stop: NewStop): Result<WorkDay, Failure<'stop-open' | StorageFault>>;
    closeStop(by: Actor): Result<WorkDay, Failure<'no-stop' | StorageFault>>;
    /** The day as it stands. */
    count(): Result<DayCount, Failure<StorageFault>>;
    /** Keeps the signed report of the day under way and begins the next one, in one commit. */
    close(report: DayReport, signed: string): Result<null, Failure<'day-over' | StorageFault>>;
    /** The newest signed report that is here, acknowledged or not; null: none. */
    lastReport(): Result<string | null, Failure<StorageFault>>;
    /** Reports that the platform has not acknowledged, the oldest first. */
    unsent(limit: number): Result<readonly UnsentReport[], Failure<StorageFault>>;
    /**
     * The platform holds the report of that day; by whichever way it says so first.
     * @returns `known` where it had said so before, or the day is gone
     */
    sent(day: number, acknowledgement: string): Result<'taken' | 'known', Failure<StorageFault>>;
  };
}

/** Reports that were acknowledged stay for so many days, to be looked at here. */
const DAYS_KEPT = 3;

export function workSide({ store, now }: Context): WorkSide {
  function today({ statements }: Session): DayRow {
    const row = statements.newestDay.get();
    if (row !== undefined) return row;
    const first = statements.counter.get('sequence')?.value ?? 0;
    statements.addDay.run(1, first);
    return { number: 1, opened_at: null, first_sequence: first, repaired: 0 };
  }

  /** The day begins with the first thing that happens in it. */
  function begun(session: Session): DayRow {
    const day = today(session);
    session.statements.beginDay.run(now().place.at, day.number);
    return day;
  }

  function openStopOf(session: Session): StopRow | null {
    return session.statements.dayStops.all().find(({ closed_at: closed }) => closed === null) ?? null;
  }

  function look(session: Session): WorkDay {
    const day = session.statements.newestDay.get();
    const stops = session.statements.dayStops.all();
    const open = stops.find(({ closed_at: closed }) => closed === null);
    return {
      number: day?.number ?? 1,
      openedAt: day?.opened_at ?? null,
      stop: open === undefined ? null : asOpenStop(open),
      stopsClosed: stops.filter(({ closed_at: closed }) => closed !== null).length,
      sessions: session.statements.daySessions.all().length,
      cut: cutOf(session),
    };
  }

  function endStop(session: Session, stop: StopRow, by: Actor): void {
    const { place } = now();
    session.statements.endStop.run(place.at, stop.number);
    const detail = { count: stop.last_number };
    session.audit.append({ event: 'stop.closed', actor: 'staff', staffId: by.staffId, detail }, place);
  }

  return {
    work: {
      saw: ({ event, sessionId, detail }) =>
        store.write<null, never>((session) => {
          if (sessionId === undefined) return ok(null);
          if (event === 'session.ended') {
            session.statements.endSession.run(String(detail?.['how'] ?? ''), sessionId);
          }
          if (event !== 'session.started') return ok(null);
          begun(session);
          const added = session.statements.addSession.run(sessionId).changes === 1;
          const stop = openStopOf(session);
          if (added && stop !== null) session.statements.callNumber.run(stop.number);
          return ok(null);
        }),

      naming: (submissionId) =>
        store.write<null, never>((session) => {
          const newest = session.statements.newestSession.get();
          if (newest !== undefined && (newest.ended === null || newest.ended === 'cut')) {
            session.statements.nameSubmission.run(submissionId, newest.number);
          }
          return ok(null);
        }),

      opened: (repaired) =>
        store.write<null, never>((session) => {
          session.statements.cutSessions.run();
          if (repaired) session.statements.markRepaired.run(today(session).number);
          return ok(null);
        }),

      look: () => store.read(look),

      openStop: (stop) =>
        store.write<WorkDay, 'stop-open'>((session) => {
          if (openStopOf(session) !== null) return fail('stop-open');
          const { place } = now();
          begun(session);
          session.statements.addStop.run(JSON.stringify(stop), place.at);
          session.audit.append({ event: 'stop.opened', actor: 'staff', staffId: stop.staffId }, place);
          return ok(look(session));
        }),

      closeStop: (by) =>
        store.write<WorkDay, 'no-stop'>((session) => {
          const stop = openStopOf(session);
          if (stop === null) return fail('no-stop');
          endStop(session, stop, by);
          return ok(look(session));
        }),

      count: () => store.read((session) => countDay(session, now().place.at)),

      close: (report, signed) =>
        store.write<null, 'day-over'>((session) => {
          const { statements, audit } = session;
          const day = today(session);
          if (day.number !== report.day) return fail('day-over');
          const stop = openStopOf(session);
          if (stop !== null) endStop(session, stop, report.closedBy);
          statements.keepReport.run(signed, day.number);
          statements.forgetNamed.run();
          statements.forgetSessions.run();
          statements.forgetStops.run();
          statements.addDay.run(day.number + 1, statements.counter.get('sequence')?.value ?? 0);
          statements.forgetDays.run(day.number + 1 - DAYS_KEPT);
          const { sessions } = report.tally;
          const detail = { count: sessions, pending: report.kept.pending };
          const { staffId } = report.closedBy;
          audit.append({ event: 'day.closed', actor: 'staff', staffId, detail }, now().place);
          return ok(null);
        }),

      lastReport: () => store.read(({ statements }) => statements.lastReport.get()?.report ?? null),

      unsent: (limit) =>
        store.read((session) =>
          session.statements.unsentReports.all(limit).map(({ number, report }) => ({ day: number, report })),
        ),

      sent: (day, acknowledgement) =>
        store.write<'taken' | 'known', never>((session) =>
          ok(session.statements.reportSent.run(acknowledgement, day).changes === 1 ? 'taken' : 'known'),
        ),
    },
  };
}

/** 0: none was. A salvaged database has other days and begins without it. */
function exportedUpTo({ statements }: Session): number {
  return Number(statements.fact.get(EXPORTED_UP_TO)?.value ?? 0);
}

/** The reports up to this day are on a drive as a whole; they are still sent. */
export function noteReportsExported(session: Session, day: number): void {
  const upTo = Math.max(day, exportedUpTo(session));
  session.statements.setFact.run(EXPORTED_UP_TO, String(upTo));
}

/** How many reports the platform has not acknowledged, and how many of them went onto a drive. */
export function countUnsentReports(session: Session): WaitingReports {
  const found = session.statements.countUnsent.get(exportedUpTo(session));
  return { waiting: found?.waiting ?? 0, onDrive: found?.on_drive ?? 0 };
}

function cutOf({ statements }: Session): WorkDay['cut'] {
  const newest = statements.newestSession.get();
  if (newest?.ended !== 'cut') return null;
  return { kept: (statements.keptInSession.get(newest.number)?.kept ?? 0) > 0 };
}

function countDay({ statements }: Session, at: string): DayCount {
  const day = statements.newestDay.get();
  const rows = statements.daySessions.all();
  const found = statements.keptInDay.get(
    day?.first_sequence ?? statements.counter.get('sequence')?.value ?? 0,
  );
  const kept: KeptCount = {
    kept: found?.kept ?? 0,
    received: found?.received ?? 0,
    pending: found?.pending ?? 0,
    setAside: found?.set_aside ?? 0,
    receiptsShown: rows.filter(({ ended }) => ended === 'submitted').length,
  };
  const tally = tallyOf(rows);
  const differences = differencesOf(tally, {
    cutAfterKeeping: rows.filter(({ ended, present }) => isOpenOrCut(ended) && present > 0).length,
    withoutSession: kept.kept - (found?.named ?? 0),
    notFound: rows.filter(({ ended, present }) => ended === 'submitted' && present === 0).length,
    repaired: day?.repaired === 1,
  });
  return {
    day: day?.number ?? 1,
    openedAt: day?.opened_at ?? at,
    closedAt: at,
    ...{ tally, kept },
    differences: [...differences],
    balanced: isBalanced(tally, differences),
    stops: statements.dayStops.all().map(asDayStop),
  };
}

function isOpenOrCut(ended: string | null): boolean {
  return ended === null || ended === 'cut';
}

/** Something that was kept counts as submitted, however the session went on. */
function tallyOf(rows: readonly SessionRow[]): Tally {
  return rows.reduce<Tally>((tally, { ended, present }) => {
    const one = { ...tally, sessions: tally.sessions + 1 };
    if (present > 0 || ended === 'submitted') return { ...one, submitted: one.submitted + 1 };
    switch (ended) {
      case 'parked':
        return { ...one, parked: one.parked + 1 };
      case 'prepared':
        return { ...one, prepared: one.prepared + 1 };
      case 'enquired':
      case 'checked':
      case 'ticketed':
        return { ...one, asked: one.asked + 1 };
      default: {
        const how = abandonedAs(ended);
        return { ...one, abandoned: { ...one.abandoned, [how]: one.abandoned[how] + 1 } };
      }
    }
  }, NO_TALLY);
}

function abandonedAs(ended: string | null): keyof Tally['abandoned'] {
  if (isOpenOrCut(ended)) return 'cut';
  if (ended === 'idle') return 'idle';
  return ended === 'left' || ended === 'turned-away' ? 'left' : 'machine';
}

function asOpenStop({ stop, opened_at: openedAt, last_number: lastNumber }: StopRow): OpenStop {
  return { ...newStopSchema.parse(JSON.parse(stop)), openedAt, lastNumber };
}

function asDayStop({
  stop,
  opened_at: openedAt,
  closed_at: closedAt,
  last_number: numbers,
}: StopRow): DayStop {
  const { placeId, location, lane, staffId } = newStopSchema.parse(JSON.parse(stop));
  const { site, position } = location;
  return { ...{ placeId, site, position, lane, staffId, openedAt, closedAt, numbers } };
}
