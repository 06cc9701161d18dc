import { expect, test } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import { digestOf } from '../../store/digest.ts';
import type { UnsentReport } from '../../store/work/work.ts';
import { createDayReports } from './day-reports.ts';

type Said = 'held' | 'refused' | 'no-network' | 'not-signed';

/** Reports of three days that wait, and a platform that says of each what it is told to. */
function setUp(says: Partial<Record<number, Said>>) {
  let waiting: readonly UnsentReport[] = [1, 2, 3].map((day) => ({ day, report: `report-${String(day)}` }));
  let uptime = 0;
  const asked: number[] = [];
  const troubles: unknown[] = [];
  let acknowledged: unknown = fail('signature');
  const dayOf = (report: string): number => Number(report.split('-')[1]);
  const reports = createDayReports({
    queue: {
      epoch: 1,
      work: {
        unsent: (limit: number) => ok(waiting.slice(0, limit)),
        sent: (day: number) => {
          waiting = waiting.filter((one) => one.day !== day);
          return ok('taken');
        },
      },
    } as never,
    device: { introduction: () => 'introduction' } as never,
    terminalId: 'K0127',
    gateway: {
      call: ({ body }: { readonly body: string }) => {
        const { report } = JSON.parse(body) as { readonly report: string };
        const day = dayOf(report);
        asked.push(day);
        const said = says[day] ?? 'held';
        acknowledged =
          said === 'held'
            ? ok({ terminalId: 'K0127', day, digest: digestOf(new TextEncoder().encode(report)) })
            : fail('signature');
        const verdict =
          said === 'no-network'
            ? { kind: said }
            : said === 'refused'
              ? { kind: said, code: 'idempotency-key-reused' }
              : { kind: 'answered', body: { acknowledgement: 'a.compact.jws' } };
        return Promise.resolve({ verdict, wait: null });
      },
    } as never,
    gate: { troubled: (verdict: unknown) => troubles.push(verdict), jitter: () => 5_000 },
    // The signature is the test of `trust`; here it is what the last answer was.
    trust: { verify: () => Promise.resolve(acknowledged) } as never,
    uptime: () => uptime,
    retryCap: 60_000,
  });
  return {
    reports,
    asked,
    troubles,
    waiting: () => waiting.map(({ day }) => day),
    later: (milliseconds: number) => {
      uptime += milliseconds;
    },
  };
}

test('three days come home: each goes once, the oldest first', async () => {
  const { reports, asked, waiting } = setUp({});
  await reports.fetch();
  expect(asked).toEqual([1, 2, 3]);
  expect(waiting()).toEqual([]);
  expect(reports.due()).toBe(false);
});

test('a day is refused, another has an answer that nobody signed: the others do not wait for them', async () => {
  const { reports, asked, waiting, later } = setUp({ 1: 'refused', 2: 'not-signed' });
  await reports.fetch();
  expect(waiting()).toEqual([1, 2]);
  expect(reports.due()).toBe(false);
  later(5_000);
  expect(reports.due()).toBe(true);
  await reports.fetch();
  expect(asked).toEqual([1, 2, 3, 1, 2]);
});

test('the network goes in the middle: nothing more is asked, and all of it goes later', async () => {
  const says: Partial<Record<number, Said>> = { 2: 'no-network' };
  const { reports, asked, troubles, waiting, later } = setUp(says);
  await reports.fetch();
  expect([asked, waiting(), troubles.length]).toEqual([[1, 2], [2, 3], 1]);
  delete says[2];
  later(5_000);
  await reports.fetch();
  expect(waiting()).toEqual([]);
});
