import { describe, expect, test } from 'vitest';
import { employerRemittance as english } from '../../../messages/en/instructions/employer-remittance.ts';
import { FILE_STEP } from './file-step.ts';
import { employerRemittance as chinese } from '../../../messages/zh-Hant/instructions/employer-remittance.ts';
import { describe as inWords } from '../../describe.ts';
import type { Answers, Facts } from '../../definition.ts';
import { firstOpenPage, pagesFor } from '../../pages.ts';
import { detailsOf, factsWith, withStatements } from '../../shared/facts.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import { everyWayTravels, goThrough } from '../../shared/run-through.fixture.ts';
import { EMPLOYER_REMITTANCE_RULES } from './codes.ts';
import { employerRemittance } from './employer-remittance.ts';
import {
  aboveMaximum,
  belowMinimum,
  byFile,
  byStoredRules,
  casual,
  data,
  file,
  inGroup,
  leaver,
  longPeriod,
  regular,
  unpaidLeave,
  voluntary,
} from './remittance.fixture.ts';

/** Every page in turn, and what travels at the end. */
function travels(answers: Answers, other: Partial<Facts> = {}): unknown {
  const facts = goThrough(employerRemittance, answers, { data, ...other });
  return detailsOf(employerRemittance, facts.answers, { data, ...other });
}

function pages(answers: Answers): readonly string[] {
  return pagesFor(employerRemittance, factsWith(answers, { data })).map(({ id }) => id);
}

function statement(id: string, answers: Answers, other: Partial<Facts> = {}) {
  const facts = withStatements(employerRemittance, factsWith(answers, { data, ...other }));
  const page = pagesFor(employerRemittance, facts).find((candidate) => candidate.id === id);
  const ask = page?.step.ask(facts, page.index);
  if (ask?.type !== 'statement') throw new Error(`no statement ${id}`);
  const said = ask.paragraphs.map((label) =>
    'message' in label ? label.message.replace('ask.employer-remittance.', '') : label.words.en,
  );
  const figures = Object.fromEntries(
    ask.figures.map(({ label, value }) => [
      'message' in label ? (label.message.split('.').at(-1) ?? '') : '',
      'words' in value ? value.words.en : 'blank',
    ]),
  );
  return { tone: ask.tone, said, figures };
}

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

describe('entered beside worked out', () => {
  test('a difference is explained and taken', () => {
    const other = { ...regular, ermc: '600.57', eemc: '0.00' };
    expect(statement('compare', other)).toEqual({
      tone: 'caution',
      said: ['compare.different', 'contributions.ermc-differs', 'contributions.eemc-missing'],
      figures: {
        income: 'HK$12,011.50',
        'employer-computed': 'HK$600.58',
        'employer-entered': 'HK$600.57',
        'employee-computed': 'HK$600.58',
        'employee-entered': 'blank',
        total: 'HK$600.57',
      },
    });
    expect(detailsOf(employerRemittance, other, { data })).toMatchObject({
      employees: [{ ermc: '600.57', eemc: null }],
    });
  });

  test('in the month of turning 65 the full income goes, and the platform works out the share', () => {
    expect(statement('compare', { ...regular, born: '1961-10-15' })).toMatchObject({
      tone: 'caution',
      said: ['compare.same', 'contributions.turns-65-in-period'],
    });
  });

  test('limits that are not known leave it to the platform', () => {
    const unknown = { data: { ...data, contributionLimits: [] } };
    expect(statement('compare', regular, unknown)).toMatchObject({
      tone: 'caution',
      said: ['compare.unknown'],
    });
    expect(detailsOf(employerRemittance, regular, unknown)).toMatchObject({
      employees: [{ computed: null }],
    });
  });
});

