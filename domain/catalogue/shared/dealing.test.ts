import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hongKongDate } from '../../time.ts';
import { message } from '../ask.ts';
import { dayLabel } from './day-label.ts';
import { dealingFigures, dealingParagraphs, dealingTold, nextDealing } from './dealing.ts';
import { factsWith } from './facts.fixture.ts';

describe('the dealing day of what is received now (facts/domain.md §3d)', () => {
  test.each([
    ['Monday, 10:00', '2026-11-23T02:00:00.000Z', '2026-11-23', '2026-11-24'],
    ['Monday, 15:59:59', '2026-11-23T07:59:59.999Z', '2026-11-23', '2026-11-24'],
    ['Monday, 16:00', '2026-11-23T08:00:00.000Z', '2026-11-24', '2026-11-25'],
    ['Thursday 16:00 before a gale on Friday', '2026-11-26T08:00:00.000Z', '2026-11-30', '2026-12-01'],
    ['Saturday', '2026-11-21T02:00:00.000Z', '2026-11-23', '2026-11-24'],
    ['Christmas Eve, 16:00', '2026-12-24T08:00:00.000Z', '2026-12-28', '2026-12-29'],
    [
      'Sunday evening, which is Sunday in Hong Kong too',
      '2026-11-22T14:00:00.000Z',
      '2026-11-23',
      '2026-11-24',
    ],
    ['Sunday 23:00 in London is Monday here', '2026-11-22T23:00:00.000Z', '2026-11-23', '2026-11-24'],
  ])('%s', (_, now, day, after) => {
    expect(nextDealing(factsWith({}, { now }))).toEqual({ day, cutOff: '16:00', after });
  });

  test('is never before today, and what comes later is dealt with later', () => {
    const instants = fc.date({
      min: new Date('2026-01-02T00:00:00.000Z'),
      max: new Date('2027-12-20T00:00:00.000Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const now = instant.toISOString();
        const dealing = nextDealing(factsWith({}, { now }));
        expect(dealing).not.toBeNull();
        expect((dealing?.day ?? '') >= hongKongDate(now)).toBe(true);
        expect((dealing?.after ?? '') > (dealing?.day ?? '')).toBe(true);
      }),
    );
  });
});

test('is told as "if received by", with both days', () => {
  const params = { cutOff: '16:00', date: '2026-11-23' };
  expect(dealingFigures(factsWith())).toEqual([
    { label: message('shared.dealing.before', params), value: dayLabel('2026-11-23') },
    { label: message('shared.dealing.from', params), value: dayLabel('2026-11-24') },
  ]);
  expect(dealingTold(factsWith())).toEqual([
    message('shared.dealing.told', { ...params, after: '2026-11-24' }),
  ]);
});

test('offline no day is told at all', () => {
  const offline = factsWith({}, { online: false });
  expect(dealingFigures(offline)).toEqual([]);
  expect(dealingParagraphs(offline)).toEqual([message('shared.dealing.offline')]);
  expect(dealingTold(offline)).toEqual([message('shared.dealing.offline')]);
});

test('beyond the calendar it says that it does not know', () => {
  const later = factsWith({}, { now: '2028-03-01T02:00:00.000Z' });
  expect(nextDealing(later)).toBeNull();
  expect(dealingTold(later)).toEqual([message('shared.dealing.not-known')]);
  expect(dealingParagraphs(later)).toContainEqual(message('shared.dealing.not-known'));
});

test('days in words of both languages', () => {
  expect(dayLabel('2028-02-29')).toEqual({
    words: { en: 'Tuesday 29 February 2028', 'zh-Hant': '2028年2月29日（星期二）' },
  });
});
