import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsOf, plainMoney } from '../../money/money.ts';
import { addDays } from '../../time.ts';
import { LIMITS } from '../limits.fixture.ts';
import { regularContribution, type RegularContributionInput } from './regular.ts';

type Changes = Partial<Omit<RegularContributionInput, 'relevantIncome'>> & { readonly income?: string };

/** Somebody of 40 who has been there for years, paid for October 2026. */
function contributionOf({ income = '20000.00', ...changes }: Changes = {}) {
  return regularContribution({
    dateOfBirth: '1986-03-15',
    dateOfEmployment: '2015-07-01',
    wagePeriod: { start: '2026-10-01', end: '2026-10-31' },
    limits: LIMITS,
    ...changes,
    relevantIncome: centsOf(income),
  });
}

/** `employer/employee` with `–` for a blank column, then the reasons. */
function toldOf(changes: Changes = {}): string {
  const result = contributionOf(changes);
  if (!result.ok) return result.code;
  const { employer, employee, reasons, certain } = result.value;
  const shown = [employer, employee].map((cents) => (cents === null ? '–' : plainMoney(cents)));
  return [shown.join('/'), ...reasons, ...(certain ? [] : ['not-certain'])].join(' ');
}

const period = (start: string, end: string) => ({ wagePeriod: { start, end } });

describe('facts §3a, mandatory, monthly-paid', () => {
  it.each([
    ['7099.99', '355.00/– below-minimum'],
    ['7100.00', '355.00/355.00'],
    ['20000.00', '1000.00/1000.00'],
    ['30000.00', '1500.00/1500.00'],
    ['30000.01', '1500.00/1500.00 at-maximum'],
    ['88000.00', '1500.00/1500.00 at-maximum'],
    ['12011.50', '600.58/600.58'],
    ['12022.05', '601.10/601.10'],
    ['0.00', '0.00/0.00 no-income'],
  ])('an income of %s', (income, told) => {
    expect(toldOf({ income })).toBe(told);
  });

  it('a month from the 16th to the 15th is a month', () => {
    expect(toldOf({ ...period('2026-10-16', '2026-11-15'), income: '7100.00' })).toBe('355.00/355.00');
  });
});

describe('facts §3a, wage periods that are not a month: 280 and 1,000 for each calendar day', () => {
  it.each([
    ['a week', period('2026-10-05', '2026-10-11'), '1959.99', '98.00/– daily-limits below-minimum'],
    ['a week', period('2026-10-05', '2026-10-11'), '1960.00', '98.00/98.00 daily-limits'],
    ['a week', period('2026-10-05', '2026-10-11'), '9000.00', '350.00/350.00 daily-limits at-maximum'],
    ['two weeks', period('2026-10-05', '2026-10-18'), '3919.00', '195.95/– daily-limits below-minimum'],
    ['half a month', period('2026-10-16', '2026-10-31'), '16000.01', '800.00/800.00 daily-limits at-maximum'],
    ['a quarter', period('2026-07-01', '2026-09-30'), '25759.00', '1287.95/– daily-limits below-minimum'],
  ])('%s', (_, dates, income, told) => {
    expect(toldOf({ ...dates, income })).toBe(told);
  });
});

describe('joining and leaving in the middle of a month', () => {
  it('the last part of a month has daily limits for the days worked', () => {
    const leaving = { lastDateOfEmployment: '2026-10-10' };
    expect(toldOf({ ...leaving, income: '2799.99' })).toBe('140.00/– daily-limits below-minimum');
    expect(toldOf({ ...leaving, income: '7100.00' })).toBe('355.00/355.00 daily-limits');
    expect(toldOf({ ...leaving, income: '10000.00' })).toBe('500.00/500.00 daily-limits');
  });

  it('where the limits of a month would give another amount, the figure is not certain', () => {
    const leaving = { lastDateOfEmployment: '2026-10-10' };
    expect(toldOf({ ...leaving, income: '2800.00' })).toBe(
      '140.00/140.00 daily-limits partial-month not-certain',
    );
    expect(toldOf({ ...leaving, income: '12000.00' })).toBe(
      '500.00/500.00 daily-limits partial-month at-maximum not-certain',
    );
    // 30 of 31 days: 8,400 by days, 7,100 by the month.
    expect(toldOf({ lastDateOfEmployment: '2026-10-30', income: '8000.00' })).toBe(
      '400.00/– daily-limits partial-month below-minimum not-certain',
    );
  });

  it('who joins and pays nothing yet is certain', () => {
    expect(toldOf({ dateOfEmployment: '2026-10-12', income: '6000.00' })).toBe(
      '300.00/– within-first-60-days daily-limits contribution-holiday',
    );
  });

  it('the same whether the row gives the whole month or the days worked', () => {
    const leaving = { lastDateOfEmployment: '2026-10-10', income: '2800.00' };
    expect(toldOf({ ...leaving, ...period('2026-10-01', '2026-10-10') })).toBe(toldOf(leaving));
  });

  it('leaving on the last day of the month keeps the limits of the month', () => {
    expect(toldOf({ lastDateOfEmployment: '2026-10-31', income: '7100.00' })).toBe('355.00/355.00');
  });

  it('no row for a month before joining or after leaving', () => {
    expect(toldOf({ lastDateOfEmployment: '2026-09-30' })).toBe('–/– not-employed-in-period');
    expect(toldOf({ dateOfEmployment: '2026-11-01' })).toBe('–/– not-employed-in-period');
  });
});