describe('by when, and the payment slip', () => {
  const on = (day: string): Partial<Facts> => ({ today: day, now: `${day}T02:00:00.000Z` });
  const hotline = ['other-channels', 'Monday to Friday 09:00–19:00', 'not-on-holidays'];
  const pageIds = (day: string) =>
    pagesFor(employerRemittance, factsWith(regular, { data, ...on(day) })).map(({ id }) => id);

  test('names the paying company, amount and due day, and that our number is no payment reference', () => {
    const shown = statement('slip', regular, on('2026-11-02'));
    expect(shown.said).toEqual([
      'slip.cheque',
      'P.O. Box 98929, Tsim Sha Tsui Post Office',
      'slip.bill-number',
    ]);
    expect(shown.figures).toMatchObject({
      payer: 'Lantern Street Bakery Ltd',
      scheme: 'Willow Scheme',
      total: 'HK$1,201.16',
      due: 'Tuesday 10 November 2026',
    });
  });

  test('from three working days before, the contribution hotline stands with its hours', () => {
    expect(pageIds('2026-11-04')).not.toContain('timing');
    expect(statement('timing', regular, on('2026-11-05')).said).toEqual([
      'contributions.due-close',
      ...hotline,
    ]);
    expect(statement('timing', regular, on('2026-11-10'))).toMatchObject({
      said: ['contributions.due-today', ...hotline],
      figures: { due: 'Tuesday 10 November 2026' },
    });
  });

  test('prepared only: the hotline is named there too when the day is near', () => {
    const brought = (day: string) =>
      employerRemittance
        .bring?.(factsWith(regular, { data, online: false, ...on(day) }))
        .map((label) => ('message' in label ? (label.message.split('.').at(-1) ?? '') : 'words'));
    const always = ['id-card', 'bring-payroll', 'bring-cheque', 'words'];
    expect(brought('2026-11-02')).toEqual(always);
    expect(brought('2026-11-09')).toEqual([
      ...always,
      'due-close',
      'other-channels',
      'words',
      'not-on-holidays',
    ]);
  });

  test('a day late: 5% of each side, rounded half-up', () => {
    const shown = statement('timing', regular, on('2026-11-11'));
    expect(shown.said).toEqual(['contributions.due-past', 'contributions.penalty', ...hotline]);
    // 600.58 × 5% = 30.029 for each side
    expect(shown.figures['surcharge']).toBe('HK$60.06');
    expect(statement('timing', regular, on('2026-11-10')).figures).not.toHaveProperty('surcharge');
  });

  test('the due day waits for a working day', () => {
    const september = { ...regular, 'period-start': '2026-09-01', 'period-end': '2026-09-30' };
    expect(statement('slip', september).figures['due']).toBe('Monday 12 October 2026');
  });

  test('whoever began in this period has until the first remittance day (§3a: day 60)', () => {
    const began = { ...regular, 'employment-date': '2026-10-05' };
    expect(statement('slip', began).figures['due']).toBe('Monday 11 January 2027');
  });

  test('before the calendar begins the day is not named, and long ago is late all the same', () => {
    const longAgo = { ...regular, 'period-start': '2025-06-01', 'period-end': '2025-06-30' };
    const shown = statement('timing', longAgo);
    expect(shown.said).toEqual(['due-not-known', 'contributions.penalty', ...hotline]);
    expect(shown.figures).not.toHaveProperty('due');
  });

  test('the receipt tells due day, amount with the payer, means and reference', () => {
    const told = (answers: Answers) =>
      employerRemittance
        .tell?.(factsWith(answers, { data }))
        .map((label) => ('message' in label ? (label.message.split('.').at(-1) ?? '') : 'address'));
    expect(told(regular)).toEqual(['told-due', 'told-amount', 'cheque', 'address']);
    expect(told(voluntary)).toEqual(['told-due', 'told-amount', 'direct-debit']);
    expect(told(unpaidLeave)).toEqual(['told-due', 'nothing-to-pay']);
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

describe('by file (§3a, §6)', () => {
  const held = { heldFile: file.id };

  test('asks who pays and by which account before the file, and no employee', () => {
    expect(pagesFor(employerRemittance, factsWith(byFile, { data, ...held })).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['way', 'payer', 'employer-account', 'scheme', 'file', 'pay-by', 'slip']),
    );
    expect(pages(byFile)).not.toContain('staff-number');
    expect(pages(byFile).indexOf('payer')).toBeLessThan(pages(byFile).indexOf('file'));
  });

  test('what travels names the sealed file, its digest and its sums, and no employee', () => {
    const { id, digest, bytes, rows, rules, schemeRegistrationNo, periods, totals, dueDay } = file;
    expect(travels(byFile, held)).toEqual({
      payer: { name: 'Lantern Street Bakery Ltd', employerAccount: '3777463656273', group: [] },
      scheme: 'willow',
      file: { id, layout: 'remittance-47', digest, bytes, rows, rules },
      schemeRegistrationNo,
      periods,
      totals,
      dueDay,
      payBy: 'cheque',
    });
    expect(employerRemittance.files?.(factsWith(byFile, held))).toEqual([id]);
    expect(employerRemittance.files?.(factsWith(regular))).toEqual([]);
  });

  test('the slip says the period in words, the rows and the sum of the file', () => {
    expect(statement('slip', byFile, held).figures).toMatchObject({
      payer: 'Lantern Street Bakery Ltd',
      account: '3777463656273',
      period: '1 October 2026 to 31 October 2026',
      rows: '3',
      total: 'HK$6,150.00',
    });
  });

  test('a file that is not held any more, or was checked for another account, is asked for again', () => {
    expect(pagesFor(employerRemittance, factsWith(byFile, { data })).map(({ id }) => id)).toContain('file');
    const open = (facts: Facts) => firstOpenPage(employerRemittance, facts)?.id;
    expect(open(factsWith(byFile, { data }))).toBe('file');
    expect(open(factsWith({ ...byFile, 'employer-account': '99990000' }, { data, ...held }))).toBe(
      'stored-rules',
    );
    const other = JSON.stringify({ ...file, employerAccountNo: '99990000' });
    expect(open(factsWith({ ...byFile, file: other }, { data, ...held }))).toBe('file');
    expect(open(factsWith({ ...byFile, rules: 'drive' }, { data, ...held }))).toBe('file');
    expect(open(withStatements(employerRemittance, factsWith(byFile, { data, ...held })))).toBeUndefined();
  });

  test('rows that stayed are counted on the review page, on the slip and on the receipt, and travel as a count', () => {
    const split = { ...byFile, file: JSON.stringify({ ...file, held: 2 }) };
    const facts = factsWith(split, { data, ...held });
    expect(FILE_STEP.describe?.(split.file, facts, 1)).toContainEqual(
      expect.objectContaining({ message: 'ask.employer-remittance.file.held', params: { held: 2 } }),
    );
    expect(statement('slip', split, held).figures).toMatchObject({ rows: '3', held: '2' });
    expect(employerRemittance.tell?.(facts)).toContainEqual(
      expect.objectContaining({ message: 'ask.employer-remittance.told-held', params: { held: 2 } }),
    );
    expect(detailsOf(employerRemittance, split, { data, ...held })).toMatchObject({
      file: { rows: 3, held: 2 },
    });
    expect(detailsOf(employerRemittance, byFile, { data, ...held })).not.toHaveProperty('file.held');
  });

  test('whoever typed employees before and then brings a file sends the file alone', () => {
    const details = detailsOf(employerRemittance, { ...regular, ...byFile }, { data, ...held });
    expect(details).toHaveProperty('file');
    expect(details).not.toHaveProperty('employees');
  });
});

test('whatever way is taken to its end, what comes out of it can travel', () => {
  const scripts = [regular, belowMinimum, casual, leaver, inGroup, voluntary, longPeriod];
  expect(everyWayTravels(employerRemittance, scripts, { data })).toBeGreaterThan(5);
});

test('every page, option, rule and statement has its words in both languages', () => {
  const late = { ...regular, 'period-start': '2025-06-01', 'period-end': '2025-06-30' };
  const ofFile = withStatements(employerRemittance, factsWith(byFile, { data, heldFile: file.id }));
  const ofSplit = withStatements(
    employerRemittance,
    factsWith({ ...byFile, file: JSON.stringify({ ...file, held: 2 }) }, { data, heldFile: file.id }),
  );
  const runs = [
    ...[regular, unpaidLeave, belowMinimum, aboveMaximum, casual, leaver, inGroup, voluntary, longPeriod],
    byStoredRules,
    late,
    { ...regular, ermc: '1.00', eemc: '0.00' },
  ].map((answers) => withStatements(employerRemittance, factsWith(answers, { data })));
  const unknown = withStatements(
    employerRemittance,
    factsWith(regular, { data: { ...data, contributionLimits: [] } }),
  );
  const words = { en: english, 'zh-Hant': chinese };
  expect(
    faultsInWords(employerRemittance, words, [...runs, unknown, ofFile, ofSplit], EMPLOYER_REMITTANCE_RULES, [
      'no-scheme-on',
    ]),
  ).toEqual([]);
});
