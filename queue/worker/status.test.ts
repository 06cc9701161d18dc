import { beforeEach, describe, expect, test } from 'vitest';
import { fail, ok } from '../../domain/result.ts';
import type { FreezeVerdict } from '../../domain/service/freeze.ts';
import type { SyncActivity } from '../../domain/service/status.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import type { QueueStatus } from '../store/queue.ts';
import { simulatedClock, type SimulatedClock } from '../testing/simulated-clock.ts';
import { queueEventSchema } from './event-schema.ts';
import { createStatusTeller, type StatusTeller } from './status.ts';

const HOUR = 3_600_000;
const OPEN: FreezeVerdict = { level: 'open', findings: [] };
const FROZEN: FreezeVerdict = {
  level: 'frozen',
  findings: [{ reason: 'too-many-pending', level: 'frozen', value: 500, limit: 500 }],
};

let clock: SimulatedClock;
let status: QueueStatus;
let disk: 'answers' | 'fails';
let freeze: FreezeVerdict;
let activity: SyncActivity;
let budget: number;
let events: QueueEvent[];
let teller: StatusTeller;

beforeEach(() => {
  clock = simulatedClock();
  status = {
    pending: 0,
    parked: 0,
    exported: 0,
    attachments: 0,
    oldestPendingBudget: null,
    lastContact: null,
    reports: { waiting: 0, onDrive: 0 },
  };
  disk = 'answers';
  freeze = OPEN;
  activity = 'idle';
  budget = 100 * HOUR;
  events = [];
  teller = createStatusTeller({
    queue: { status: () => (disk === 'answers' ? ok(status) : fail('storage-fault')) },
    budget: () => budget,
    activity: () => activity,
    freeze: () => freeze,
    audit: () => 'audit-broken',
    attesting: () => [],
    takenOut: () => ok(null),
    salvage: null,
    emit: (event) => events.push(event),
    least: 1_000,
    clock,
  });
});

function told(): Extract<QueueEvent, { type: 'STATUS' }>['status'] {
  const last = events.at(-1);
  if (last?.type !== 'STATUS') throw new Error('nothing was told');
  return last.status;
}

describe('the status on the staff screens', () => {
  test('is told at the first look, and as the thread’s border takes it', () => {
    status = { ...status, pending: 3, parked: 1, exported: 2, oldestPendingBudget: 95.46 * HOUR };
    teller.connection({ type: 'CONNECTION', online: true, trouble: null });
    expect(told()).toEqual({
      pending: 3,
      parked: 1,
      exported: 2,
      oldestPendingHours: 4.5,
      lastContact: null,
      online: true,
      trouble: null,
      activity: 'idle',
      freeze: OPEN,
      salvage: null,
      audit: 'audit-broken',
    });
    expect(queueEventSchema.parse(events[0])).toEqual(events[0]);
  });

  test('is not told again while nothing is different', () => {
    for (let minute = 0; minute < 10; minute += 1) {
      teller.changed();
      clock.advance(60_000);
    }
    expect(events).toHaveLength(1);
  });

  test('comes at most once a second during a drain, and the last figure always comes', () => {
    status = { ...status, pending: 2_000 };
    teller.changed();
    for (let left = 1_999; left >= 0; left -= 1) {
      status = { ...status, pending: left };
      teller.changed();
      clock.advance(5);
    }
    clock.advance(1_000);
    expect(told().pending).toBe(0);
    expect(events.length).toBeLessThanOrEqual(12);
    expect(clock.timers()).toEqual([]);
  });

  test('a freeze after a quiet time is told at once', () => {
    teller.changed();
    clock.advance(60_000);
    freeze = FROZEN;
    teller.changed();
    expect(told().freeze).toEqual(FROZEN);
  });

  test('the age of what waits grows in tenths of an hour', () => {
    status = { ...status, pending: 1, oldestPendingBudget: budget };
    teller.changed();
    for (let minute = 0; minute < 60; minute += 1) {
      budget += 60_000;
      clock.advance(60_000);
      teller.changed();
    }
    expect(told().oldestPendingHours).toBe(1);
    expect(events).toHaveLength(11);
  });

  test('says what the agent is doing', () => {
    for (const now of ['looking', 'sending', 'waiting-turn', 'waiting-retry', 'fetching'] as const) {
      activity = now;
      teller.changed();
      clock.advance(1_000);
      expect(told().activity).toBe(now);
    }
  });

  test('a database that does not answer leaves the figures that were known', () => {
    status = { ...status, pending: 7 };
    teller.changed();
    clock.advance(1_000);
    disk = 'fails';
    teller.connection({ type: 'CONNECTION', online: true, trouble: 'platform-busy' });
    expect(told()).toMatchObject({ pending: 7, trouble: 'platform-busy' });
  });

  test('stopped, it tells nothing more and leaves no timer', () => {
    teller.changed();
    status = { ...status, pending: 1 };
    teller.changed();
    teller.stop();
    clock.advance(10_000);
    teller.changed();
    expect(events).toHaveLength(1);
    expect(clock.timers()).toEqual([]);
  });
});
