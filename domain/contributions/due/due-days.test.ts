import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { centsOf } from '../../money/money.ts';
import {
  casualDueDay,
  closenessOf,
  firstRemittanceDay,
  remittanceDueDay,
  selfEmployedDays,
} from './due-days.ts';
import { surchargeOn } from './surcharge.ts';

const CALENDAR: WorkingCalendar = {
  from: '2021-01-01',
  to: '2026-12-31',
  holidays: ['2025-10-01', '2026-04-03', '2026-04-06', '2026-04-07', '2026-07-01'],
  severeWeatherDays: ['2025-09-24', '2026-09-10'],
};
const day = (date: string) => ({ ok: true, value: date });
const NOT_KNOWN = { ok: false, code: 'calendar-not-known' };

describe('facts §3a, first remittance: the 10th after the calendar month of day 60', () => {
  it.each([
    ['2021-11-01', '2022-01-10'],
    ['2026-01-01', '2026-04-10'],
    ['2025-07-02', '2025-09-10'],
    // Day 60 is 31 August, then 1 September.
    ['2025-07-03', '2025-09-10'],
    ['2025-07-04', '2025-10-10'],
    // 10 January 2026 is a Saturday.
    ['2025-10-20', '2026-01-12'],
  ])('hired %s: %s', (hired, due) => {
    expect(firstRemittanceDay(hired, CALENDAR)).toEqual(day(due));
  });

  it('every wage period before it is due with it, every later one on its own day', () => {
    expect(remittanceDueDay('2026-01-31', '2026-01-01', CALENDAR)).toEqual(day('2026-04-10'));
    expect(remittanceDueDay('2026-03-31', '2026-01-01', CALENDAR)).toEqual(day('2026-04-10'));
    expect(remittanceDueDay('2026-04-30', '2026-01-01', CALENDAR)).toEqual(day('2026-05-11'));
  });

  it('a black rainstorm or gale on the 10th: the next working day', () => {
    expect(remittanceDueDay('2026-08-31', '2020-01-01', CALENDAR)).toEqual(day('2026-09-11'));
  });

  it('beyond the calendar nothing is told', () => {
    expect(remittanceDueDay('2026-12-31', '2020-01-01', CALENDAR)).toMatchObject(NOT_KNOWN);
    expect(firstRemittanceDay('2026-11-01', CALENDAR)).toMatchObject(NOT_KNOWN);
  });
});

describe('facts §3a, casual employees', () => {
  it('the next working day after pay-day', () => {
    const paidOn = (payDay: string) => casualDueDay({ by: 'pay-day', payDay }, CALENDAR);
    expect(paidOn('2026-10-07')).toEqual(day('2026-10-08'));
    expect(paidOn('2026-10-09')).toEqual(day('2026-10-12'));
    expect(paidOn('2026-04-02')).toEqual(day('2026-04-08'));
    expect(paidOn('2027-01-05')).toMatchObject(NOT_KNOWN);
  });

  it('within 10 days after the contribution period', () => {
    expect(casualDueDay({ by: 'contribution-period', end: '2026-10-25' }, CALENDAR)).toEqual(
      day('2026-11-04'),
    );
  });
});

it('facts §3a, self-employed: report 30 days before the scheme year ends, pay by its last day', () => {
  const year = { monthEnd: '2026-10-31', schemeYearEnd: '2027-03-31' };
  expect(selfEmployedDays({ ...year, frequency: 'yearly' })).toEqual({
    due: '2027-03-31',
    reportIncomeBy: '2027-03-01',
  });
  expect(selfEmployedDays({ ...year, frequency: 'monthly' }).due).toBe('2026-10-31');
});

it.each([
  // 10 November 2026 is a Tuesday.
  ['2026-10-30', 'due-ahead', 7],
  ['2026-11-04', 'due-ahead', 4],
  ['2026-11-05', 'due-close', 3],
  ['2026-11-06', 'due-close', 2],
  ['2026-11-08', 'due-close', 2],
  ['2026-11-09', 'due-close', 1],
  ['2026-11-10', 'due-today', 0],
  ['2026-11-11', 'due-past', 0],
])('on %s the 10th of November is %s, %i working days away', (today, code, workingDaysLeft) => {
  expect(closenessOf(today, '2026-11-10', CALENDAR)).toEqual({ ok: true, value: { code, workingDaysLeft } });
});

it('how near a day beyond the calendar is, is not told', () => {
  expect(closenessOf('2026-12-30', '2027-01-11', CALENDAR)).toMatchObject(NOT_KNOWN);
});

it('facts §3a, surcharge: 5% of what was not received, half-up', () => {
  expect(surchargeOn(centsOf('1500.00'))).toBe(centsOf('75.00'));
  expect(surchargeOn(centsOf('600.58'))).toBe(centsOf('30.03'));
  expect(surchargeOn(centsOf('600.50'))).toBe(centsOf('30.03'));
  expect(surchargeOn(0n)).toBe(0n);
});
