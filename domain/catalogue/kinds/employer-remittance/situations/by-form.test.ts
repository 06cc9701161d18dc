import { describe, expect, test } from 'vitest';
import { describe as inWords } from '../../../describe.ts';
import { pagesFor } from '../../../pages.ts';
import { detailsOf, factsWith } from '../../../shared/facts.fixture.ts';
import { employerRemittance } from '../employer-remittance.ts';
import {
  aboveMaximum,
  belowMinimum,
  casual,
  data,
  inGroup,
  leaver,
  longPeriod,
  regular,
  unpaidLeave,
  voluntary,
} from '../remittance.fixture.ts';
import { travels, statement, pages } from './of-remittance.fixture.ts';

describe('what travels (§3a)', () => {
  test('a regular employee: 5% of 12,011.50 is 600.58 on each side, half-up', () => {
    expect(travels(regular)).toEqual({
      payer: { name: 'Lantern Street Bakery Ltd', employerAccount: '3777463656273', group: [] },
      scheme: 'willow',
      period: { start: '2026-10-01', end: '2026-10-31' },
      accountType: 'REE',
      contributionDay: null,
      voluntary: 'none',
      employees: [
        {
          staffNumber: 'L-001',
          idType: 'HKID',
          idNumber: 'A1234563',
          dateOfBirth: { printed: '1985-06-15', derived: '1985-06-15' },
          employmentDate: '2020-03-01',
          memberStatus: 'E',
          termination: null,
          relevantIncome: '12011.50',
          workingDays: null,
          incomeAfterHoliday: null,
          basicSalary: null,
          ermc: '600.58',
          eemc: '600.58',
          ervc: null,
          eevc: null,
          total: '1201.16',
          computed: { employer: '600.58', employee: '600.58', certain: true },
        },
      ],
      total: '1201.16',
      dueDay: '2026-11-10',
      payBy: 'cheque',
    });
  });

  test('unpaid leave: a row of zeros, no amount asked, nothing to pay', () => {
    expect(travels(unpaidLeave)).toMatchObject({
      employees: [{ relevantIncome: '0.00', ermc: '0.00', eemc: '0.00', total: '0.00' }],
      total: '0.00',
      payBy: null,
    });
    expect(statement('slip', unpaidLeave).said).toContain('slip.nothing-to-pay');
  });

  test('below the minimum the employee is not asked and the column is blank', () => {
    expect(pages(belowMinimum)).not.toContain('eemc');
    expect(travels(belowMinimum)).toMatchObject({
      employees: [{ ermc: '355.00', eemc: null, total: '355.00', computed: { employee: null } }],
    });
  });

  test('above the maximum both pay 5% of 30,000', () => {
    expect(travels(aboveMaximum)).toMatchObject({ total: '3000.00' });
    expect(statement('compare', aboveMaximum)).toMatchObject({
      tone: 'plain',
      said: ['compare.same', 'contributions.at-maximum'],
    });
  });

  test('a casual employee: 22 days at 780 are 40 dollars a day on each side', () => {
    expect(travels(casual)).toMatchObject({
      accountType: 'CEE',
      contributionDay: '2026-11-10',
      dueDay: '2026-11-10',
      employees: [{ workingDays: 22, ermc: '880.00', eemc: '880.00', computed: { employer: '880.00' } }],
    });
  });

  test('a casual employee below the scale pays nothing, and no days are asked without income', () => {
    const little = { ...casual, income: '500.00', 'working-days': '2', ermc: '20.00' };
    expect(pages(little)).not.toContain('eemc');
    expect(pages({ ...casual, income: '0.00' })).not.toContain('working-days');
  });

  test('somebody leaves with long service pay', () => {
    expect(travels(leaver)).toMatchObject({
      employees: [
        {
          memberStatus: 'T',
          termination: { lastDay: '2026-10-31', reason: 'CONTRACT_END', severance: 'L' },
        },
      ],
    });
  });

  test('whoever resigns is not asked about severance', () => {
    const resigned = { ...leaver, reason: 'RESIGN' };
    expect(pages(resigned)).not.toContain('severance');
    expect(detailsOf(employerRemittance, resigned, { data })).toMatchObject({
      employees: [{ termination: { reason: 'RESIGN', severance: null } }],
    });
  });

  test('in a group the payer is the company as it was named', () => {
    expect(travels(inGroup)).toMatchObject({
      payer: {
        name: 'Lantern Street Bakery Limited',
        group: ['Lantern Street Bakery Limited', 'Lantern Street Catering Ltd'],
      },
    });
  });

  test('two employees with voluntary contributions: a zero is blank, sums are right', () => {
    expect(travels(voluntary)).toMatchObject({
      voluntary: 'on-basic-salary',
      employees: [
        { basicSalary: '10000.00', ervc: '200.00', eevc: null, total: '1401.16' },
        {
          idNumber: 'K7654321Z',
          dateOfBirth: { printed: '1990', derived: '1990-12-31' },
          basicSalary: '18000.00',
          ervc: null,
          eevc: '360.00',
          total: '2260.00',
        },
      ],
      total: '3661.16',
      payBy: 'direct-debit',
    });
  });

  test('a quarter in which the contribution holiday ends: the employee pays on the rest', () => {
    expect(travels(longPeriod)).toMatchObject({
      employees: [{ incomeAfterHoliday: '20000.00', computed: { employer: '2700.00', employee: '1000.00' } }],
    });
  });

  test('who is 65 or over is asked for no mandatory amount', () => {
    const old = { ...regular, born: '1960-01-01' };
    expect(pages(old)).not.toContain('ermc');
    expect(detailsOf(employerRemittance, old, { data })).toMatchObject({
      employees: [{ ermc: null, eemc: null, total: '0.00' }],
    });
  });

  test('who is under 18 is asked for no mandatory amount either', () => {
    const young = { ...regular, born: '2009-06-01' };
    expect(pages(young)).not.toContain('eemc');
    expect(statement('compare', young).said).toContain('contributions.under-18');
  });

  test('totals may be larger than any single amount', () => {
    const large = { ...voluntary, ervc: '999999999.99', 'ervc-2': '999999999.99' };
    expect(detailsOf(employerRemittance, large, { data })).toMatchObject({ total: '2000003461.14' });
  });
});

describe('numbers of people', () => {
  const shown = (id: string) => {
    const facts = factsWith(voluntary, { data });
    const page = pagesFor(employerRemittance, facts).find((candidate) => candidate.id === id);
    if (page === undefined) throw new Error(`no page ${id}`);
    return inWords(page, voluntary[id] ?? '', facts);
  };

  test('are masked on the review page', () => {
    expect(shown('id-number')).toEqual([{ words: { en: 'A12***(*)', 'zh-Hant': 'A12***(*)' } }]);
    expect(JSON.stringify(shown('id-number-2'))).not.toContain('7654321');
  });

  test('no page asks for a name of a person', () => {
    const asked = pages(voluntary).slice(pages(voluntary).indexOf('staff-number'));
    expect(asked.filter((id) => /name/.test(id))).toEqual([]);
  });
});
