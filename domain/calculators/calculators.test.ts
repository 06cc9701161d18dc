import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Label } from '../catalogue/ask.ts';
import type { Answers, Facts } from '../catalogue/definition.ts';
import { checkAnswer } from '../catalogue/pages.ts';
import { LOCALES } from '../locale.ts';
import { CATALOGUES } from '../messages/catalogue.ts';
import { EMBEDDED_REFERENCE_DATA as DATA } from '../reference-data/embedded/embedded.ts';
import { calculatorPages, calculatorPagesFor, calculatorWords, openCalculatorPage } from './calculator.ts';
import { CALCULATORS } from './calculators.ts';
import { CALCULATOR_NAMES, type CalculatorName } from './names.ts';

const TODAY = '2026-11-23';

function factsOf(answers: Answers, given: Partial<Facts> = {}): Facts {
  const now = '2026-11-23T09:30:00+08:00';
  return { answers, identified: null, online: true, now, today: TODAY, data: DATA, ...given };
}

function told(name: CalculatorName, answers: Answers, given: Partial<Facts> = {}) {
  const facts = factsOf(answers, given);
  expect(openCalculatorPage(CALCULATORS[name], facts)).toBeNull();
  const { figures, paragraphs } = CALCULATORS[name].calculate(facts);
  const key = (label: Label): string => ('message' in label ? label.message : label.words.en);
  const values = figures.map(({ value }) =>
    'message' in value ? Object.values(value.params ?? {}).join(' ') : value.words.en,
  );
  return { figures: values, why: paragraphs.map(key) };
}

function refused(name: CalculatorName, page: string, value: string, answers: Answers = {}): unknown {
  const found = calculatorPages(CALCULATORS[name]).find(({ id }) => id === page);
  if (found === undefined) throw new Error('no such page');
  const checked = checkAnswer(found, value, factsOf(answers));
  return checked.ok ? null : checked.code;
}

const monthly = { age: 'between', recent: 'no', paid: 'monthly' } as const;
const paidBy = (days: string) => ({ age: 'between', recent: 'no', paid: 'other', days }) as const;
const ONLY = 'calculator.contribution-amount.only';

describe('my contribution this month (facts/domain.md §3a)', () => {
  it.each([
    ['below the minimum', '7099.99', ['355.00', '0.00'], 'contributions.below-minimum'],
    ['at the minimum', '7100', ['355.00', '355.00'], 'calculator.contribution-amount.ordinary'],
    ['rounded half up', '12011.50', ['600.58', '600.58'], 'calculator.contribution-amount.ordinary'],
    ['at the maximum', '30000', ['1,500.00', '1,500.00'], 'calculator.contribution-amount.ordinary'],
    ['above the maximum', '45000', ['1,500.00', '1,500.00'], 'contributions.at-maximum'],
    ['a month of unpaid leave', '0', ['0.00', '0.00'], 'contributions.no-income'],
  ])('paid by the month, %s', (_what, income, figures, why) => {
    expect(told('contribution-amount', { ...monthly, income })).toEqual({ figures, why: [why, ONLY] });
  });

  it.each([
    ['by the day, too little', '1', '279.99', ['14.00', '0.00'], ['daily-limits', 'below-minimum']],
    ['by the day, just enough', '1', '280', ['14.00', '14.00'], ['daily-limits']],
    ['by the week, above the maximum', '7', '7000.01', ['350.00', '350.00'], ['daily-limits', 'at-maximum']],
    ['by the half month', '15', '6000', ['300.00', '300.00'], ['daily-limits']],
  ])('paid %s', (_what, days, income, figures, why) => {
    expect(told('contribution-amount', { ...paidBy(days), income })).toEqual({
      figures,
      why: [...why.map((code) => `contributions.${code}`), ONLY],
    });
  });

  it('somebody in the first 30 days pays nothing, the employer does', () => {
    const answers = { ...monthly, recent: 'yes', 'started-on': '2026-11-01', income: '20000' };
    expect(told('contribution-amount', answers)).toEqual({
      figures: ['1,000.00', '0.00'],
      why: ['contributions.within-first-60-days', 'contributions.contribution-holiday', ONLY],
    });
  });

  it('somebody hired on 1 October pays from the wage period after the 30th day', () => {
    const answers = { ...monthly, recent: 'yes', 'started-on': '2026-10-01', income: '20000' };
    expect(told('contribution-amount', answers).figures).toEqual(['1,000.00', '1,000.00']);
  });

  it.each(['under-18', 'over-65'])('nobody %s is asked anything more, and nothing is due', (age) => {
    expect(told('contribution-amount', { age })).toEqual({
      figures: ['0.00', '0.00'],
      why: [`contributions.${age}`, ONLY],
    });
  });

  it('asks for the first day and for days only where they matter', () => {
    const asked = (answers: Answers) =>
      calculatorPagesFor(CALCULATORS['contribution-amount'], factsOf(answers)).map(({ id }) => id);
    expect(asked({ age: 'over-65' })).toEqual(['age']);
    expect(asked(monthly)).toEqual(['age', 'recent', 'paid', 'income']);
    expect(asked({ ...paidBy('7'), recent: 'yes' })).toEqual([
      'age',
      'recent',
      'started-on',
      'paid',
      'days',
      'income',
    ]);
  });

  it.each([
    ['started-on', '2026-11-24', 'calculator-start-in-future'],
    ['started-on', '2026-11-23', null],
    ['started-on', '2026-09-24', null],
    ['started-on', '2026-09-23', 'calculator-start-long-ago'],
    ['days', '0', 'calculator-days'],
    ['days', '1', null],
    ['days', '27', null],
    ['days', '28', 'calculator-days'],
    ['income', '-5', 'money-negative'],
  ])('%s %s: %s', (page, value, code) => {
    expect(refused('contribution-amount', page, value)).toBe(code);
  });

  it('whatever the income and the days, nobody pays more than the employer, and neither more than 5%', () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 27 }), fc.boolean(), (income, days, byMonth) => {
        const answers = byMonth ? monthly : paidBy(String(days));
        const { figures } = told('contribution-amount', { ...answers, income: (income / 100).toFixed(2) });
        const [employer = 0, employee = 0] = figures.map((text) => Number(text.replaceAll(',', '')));
        expect(employee).toBeLessThanOrEqual(employer);
        expect(employer).toBeLessThanOrEqual((income * 0.05) / 100 + 0.005_001);
      }),
    );
  });
});