describe('facts §3a, start dates: employer from day 1, employee after 30 days and the incomplete period', () => {
  it.each([
    ['hired 1 Nov 2021, November', '2021-11-01', period('2021-11-01', '2021-11-30'), '1000.00/–'],
    ['hired 1 Nov 2021, December', '2021-11-01', period('2021-12-01', '2021-12-31'), '1000.00/1000.00'],
    ['hired 1 Jan 2026, January', '2026-01-01', period('2026-01-01', '2026-01-31'), '1000.00/–'],
    ['hired 1 Jan 2026, February', '2026-01-01', period('2026-02-01', '2026-02-28'), '1000.00/1000.00'],
    ['hired 2 Jul 2025, July', '2025-07-02', period('2025-07-01', '2025-07-31'), '1000.00/–'],
    ['hired 2 Jul 2025, August', '2025-07-02', period('2025-08-01', '2025-08-31'), '1000.00/1000.00'],
    ['hired 3 Jul 2025, August', '2025-07-03', period('2025-08-01', '2025-08-31'), '1000.00/–'],
    ['hired 1 Feb 2026, March', '2026-02-01', period('2026-03-01', '2026-03-31'), '1000.00/–'],
    ['hired 1 Feb 2026, April', '2026-02-01', period('2026-04-01', '2026-04-30'), '1000.00/1000.00'],
    ['hired in a leap year on 1 Feb, March', '2028-02-01', period('2028-03-01', '2028-03-31'), '1000.00/–'],
    ['hired 5 May, June', '2026-05-05', period('2026-06-01', '2026-06-30'), '1000.00/–'],
  ])('%s', (_, dateOfEmployment, dates, amounts) => {
    const told = toldOf({ dateOfEmployment, ...dates });
    expect(told.split(' ')[0]).toBe(amounts);
    expect(told.includes('contribution-holiday')).toBe(amounts.endsWith('–'));
  });

  it('weekly paid: the week in which day 30 falls is still free, the next is not', () => {
    const weekly = { dateOfEmployment: '2026-09-07', income: '2000.00' };
    expect(toldOf({ ...weekly, ...period('2026-10-05', '2026-10-11') })).toMatch(/^100\.00\/– /);
    expect(toldOf({ ...weekly, ...period('2026-10-12', '2026-10-18') })).toMatch(/^100\.00\/100\.00 /);
  });

  it('a quarter: the employee pays from the month after the one of day 30, on the income since then', () => {
    const quarter = { dateOfEmployment: '2026-07-01', ...period('2026-07-01', '2026-09-30') };
    expect(contributionOf({ ...quarter, income: '60000.00' })).toEqual({
      ok: false,
      code: 'income-after-holiday-needed',
      params: { from: '2026-08-01' },
    });
    const after = (income: string) =>
      toldOf({ ...quarter, income: '60000.00', relevantIncomeAfterHoliday: centsOf(income) });
    expect(after('40000.00')).toBe('3000.00/2000.00 daily-limits holiday-ends-in-period');
    expect(after('17079.99')).toBe('3000.00/– daily-limits holiday-ends-in-period below-minimum');
  });

  it('transferred within the group: the days with the former company count', () => {
    const transferred = { dateOfEmployment: '2026-10-01', previousDateOfEmployment: '2020-01-01' };
    expect(toldOf({ ...transferred, employeeType: 'INTRA_GROUP' })).toBe('1000.00/1000.00');
  });
});

describe('facts §3a, employed for 60 days or more', () => {
  it('59 days: nothing at all; 60 days: contributions', () => {
    const short = { dateOfEmployment: '2026-09-02', ...period('2026-10-01', '2026-10-31') };
    expect(toldOf({ ...short, lastDateOfEmployment: '2026-10-30' })).toBe('–/– employed-under-60-days');
    expect(toldOf({ ...short, lastDateOfEmployment: '2026-10-31' })).toBe('1000.00/– contribution-holiday');
  });

  it('the first month is counted, and said to be paid later', () => {
    expect(toldOf({ dateOfEmployment: '2026-10-01' })).toBe(
      '1000.00/– within-first-60-days contribution-holiday',
    );
  });
});

