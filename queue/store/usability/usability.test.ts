import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { EMBEDDED_POLICY } from '../../../domain/wire/policy.ts';
import type { UsabilityTally } from '../../../domain/usability/cell.ts';
import { dataFolder } from '../../testing/data-folder.ts';
import { good } from '../../testing/values.ts';
import { openQueue } from '../queue.ts';

const DAY_MS = 24 * 3_600_000;
const place = {
  mode: 'live',
  profile: 'kiosk',
  flow: 'member-registration',
  step: 'question.mobile',
  locale: 'zh-Hant',
  textSize: 'large',
  assist: false,
} as const;
const tally = (measure: string, count = 1, more: Partial<UsabilityTally> = {}): UsabilityTally => ({
  ...place,
  measure,
  count,
  ...more,
});

function opened() {
  let at = Date.parse('2026-11-23T04:00:00.000Z');
  let budget = 1_000;
  const path = join(dataFolder(), 'queue.db');
  const open = () => good(openQueue(path, { now: () => new Date(at).toISOString(), budget: () => budget }));
  let queue = open();
  onTestFinished(() => queue.close());
  return {
    queue: () => queue,
    later(days: number) {
      at += days * DAY_MS;
      budget += days * DAY_MS;
    },
    restart() {
      queue.close();
      queue = open();
    },
  };
}

const all = (at: ReturnType<typeof opened>) => good(at.queue().usability.between('0000-01-01', '9999-12-31'));

describe('what visits add to a day', () => {
  test('is summed up: two visits are two, and cannot be told apart', () => {
    const at = opened();
    good(at.queue().usability.add([tally('reached'), tally('time:20', 2)]));
    good(at.queue().usability.add([tally('reached'), tally('time:20')]));
    expect(all(at)).toEqual([
      { ...place, day: '2026-11-23', measure: 'reached', count: 2 },
      { ...place, day: '2026-11-23', measure: 'time:20', count: 3 },
    ]);
  });

  test('stays apart by mode: a practice run is never added to a visit', () => {
    const at = opened();
    good(at.queue().usability.add([tally('reached'), tally('reached', 5, { mode: 'practice' })]));
    expect(all(at).map(({ mode, count }) => [mode, count])).toEqual([
      ['live', 1],
      ['practice', 5],
    ]);
  });

  test('survives a restart, and nothing of it is in the audit log or the counters', () => {
    const at = opened();
    const before = good(at.queue().counts());
    good(at.queue().usability.add([tally('reached')]));
    at.restart();
    expect(all(at)).toHaveLength(1);
    expect(good(at.queue().counts())).toEqual(before);
  });
});

describe('telling the platform', () => {
  test('a day is told when it is over, as a whole, and again when it has changed', () => {
    const at = opened();
    good(at.queue().usability.add([tally('reached')]));
    expect(good(at.queue().usability.untold())).toBeNull();
    at.later(1);
    const first = good(at.queue().usability.untold());
    expect(first).toMatchObject({ day: '2026-11-23', cells: [{ count: 1 }] });
    good(at.queue().usability.told(first ?? { day: '', budget: 0 }));
    expect(good(at.queue().usability.untold())).toBeNull();
  });

  test('what was added while it was being told is told again', () => {
    const at = opened();
    good(at.queue().usability.add([tally('reached')]));
    at.later(1);
    const first = good(at.queue().usability.untold());
    at.later(-0.9);
    good(at.queue().usability.add([tally('reached')]));
    at.later(0.9);
    good(at.queue().usability.told(first ?? { day: '', budget: 0 }));
    expect(good(at.queue().usability.untold())).toMatchObject({ day: '2026-11-23', cells: [{ count: 2 }] });
  });
});

test('days go after the policy’s retention by the budget clock, told or not, and others stay', () => {
  const at = opened();
  good(at.queue().usability.add([tally('reached')]));
  at.later(20);
  good(at.queue().usability.add([tally('back')]));
  at.later(11);
  expect(good(at.queue().usability.purge(EMBEDDED_POLICY.retention))).toBe(1);
  expect(all(at).map(({ measure }) => measure)).toEqual(['back']);
});

describe('out of service by staff', () => {
  test('stands through a restart until staff put it back, and both are in the audit log', () => {
    const at = opened();
    expect(good(at.queue().takenOut.current())).toBeNull();
    good(at.queue().takenOut.takeOut('repair', 'S-3001'));
    at.restart();
    expect(good(at.queue().takenOut.current())).toEqual({ reason: 'repair', at: '2026-11-23T04:00:00.000Z' });
    good(at.queue().takenOut.putBack('S-3001'));
    expect(good(at.queue().takenOut.current())).toBeNull();
    expect(at.queue().takenOut.putBack('S-3001')).toEqual({ ok: false, code: 'not-taken-out' });
    expect(good(at.queue().verifyAudit())).toMatchObject({ entries: 2 });
  });
});
