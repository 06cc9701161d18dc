import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hongKongDate } from '../time.ts';
import { YEAR_2026 } from './calendar.fixture.ts';
import { dealingDate } from './dealing-date.ts';
import { isWorkingDay } from './working-calendar.ts';

const AT_FOUR = { cutOff: '16:00' };

describe('received in Hong Kong (facts/domain.md §3d)', () => {
  test.each([
    ['a second before the cut-off of a working day', '2026-03-02T15:59:59+08:00', '2026-03-02'],
    ['a millisecond before it', '2026-03-02T07:59:59.999Z', '2026-03-02'],
    ['at 16:00 exactly', '2026-03-02T16:00:00+08:00', '2026-03-03'],
    ['at 16:00 exactly, told in UTC', '2026-03-02T08:00:00.000Z', '2026-03-03'],
    ['just after midnight', '2026-03-03T00:00:00+08:00', '2026-03-03'],
    ['on a Friday afternoon', '2026-03-06T16:00:00+08:00', '2026-03-09'],
    ['on a Saturday morning', '2026-03-07T09:00:00+08:00', '2026-03-09'],
    ['on the eve of four days without work, too late', '2026-04-02T17:00:00+08:00', '2026-04-08'],
    ['on a holiday morning', '2026-02-17T09:00:00+08:00', '2026-02-20'],
    ['on a gale day, in time', '2026-09-08T10:00:00+08:00', '2026-09-09'],
    ['on the eve of a black rainstorm day, too late', '2026-06-09T16:30:00+08:00', '2026-06-11'],
    ['on a Sunday of Hong Kong that is still Saturday elsewhere', '2026-03-07T17:00:00Z', '2026-03-09'],
  ])('%s', (_what, receivedAt, expected) => {
    expect(dealingDate(receivedAt, AT_FOUR, YEAR_2026)).toEqual({ ok: true, value: expected });
  });

  test('after the cut-off of the last day that is known, no day is told', () => {
    expect(dealingDate('2026-12-31T15:00:00+08:00', AT_FOUR, YEAR_2026)).toMatchObject({ ok: true });
    expect(dealingDate('2026-12-31T16:00:00+08:00', AT_FOUR, YEAR_2026)).toMatchObject({
      ok: false,
      code: 'calendar-not-known',
    });
  });

  test('another cut-off of the reference data counts', () => {
    expect(dealingDate('2026-03-02T16:00:00+08:00', { cutOff: '17:30' }, YEAR_2026)).toEqual({
      ok: true,
      value: '2026-03-02',
    });
    expect(() => dealingDate('2026-03-02T16:00:00+08:00', { cutOff: '4 pm' }, YEAR_2026)).toThrow(RangeError);
  });
});

test('whenever it is received, it counts on a working day, not before, and later never earlier', () => {
  const instants = fc.date({
    min: new Date('2025-12-31T16:00:00Z'),
    max: new Date('2026-12-20T00:00:00Z'),
    noInvalidDate: true,
  });
  const day = (instant: Date): string => {
    const dealt = dealingDate(instant.toISOString(), AT_FOUR, YEAR_2026);
    if (!dealt.ok) throw new Error(dealt.code);
    return dealt.value;
  };
  fc.assert(
    fc.property(instants, instants, (one, other) => {
      const [first, second] = one <= other ? [one, other] : [other, one];
      expect(isWorkingDay(day(first), YEAR_2026)).toEqual({ ok: true, value: true });
      expect(day(first) >= hongKongDate(first.toISOString())).toBe(true);
      expect(day(first) <= day(second)).toBe(true);
    }),
  );
});
