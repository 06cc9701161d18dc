import { expect, test } from 'vitest';
import { mandateChange as english } from '../../../messages/en/instructions/mandate-change.ts';
import { mandateChange as chinese } from '../../../messages/zh-Hant/instructions/mandate-change.ts';
import {
  answered,
  bornIn,
  detailsOf,
  factsWith,
  pageIds,
  withStatements,
} from '../../shared/facts.fixture.ts';
import { assertEveryWayIsSent } from '../../shared/walk.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import { SAMPLE_ACCOUNTS } from '../../../records/records.fixture.ts';
import { goThrough } from '../../shared/run-through.fixture.ts';
import { mandateChange } from './mandate-change.ts';

const start = {
  scheme: 'willow',
  account: 'M1234567',
  'contribution-types': 'employer-mandatory,employee-mandatory',
};
const KNOWN_MANDATE = {
  'known-account': 'mass.266',
  'contribution-types': 'employee-mandatory',
  investment: 'dis',
};
const dis = { ...start, investment: 'dis' };
const funds = { ...start, investment: 'funds', funds: 'WEQ=75,WCAF=25' };

test('funds of the own choice travel in whole per cent, for every part of the account that is named', () => {
  expect(detailsOf(mandateChange, funds)).toEqual({
    scheme: 'willow',
    accountNumber: 'M1234567',
    contributionTypes: ['employer-mandatory', 'employee-mandatory'],
    investment: {
      way: 'funds',
      allocation: [
        { fund: 'WEQ', percentage: 75 },
        { fund: 'WCAF', percentage: 25 },
      ],
      standAloneRead: true,
    },
  });
});

test('DIS travels without percentages, after it was explained', () => {
  expect(pageIds(mandateChange, dis)).toEqual([
    'scheme',
    'account',
    'contribution-types',
    'investment',
    'dis-explained',
    'effect',
  ]);
  expect(detailsOf(mandateChange, dis)).toMatchObject({ investment: { way: 'dis' } });
});

test('nothing is asked about funds until the way is chosen, and nothing is chosen in advance', () => {
  expect(pageIds(mandateChange, start)).not.toContain('funds');
  expect(pageIds(mandateChange, start)).not.toContain('dis-explained');
});

test('a fund of another scheme is not taken', () => {
  expect(answered(mandateChange, 'funds', 'AEQ=100', funds)).toMatchObject({ code: 'choose-one-of-these' });
  expect(answered(mandateChange, 'funds', 'WEQ=100', funds).ok).toBe(true);
});

test('a change of scheme afterwards makes the funds be asked again', () => {
  const moved = { ...funds, scheme: 'aspen' };
  expect(answered(mandateChange, 'funds', moved.funds, moved)).toMatchObject({ code: 'choose-one-of-these' });
});

test('every way through ends in what can be sent', () => {
  expect(() => assertEveryWayIsSent(mandateChange)).not.toThrow();
});

test('every page, option and statement has its words in both languages', () => {
  const runs = [
    withStatements(mandateChange, factsWith(dis, bornIn(1970))),
    withStatements(mandateChange, factsWith(funds)),
    goThrough(mandateChange, KNOWN_MANDATE, { records: SAMPLE_ACCOUNTS }),
  ];
  const words = { en: english, 'zh-Hant': chinese };
  const rules = [
    'scheme-not-known',
    'scheme-not-yet',
    'scheme-moving',
    'scheme-moving-closed',
    'account-number-shape',
    'contribution-type-needed',
  ];
  expect(faultsInWords(mandateChange, words, runs, rules, ['no-scheme-on'])).toEqual([]);
});
