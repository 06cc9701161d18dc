import { fail, ok } from '../../domain/result.ts';
import type { WorkDay, WorkDayFault, WorkDayPort } from '../../domain/terminal/ports/work-day.ts';
import type { DayReport } from '../../domain/wire/day-report.ts';
import { NO_TALLY } from '../../domain/work-day/tally.ts';

const DIGEST = 'q'.repeat(43);

/** A day's book in memory; the real one counts its numbers by the audit entries of sessions. */
export interface FakeWorkDay extends WorkDayPort {
  day: WorkDay;
  /** What every call answers; `silent`: nothing ever comes. */
  mood: 'writes' | WorkDayFault | 'silent' | 'rejects';
  readonly closed: DayReport[];
  /** Closes and keeps what it is told to, and does not say so. */
  silentAtClosing: boolean;
  /** What the last report answers while the rest of the book is there. */
  last: 'there' | WorkDayFault | 'silent';
}

export function fakeWorkDay(now: () => string = () => '2026-11-23T04:00:00.000Z'): FakeWorkDay {
  const fake: FakeWorkDay = {
    day: { number: 1, openedAt: null, stop: null, stopsClosed: 0, sessions: 0, cut: null },
    mood: 'writes',
    closed: [],
    silentAtClosing: false,
    last: 'there',
    look: () => answer(() => fake.day),
    openStop: (stop) =>
      answer(() => {
        fake.day = { ...fake.day, stop: { ...stop, openedAt: now(), lastNumber: 0 } };
        return fake.day;
      }),
    closeStop: () =>
      answer(() => {
        fake.day = { ...fake.day, stop: null, stopsClosed: fake.day.stopsClosed + 1 };
        return fake.day;
      }),
    draft: ({ by, devices }) => answer(() => report(by, devices)),
    closeDay: async ({ by, devices, day }) => {
      if (day !== fake.day.number) return fail('day-over');
      const answered = await answer(() => {
        const closed = report(by, devices);
        fake.closed.push(closed);
        fake.day = {
          ...{
            number: fake.day.number + 1,
            openedAt: null,
            stop: null,
            stopsClosed: 0,
            sessions: 0,
            cut: null,
          },
        };
        return { report: closed, digest: DIGEST };
      });
      return fake.silentAtClosing ? new Promise<never>(() => undefined) : answered;
    },
    lastClosed: () => {
      if (fake.last === 'silent') return new Promise<never>(() => undefined);
      if (fake.last !== 'there') return Promise.resolve(fail(fake.last));
      const newest = fake.closed.at(-1);
      return answer(() => (newest === undefined ? null : { report: newest, digest: DIGEST }));
    },
  };

  function answer<T>(work: () => T) {
    if (fake.mood === 'silent') return new Promise<never>(() => undefined);
    if (fake.mood === 'rejects') return Promise.reject(new Error('gone'));
    return Promise.resolve(fake.mood === 'writes' ? ok(work()) : fail(fake.mood));
  }

  function report(by: DayReport['closedBy'], devices: Readonly<Record<string, string>>): DayReport {
    const { staffId, role } = by;
    return {
      ...{ v: 1, terminalId: 'V0001', epoch: 1, day: fake.day.number, profile: 'van' },
      ...{ openedAt: now(), closedAt: now(), closedBy: { staffId, role }, stops: [] },
      tally: { ...NO_TALLY, sessions: fake.day.sessions, submitted: fake.day.sessions },
      kept: { kept: 0, received: 0, pending: 0, setAside: 0, receiptsShown: 0 },
      ...{ differences: [], balanced: true, devices: { ...devices } },
    };
  }
  return fake;
}