describe('what DIS does at my age (facts/domain.md §3d)', () => {
  it('all in the Core Accumulation Fund below 50, then year by year to the Age 65 Plus Fund', () => {
    const { figures, why } = told('dis-share', { age: '30' });
    expect(figures).toEqual([
      '',
      '100.0 0.0',
      '93.3 6.7',
      '86.7 13.3',
      '80.0 20.0',
      '73.3 26.7',
      '0.0 100.0',
    ]);
    expect(why).toContain('calculator.dis-share.left-out');
  });

  it('somebody of 60 sees the next years only', () => {
    const { figures, why } = told('dis-share', { age: '60' });
    expect(why).not.toContain('calculator.dis-share.left-out');
    expect(figures).toEqual(['', '26.7 73.3', '20.0 80.0', '13.3 86.7', '6.7 93.3', '0.0 100.0']);
  });

  it.each(['64', '80'])('somebody of %s: nothing changes any more', (age) => {
    const { figures, why } = told('dis-share', { age });
    expect(figures).toEqual(['', '0.0 100.0']);
    expect(why).toContain('calculator.dis-share.stays');
  });

  it('figures that nobody has verified are said to be so, until somebody has', () => {
    expect(told('dis-share', { age: '55' }).why).toContain('calculator.dis-share.not-verified');
    const defaultInvestment = DATA.defaultInvestment.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, source: 'sourced' as const })),
    }));
    const data = { ...DATA, defaultInvestment };
    expect(told('dis-share', { age: '55' }, { data }).why).not.toContain('calculator.dis-share.not-verified');
  });

  it.each([
    ['15', 'calculator-age'],
    ['16', null],
    ['120', null],
    ['121', 'calculator-age'],
  ])('an age of %s: %s', (age, code) => {
    expect(refused('dis-share', 'age', age)).toBe(code);
  });
});

describe('the dealing day if I submit now (facts/domain.md §3d)', () => {
  it('is said for before and after the cut-off', () => {
    expect(told('dealing-day', {}).figures).toEqual(['Monday 23 November 2026', 'Tuesday 24 November 2026']);
  });

  it('offline it is said that nothing is sent from here', () => {
    expect(told('dealing-day', {}, { online: false }).why).toContain('shared.dealing.offline');
    expect(told('dealing-day', {}).why).not.toContain('shared.dealing.offline');
  });

  it('beyond the calendar it is not guessed', () => {
    const later = { now: '2031-01-02T09:30:00+08:00', today: '2031-01-02' };
    expect(told('dealing-day', {}, later)).toEqual({ figures: [], why: ['shared.dealing.not-known'] });
  });
});

describe('the words of the calculators', () => {
  const asked = CALCULATOR_NAMES.flatMap((name) =>
    calculatorPages(CALCULATORS[name]).flatMap(({ id, step }) => {
      const ask = step.ask(factsOf({}), 1);
      const options = 'options' in ask ? ask.options.map(({ label }) => label) : [];
      return [
        `${calculatorWords(name, id)}.heading`,
        `${calculatorWords(name, id)}.help`,
        ...options.flatMap((label) => ('message' in label ? [label.message] : [])),
      ];
    }),
  );
  const named = CALCULATOR_NAMES.flatMap((name) =>
    ['name', 'help', 'result'].map((part) => `calculator.${name}.${part}`),
  );
  const said = [
    told('contribution-amount', { ...monthly, income: '20000' }),
    told('dis-share', { age: '30' }),
    told('dis-share', { age: '64' }),
    told('dealing-day', {}),
  ].flatMap(({ why }) => why);
  const rules = [
    'calculator-age',
    'calculator-start-in-future',
    'calculator-start-long-ago',
    'calculator-days',
  ];

  it.each(LOCALES)('are all there in %s', (locale) => {
    const words = new Map<string, string>(Object.entries(CATALOGUES[locale]));
    const keys = [...asked, ...named, ...said, ...rules.map((code) => `rule.${code}`)];
    expect(keys.filter((key) => (words.get(key) ?? '') === '')).toEqual([]);
  });
});
