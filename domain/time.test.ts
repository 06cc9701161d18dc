import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, daysInMonth, hongKongDate, hongKongParts, isRealIsoDate, noticeBy } from './time.ts';

const machineZone = process.env['TZ'];
afterEach(() => {
  if (machineZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = machineZone;
});

/** Years of the terminal's life; Hong Kong had summer time until 1979. */
const instants = fc.date({
  min: new Date('1980-01-01T00:00:00Z'),
  max: new Date('2099-12-31T23:59:59Z'),
  noInvalidDate: true,
});

describe('a machine set to another zone', () => {
  test.each(['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Hong_Kong'])('%s', (zone) => {
    process.env['TZ'] = zone;
    expect(hongKongDate('2026-11-22T15:59:59.999Z')).toBe('2026-11-22');
    expect(hongKongDate('2026-11-22T16:00:00.000Z')).toBe('2026-11-23');
    expect(hongKongDate('2026-12-31T23:00:00-01:00')).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });
});

test('every instant agrees with the zone data of the platform', () => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Hong_Kong',
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  fc.assert(
    fc.property(instants, (instant) => {
      const { hour, minute, second } = hongKongParts(instant.toISOString());
      const clock = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
      expect(format.format(instant)).toBe(`${hongKongDate(instant.toISOString())}, ${clock}`);
    }),
  );
});

test('the weekday is that of Hong Kong', () => {
  expect(hongKongParts('2026-11-22T15:00:00.000Z').weekday).toBe(0);
  expect(hongKongParts('2026-11-22T16:00:00.000Z').weekday).toBe(1);
});

test('going forward and back again comes to the same day', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -20_000, max: 20_000 }), (instant, days) => {
      const date = hongKongDate(instant.toISOString());
      const moved = addDays(date, days);
      expect(isRealIsoDate(moved)).toBe(true);
      expect(addDays(moved, -days)).toBe(date);
      expect(Math.sign(moved.localeCompare(date))).toBe(Math.sign(days));
    }),
  );
});

test('kept late on a Sunday evening, to call from Friday on', () => {
  expect(noticeBy('2026-11-22T15:30:00.000Z')).toBe('2026-11-27');
  expect(noticeBy('2026-11-22T16:30:00.000Z')).toBe('2026-11-28');
  expect(noticeBy('2026-12-30T01:00:00.000Z', 3)).toBe('2027-01-02');
});

test('what is no instant or no date is a bug of the caller', () => {
  for (const text of ['', 'yesterday', '2026-11-22', '2026-11-22T10:00:00', '2026-13-01T00:00:00Z']) {
    expect(() => hongKongDate(text)).toThrow(RangeError);
  }
  for (const text of ['2026-02-29', '2026-2-1', '']) expect(() => addDays(text, 1)).toThrow(RangeError);
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  expect(() => addDays('2026-01-01', Number.NaN)).toThrow(RangeError);
});

test('the Gregorian calendar', () => {
  expect([1900, 2000, 2024, 2026].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
  expect(Array.from({ length: 12 }, (_, month) => daysInMonth(2026, month + 1)).reduce((a, b) => a + b)).toBe(
    365,
  );
});
