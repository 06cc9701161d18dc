import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { v7 } from 'uuid';
import { type DayReport, dayReportSchema } from '../../../domain/wire/day-report.ts';
import type { NewStop } from '../../../domain/work-day/stops.ts';
import { sumOf } from '../../../domain/work-day/tally.ts';
import { dataFolder } from '../../testing/data-folder.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good } from '../../testing/values.ts';
import { openQueue, type Queue } from '../queue.ts';

const STOP: NewStop = {
  placeId: 'van-tung-chung',
  location: { site: 'Site 7, gate B', position: null },
  lane: 'A',
  staffId: 'S4040',
};

function opened(path = join(dataFolder(), 'queue.db')): Queue & { readonly path: string } {
  const queue = good(openQueue(path));
  onTestFinished(() => queue.close());
  return { ...queue, path };
}

/** Somebody comes, something is kept or not, and it ends somehow or the power goes. */
function visit(queue: Queue, how: string | null, keeps = false): string {
  const sessionId = v7();
  good(queue.work.saw({ event: 'session.started', sessionId }));
  if (keeps) {
    const kept = newSubmission();
    good(queue.work.naming(kept.envelope.id));
    good(queue.enqueue(kept));
  }
  if (how !== null) good(queue.work.saw({ event: 'session.ended', sessionId, detail: { how } }));
  return sessionId;
}

function reportOf(queue: Queue): DayReport {
  return dayReportSchema.parse({
    ...{ v: 1, terminalId: 'V0001', epoch: queue.epoch, profile: 'van', devices: {} },
    closedBy: { staffId: 'S4040', role: 'van-operator' },
    ...good(queue.work.count()),
  });
}

describe('the day of a van', () => {
  test('every session is counted once, and the sum is the number of sessions', () => {
    const queue = opened();
    visit(queue, 'submitted', true);
    visit(queue, 'submitted', true);
    for (const how of ['parked', 'prepared', 'enquired', 'left', 'idle', 'out-of-service']) visit(queue, how);
    const { tally, kept, differences, balanced } = good(queue.work.count());
    expect(tally).toEqual({
      ...{ sessions: 8, submitted: 2, parked: 1, prepared: 1, asked: 1 },
      abandoned: { left: 1, idle: 1, machine: 1, cut: 0 },
    });
    expect(sumOf(tally)).toBe(8);
    expect(kept).toEqual({ kept: 2, received: 0, pending: 2, setAside: 0, receiptsShown: 2 });
    expect(differences).toEqual([]);
    expect(balanced).toBe(true);
  });

  test('the power goes before anything is kept, and another time after it: both are told apart and explained', () => {
    const first = opened();
    visit(first, null);
    first.close();
    const second = opened(first.path);
    good(second.work.opened(false));
    visit(second, null, true);
    second.close();
    const third = opened(first.path);
    good(third.work.opened(false));
    const { tally, kept, differences, balanced } = good(third.work.count());
    expect(tally).toMatchObject({ sessions: 2, submitted: 1, abandoned: { cut: 1 } });
    expect(kept).toMatchObject({ kept: 1, receiptsShown: 0 });
    expect(differences).toEqual([
      { code: 'cut-before-keeping', count: 1 },
      { code: 'cut-after-keeping', count: 1 },
    ]);
    expect(balanced).toBe(true);
  });

  test('only the thread died: the session goes on, and its end counts', () => {
    const queue = opened();
    const sessionId = visit(queue, null);
    good(queue.work.opened(false));
    const kept = newSubmission();
    good(queue.work.naming(kept.envelope.id));
    good(queue.enqueue(kept));
    good(queue.work.saw({ event: 'session.ended', sessionId, detail: { how: 'submitted' } }));
    expect(good(queue.work.count())).toMatchObject({
      tally: { submitted: 1 },
      differences: [],
      balanced: true,
    });
  });

  test('a submission that no session knows of leaves the day unbalanced', () => {
    const queue = opened();
    visit(queue, 'submitted', true);
    good(queue.enqueue(newSubmission()));
    expect(good(queue.work.count())).toMatchObject({
      differences: [{ code: 'kept-without-session', count: 1 }],
      balanced: false,
    });
  });

  test('a repaired database says so', () => {
    const queue = opened();
    good(queue.work.opened(true));
    expect(good(queue.work.count()).differences).toEqual([{ code: 'database-repaired', count: 1 }]);
  });

  test('an open stop is there again after a power cut, with its last number', () => {
    const queue = opened();
    good(queue.work.openStop(STOP));
    visit(queue, 'submitted', true);
    visit(queue, null);
    queue.close();
    expect(good(opened(queue.path).work.look())).toMatchObject({
      ...{ number: 1, sessions: 2, stopsClosed: 0 },
      stop: { placeId: 'van-tung-chung', lane: 'A', lastNumber: 2 },
    });
  });

  test('one stop at a time', () => {
    const queue = opened();
    good(queue.work.openStop(STOP));
    expect(queue.work.openStop(STOP)).toMatchObject({ code: 'stop-open' });
    good(queue.work.closeStop({ staffId: 'S4040' }));
    expect(queue.work.closeStop({ staffId: 'S4040' })).toMatchObject({ code: 'no-stop' });
    expect(good(queue.work.look())).toMatchObject({ stop: null, stopsClosed: 1 });
  });
});

describe('the end of the day', () => {
  test('the report is kept, and the next day begins with nothing of the last one', () => {
    const queue = opened();
    good(queue.work.openStop(STOP));
    visit(queue, 'submitted', true);
    const report = reportOf(queue);
    good(queue.work.close(report, 'a.signed.report'));
    expect(good(queue.work.unsent(9))).toEqual([{ day: 1, report: 'a.signed.report' }]);
    expect(good(queue.work.look())).toEqual({
      ...{ number: 2, openedAt: null, stop: null, stopsClosed: 0, sessions: 0, cut: null },
    });
    expect(good(queue.work.count())).toMatchObject({
      tally: { sessions: 0 },
      kept: { kept: 0 },
      balanced: true,
    });
  });

  test('the same day is not closed twice', () => {
    const queue = opened();
    const report = reportOf(queue);
    good(queue.work.close(report, 'a.signed.report'));
    expect(queue.work.close(report, 'a.signed.report')).toMatchObject({ code: 'day-over' });
  });

  test('the stop and the close stand in the audit, with who did it and no place', () => {
    const queue = opened();
    good(queue.work.openStop(STOP));
    good(queue.work.close(reportOf(queue), 'a.signed.report'));
    const found = good(queue.auditSince(0, 20)).rows.map(({ entry }) => entry);
    const events = found.map((entry) => (JSON.parse(entry) as { event: string }).event);
    expect(events).toEqual(expect.arrayContaining(['stop.opened', 'stop.closed', 'day.closed']));
    expect(found.join()).toContain('S4040');
    expect(found.join()).not.toContain('Site 7');
  });

  test('a report goes once: what was acknowledged is not offered again', () => {
    const queue = opened();
    good(queue.work.close(reportOf(queue), 'first'));
    good(queue.work.close(reportOf(queue), 'second'));
    good(queue.work.sent(1, 'ack'));
    expect(good(queue.work.unsent(9))).toEqual([{ day: 2, report: 'second' }]);
    good(queue.work.sent(2, 'ack'));
    expect(good(queue.work.unsent(9))).toEqual([]);
  });
});
