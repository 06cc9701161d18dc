import { EMBEDDED_REFERENCE_DATA } from '../../../reference-data/embedded/embedded.ts';
import type { FileFacts } from '../../../remittance/summary/file-facts.ts';
import type { Answers, Facts } from '../../definition.ts';
import { toldRulesText } from '../../shared/stored-rules.ts';
import type { StoredRules } from '../../../wire/employer-rules.ts';
import { SAMPLE_FILE } from '../../testing/sample-file.ts';
import { SAMPLE_RULES } from '../../testing/sample-rules.ts';
import { sampleData } from '../../shared/reference-data.fixture.ts';

/** Sample schemes with the daily scale and the hotline's hours that ship with the terminal. */
export const data: Facts['data'] = {
  ...sampleData,
  industryScales: EMBEDDED_REFERENCE_DATA.industryScales,
  contacts: EMBEDDED_REFERENCE_DATA.contacts,
};

/** The account and scheme that are paid for. */
const paidFor = { employerAccount: '3777463656273', scheme: 'willow' };

/** An invented shop that pays for October 2026. */
const shop: Answers = {
  authorised: 'yes',
  way: 'form',
  'employee-count': '1',
  enrolled: 'yes',
  group: 'no',
  payer: 'Lantern Street Bakery Ltd',
  'employer-account': '3777463656273',
  scheme: 'willow',
  'stored-rules': toldRulesText({ state: 'none', ...paidFor }),
  'account-type': 'REE',
  'period-start': '2026-10-01',
  'period-end': '2026-10-31',
  voluntary: 'none',
};

/** An invented employee, employed for years. */
const clerk: Answers = {
  'staff-number': 'L-001',
  'id-type': 'HKID',
  'id-number': 'A1234563',
  born: '1985-06-15',
  'employment-date': '2020-03-01',
  left: 'no',
  income: '12011.50',
  ermc: '600.58',
  eemc: '600.58',
};

export const regular: Answers = { ...shop, ...clerk, 'pay-by': 'cheque' };

function without(answers: Answers, ...ids: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));
}

/** Unpaid leave all October. */
export const unpaidLeave: Answers = {
  ...without(regular, 'ermc', 'eemc', 'pay-by'),
  income: '0.00',
};

export const belowMinimum: Answers = {
  ...without(regular, 'eemc'),
  income: '7099.99',
  ermc: '355.00',
};

export const aboveMaximum: Answers = {
  ...regular,
  income: '45000.00',
  ermc: '1500.00',
  eemc: '1500.00',
};

/** 22 days in construction at 780 dollars a day. */
export const casual: Answers = {
  ...regular,
  'account-type': 'CEE',
  'contribution-day': '2026-11-10',
  income: '17160.00',
  'working-days': '22',
  ermc: '880.00',
  eemc: '880.00',
};

export const leaver: Answers = {
  ...regular,
  left: 'yes',
  'last-day': '2026-10-31',
  reason: 'CONTRACT_END',
  severance: 'L',
};

export const inGroup: Answers = {
  ...regular,
  group: 'yes',
  companies: 'Lantern Street Bakery Limited\nLantern Street Catering Ltd',
  payer: 'LANTERN STREET BAKERY LTD.',
};

/** Two employees with voluntary contributions based on basic salary, paid by direct debit. */
export const voluntary: Answers = {
  ...regular,
  'employee-count': '2',
  voluntary: 'on-basic-salary',
  'basic-salary': '10000.00',
  ervc: '200.00',
  eevc: '0.00',
  'staff-number-2': 'L-002',
  'id-type-2': 'PASSPORT',
  'id-number-2': 'K7654321Z',
  'born-2': '1990',
  'employment-date-2': '2021-08-02',
  'left-2': 'no',
  'income-2': '20000.00',
  'basic-salary-2': '18000.00',
  'ermc-2': '1000.00',
  'eemc-2': '900.00',
  'ervc-2': '0.00',
  'eevc-2': '360.00',
  'pay-by': 'direct-debit',
};

/** A quarter in which the employee's contribution holiday ends. */
export const longPeriod: Answers = {
  ...regular,
  'period-start': '2026-08-01',
  'employment-date': '2026-08-10',
  income: '54000.00',
  'income-after-holiday': '20000.00',
  ermc: '2700.00',
  eemc: '1000.00',
};

/** What the platform has of the shop's rules. */
export const stored: StoredRules = { ...SAMPLE_RULES, ...paidFor };

/** The same shop, which described its rules: a clerk of class A at 7% of the basic salary less the mandatory, and 100. */
export const byStoredRules: Answers = {
  ...regular,
  'stored-rules': toldRulesText({ state: 'found', ...paidFor, rules: stored }),
  voluntary: 'on-basic-salary',
  'member-class': 'c1',
  grade: 'c2',
  'basic-salary': '12000.00',
  ervc: '239.42',
  ervc2: '100.00',
  eevc: '0.00',
};

/** A file of three employees that the terminal checked and holds. */
export const file: FileFacts = { ...SAMPLE_FILE, employerAccountNo: '3777463656273' };

/** The same shop by file; `heldFile` must be `file.id`. */
export const byFile: Answers = {
  authorised: 'yes',
  way: 'file',
  group: 'no',
  payer: 'Lantern Street Bakery Ltd',
  'employer-account': '3777463656273',
  scheme: 'willow',
  'stored-rules': toldRulesText({ state: 'none', ...paidFor }),
  rules: 'none',
  file: JSON.stringify(file),
  'pay-by': 'cheque',
};
