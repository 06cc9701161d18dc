import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LOCALES } from '../../locale.ts';
import { remittance as english } from '../../messages/en/remittance.ts';
import { remittance as traditionalChinese } from '../../messages/zh-Hant/remittance.ts';
import { REMITTANCE_CODES } from './codes.ts';
import { COLUMNS } from '../columns.ts';
import { describeProblem } from './describe.ts';
import { BLANK } from './problem.ts';

const texts: Readonly<Record<(typeof LOCALES)[number], Readonly<Record<string, string>>>> = {
  en: english,
  'zh-Hant': traditionalChinese,
};

it.each(LOCALES)('%s says what is wrong and what to do for every code, and names every column', (locale) => {
  const wanted = [
    ...REMITTANCE_CODES.flatMap((code) => [`remittance.${code}`, `remittance.${code}.fix`]),
    ...COLUMNS.map(({ key }) => `remittance.column.${key}`),
  ];
  expect(wanted.filter((key) => (texts[locale][key] ?? '').trim() === '')).toEqual([]);
});

it.each(LOCALES)('%s takes the same parameters as the other', (locale) => {
  const parameters = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  const differing = Object.keys(english).filter(
    (key) => parameters(texts[locale][key]).join() !== parameters(texts.en[key]).join(),
  );
  expect(differing).toEqual([]);
});

it('every code has a failing example in the tables beside this file', () => {
  const tables = [
    'rows.test.ts',
    'file.test.ts',
    'file/encoding.test.ts',
    'employer/employer.test.ts',
    'summary/summarise.test.ts',
  ]
    .map((name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
    .join('\n');
  expect(REMITTANCE_CODES.filter((code) => !tables.includes(code))).toEqual([]);
});

it('says the place, the reason and the fix in each language', () => {
  const problem = {
    column: 'total',
    code: 'total-differs',
    params: { entered: '2000.01', computed: '2000.00' },
  } as const;
  expect(describeProblem(problem, 12, 'en')).toEqual({
    severity: 'error',
    place: 'row 12, column AC (Total)',
    reason: 'The total is HK$2,000.01, the parts come to HK$2,000.00.',
    fix: 'Correct the total or the parts in columns V to AB.',
  });
  expect(describeProblem(problem, 12, 'zh-Hant')).toEqual({
    severity: 'error',
    place: '第 12 行 AC 欄（總額）',
    reason: '總額是 HK$2,000.01，各部分合計是 HK$2,000.00。',
    fix: '請更正總額，或 V 至 AB 欄的金額。',
  });
  const order = {
    column: 'payrollPeriodEnd',
    code: 'date-order',
    params: { other: 'payrollPeriodStart' },
  } as const;
  expect(describeProblem(order, 1, 'en').reason).toContain('column E (Payroll Contribution Period Start)');
});

it('explains a difference, and says blank for a cell that should be', () => {
  const problem = {
    column: 'eemc',
    code: 'mandatory-differs',
    params: { entered: '350.00', computed: BLANK, because: 'contribution-holiday age-not-in-file' },
  } as const;
  const inEnglish = describeProblem(problem, 1, 'en').reason;
  expect(inEnglish).toMatch(
    /^Entered HK\$350\.00, computed blank\. The employee pays nothing for the first 30 days/,
  );
  expect(inEnglish).toContain('no date of birth');
  expect(describeProblem(problem, 1, 'zh-Hant').reason).toMatch(/^填寫：HK\$350\.00，計算結果：留空。/);
});

it('letters are those of the spreadsheet: 47 columns, A to AU', () => {
  expect(COLUMNS.map(({ letter }) => letter).join(' ')).toBe(
    'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AP AQ AR AS AT AU',
  );
  const sizes = ['general', 'contribution', 'new-member', 'termination'].map(
    (name) => COLUMNS.filter(({ section }) => section === name).length,
  );
  expect(sizes).toEqual([12, 17, 15, 3]);
});