describe('facts §3a, ages 18 to 64', () => {
  it.each([
    ['17 all month', '2008-11-01', '–/– under-18'],
    ['18 within the month', '2008-10-31', '1000.00/1000.00 turns-18-in-period not-certain'],
    ['18 on the first day', '2008-10-01', '1000.00/1000.00'],
    ['64 all month', '1961-11-01', '1000.00/1000.00'],
    ['65 within the month', '1961-10-02', '1000.00/1000.00 turns-65-in-period not-certain'],
    ['65 on the last day', '1961-10-31', '1000.00/1000.00 turns-65-in-period not-certain'],
    ['65 on the first day', '1961-10-01', '–/– over-65'],
    ['66', '1960-10-01', '–/– over-65'],
  ])('%s', (_, dateOfBirth, told) => {
    expect(toldOf({ dateOfBirth })).toBe(told);
  });

  it('born on 29 February: 65 on 1 March of a common year', () => {
    const born = { dateOfBirth: '1960-02-29' };
    expect(toldOf({ ...born, ...period('2025-02-01', '2025-02-28') })).toBe('1000.00/1000.00');
    expect(toldOf({ ...born, ...period('2025-03-01', '2025-03-31') })).toBe('–/– over-65');
  });

  it('who has left before the birthday is 64 to the end', () => {
    expect(
      toldOf({ dateOfBirth: '1961-10-20', lastDateOfEmployment: '2026-10-19', income: '12000.00' }),
    ).toBe('600.00/600.00 daily-limits');
  });
});

describe('exempt persons and expatriates', () => {
  it('an exempt person pays nothing, nor does the employer', () => {
    expect(toldOf({ employeeType: 'EXEMPT' })).toBe('–/– exempt-person');
  });

  const expatriate = { employeeType: 'EXPATRIATE', dateOfEmployment: '2025-09-15' } as const;

  it('a visa exempts for 13 months [GK], never certain', () => {
    expect(toldOf({ ...expatriate, visaIssueDate: '2025-10-01' })).toBe('–/– expatriate-exempt not-certain');
  });

  it('contributions begin in the month in which the 13 months end', () => {
    expect(toldOf({ ...expatriate, visaIssueDate: '2025-09-16' })).toBe(
      '800.00/– expatriate-from-period daily-limits at-maximum contribution-holiday not-certain',
    );
  });

  it('long after it, as everybody', () => {
    expect(toldOf({ ...expatriate, visaIssueDate: '2020-09-16' })).toBe('1000.00/1000.00');
  });

  it('the visa date is needed', () => {
    expect(toldOf(expatriate)).toBe('visa-date-needed');
  });
});

it.each<[string, Changes]>([
  ['wage-period-dates', period('2026-10-31', '2026-10-01')],
  ['wage-period-dates', period('2026-02-30', '2026-03-31')],
  ['employment-dates', { dateOfEmployment: '2026-13-01' }],
  ['employment-dates', { lastDateOfEmployment: '2014-01-01' }],
  ['employment-dates', { previousDateOfEmployment: '2016-01-01' }],
  ['birth-date-after-period', { dateOfBirth: '2026-11-01' }],
])('dates that cannot be: %s', (code, changes) => {
  expect(toldOf(changes)).toBe(code);
});

it('whatever the dates and incomes, amounts are never negative, never above the maximum and never fall with income', () => {
  const days = fc.integer({ min: 0, max: 60 });
  const cents = fc.bigInt({ min: 0n, max: 10_000_000n });
  fc.assert(
    fc.property(days, days, days, cents, cents, (length, joined, left, one, other) => {
      const [lower, higher] = one < other ? [one, other] : [other, one];
      const facts = {
        dateOfBirth: '1986-03-15',
        dateOfEmployment: addDays('2026-08-15', joined),
        lastDateOfEmployment: addDays('2026-10-15', left),
        wagePeriod: { start: '2026-10-01', end: addDays('2026-10-01', length) },
        limits: LIMITS,
        relevantIncomeAfterHoliday: 0n,
      };
      const [less, more] = [lower, higher].map((relevantIncome) =>
        regularContribution({ ...facts, relevantIncome }),
      );
      if (less?.ok !== true || more?.ok !== true) throw new Error('these dates are all possible');
      const maximum = BigInt(Math.max(length + 1, 30)) * 5_000n;
      for (const side of ['employer', 'employee'] as const) {
        const small = less.value[side] ?? 0n;
        const great = more.value[side] ?? 0n;
        expect(small >= 0n && small <= great && great <= maximum).toBe(true);
      }
      expect((more.value.employee ?? 0n) <= (more.value.employer ?? 0n)).toBe(true);
    }),
  );
});
