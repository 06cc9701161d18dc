import { describe, expect, test } from 'vitest';
import { SAMPLE_ACCOUNTS, SAMPLE_CONTRIBUTIONS } from '../../records/records.fixture.ts';
import type { Answers, Definition, Facts } from '../definition.ts';
import { contributionEnquiry } from '../kinds/contribution-enquiry/contribution-enquiry.ts';
import { explainedMonths } from '../kinds/contribution-enquiry/known-reasons.ts';
import { fundSwitch } from '../kinds/fund-switch/fund-switch.ts';
import { mandateChange } from '../kinds/mandate-change/mandate-change.ts';
import { transfer } from '../kinds/transfer/transfer.ts';
import { applicable, checkAnswer, pagesFor } from '../pages.ts';
import { everyWayTravels, factsToday, goThrough, pagesShown, travelling } from './run-through.fixture.ts';

const KNOWN = { records: SAMPLE_ACCOUNTS };
const switched = {
  'known-account': 'china-life.027',
  'contribution-types': 'former-employment',
  mode: 'fund-to-fund',
  'out-fund': 'S02GUAR',
  'out-percentage': '100',
  'into-funds': 'S02ASIA=100',
  another: 'no',
};

function asked(definition: Definition, page: string, answers: Answers, other: Partial<Facts> = KNOWN) {
  const facts = factsToday(answers, other);
  const found = pagesFor(definition, facts).find(({ id }) => id === page);
  if (found === undefined) throw new RangeError(`${page} is not shown`);
  return {
    ask: found.step.ask(facts, found.index),
    check: (value: string) => checkAnswer(found, value, facts),
  };
}

const codes = (ask: ReturnType<typeof asked>['ask']) =>
  'options' in ask ? ask.options.map(({ code }) => code) : [];

describe('an account that the platform has on record', () => {
  test('is chosen instead of typed, and travels as if it had been typed', () => {
    expect(travelling(fundSwitch, goThrough(fundSwitch, switched, KNOWN))).toMatchObject({
      scheme: 'china-life',
      accountNumber: '99310027',
      switch: { moves: [{ from: 'S02GUAR', percentage: 100 }] },
    });
  });

  test('stands in the order of the scheme names, with another one last and none chosen', () => {
    expect(codes(asked(fundSwitch, 'known-account', {}).ask)).toEqual([
      'china-life.027',
      'mass.266',
      'other',
    ]);
  });

  test('shows what it holds part by part, and offers only that to be moved out, by name', () => {
    const { ask } = asked(fundSwitch, 'holdings', { 'known-account': 'mass.266' });
    expect(ask.type === 'statement' ? ask.figures.map(({ value }) => value) : []).toMatchObject([
      { words: { en: 'HK$111,124.65' } },
      { words: { en: 'HK$30,120.55' } },
      { words: { en: 'HK$81,004.10' } },
      { words: { en: 'HK$64,300.00' } },
      { words: { en: 'HK$64,300.00' } },
    ]);
    const before = { 'known-account': 'mass.266', mode: 'fund-to-fund' };
    const outOf = (types: string) =>
      codes(asked(fundSwitch, 'out-fund', { ...before, 'contribution-types': types }).ask);
    expect(outOf('employer-mandatory,employee-mandatory')).toEqual(['S01BALN', 'S01GLBE']);
    expect(outOf('employee-mandatory')).toEqual(['S01GLBE']);
    expect(asked(fundSwitch, 'contribution-types', before).check('tax-deductible-voluntary').ok).toBe(false);
  });

  test('warns of the guarantee only where there is money in a guaranteed fund', () => {
    const whole = { mode: 'rebalance', investment: 'dis' };
    const shown = (start: Answers) => pagesShown(fundSwitch, factsToday({ ...start, ...whole }, KNOWN));
    const guaranteed = {
      'known-account': switched['known-account'],
      'contribution-types': 'former-employment',
    };
    expect(shown(guaranteed)).toContain('guarantee');
    const plain = { 'known-account': 'mass.266', 'contribution-types': 'employee-mandatory' };
    expect(shown(plain)).not.toContain('guarantee');
  });

  test('shows where new money goes now', () => {
    const { ask } = asked(mandateChange, 'mandate-now', { 'known-account': 'mass.266' });
    expect(ask.type === 'statement' ? ask.figures.map(({ value }) => value) : []).toMatchObject(
      ['100%', '40%', '60%', '100%', '100%'].map((en) => ({ words: { en } })),
    );
  });

  test('of a scheme that is not on is told why, like one that is typed', () => {
    const before = { ...KNOWN, today: '2024-06-30', now: '2024-06-30T04:00:00.000Z' };
    expect(asked(fundSwitch, 'known-account', {}, before).check('china-life.027')).toMatchObject({
      ok: false,
    });
    expect(asked(fundSwitch, 'known-account', {}, before).check('mass.266').ok).toBe(true);
  });
});

describe('another account than those on record', () => {
  const other = { ...switched, 'known-account': 'other', scheme: 'mass', account: 'M1234567' };

  test('is typed as without a look-up, with every fund of its scheme', () => {
    const facts = factsToday({ ...other, 'out-fund': 'S01MCF', 'into-funds': 'S01GLBE=100' }, KNOWN);
    expect(pagesShown(fundSwitch, facts)).not.toContain('holdings');
    expect(fundSwitch.build(applicable(fundSwitch, facts))).toMatchObject({
      scheme: 'mass',
      accountNumber: 'M1234567',
    });
  });

  test('and once the records are gone, scheme and number are asked, not guessed', () => {
    const facts = factsToday(switched, { records: null });
    expect(pagesShown(fundSwitch, facts).slice(0, 2)).toEqual(['scheme', 'account']);
    expect(fundSwitch.build(applicable(fundSwitch, facts))).toMatchObject({ scheme: undefined });
  });
});

describe('money that moves out of accounts on record', () => {
  const both = {
    money: 'personal-accounts',
    'known-account': 'china-life.027',
    'another-account': 'yes',
    'known-account-2': 'mass.266',
    'another-account-2': 'no',
    'to-scheme': 'shkp',
    'to-account-kind': 'existing',
    'to-account': 'M1234567',
  };

  test('is chosen round by round, none twice, and travels as if it had been typed', () => {
    expect(travelling(transfer, goThrough(transfer, both, KNOWN))).toMatchObject({
      sources: [
        { scheme: 'china-life', accountNumber: '99310027' },
        { scheme: 'mass', accountNumber: '40718266' },
      ],
    });
    const { money, 'known-account': first, 'another-account': another } = both;
    const second = asked(transfer, 'known-account-2', {
      money,
      'known-account': first,
      'another-account': another,
    });
    expect(codes(second.ask)).toEqual(['mass.266', 'other']);
  });

  test('does not go back into the account it comes out of', () => {
    const into = { ...both, 'to-scheme': 'mass' };
    expect(asked(transfer, 'to-account', into).check('40718266')).toMatchObject({
      code: 'transfer-same-account',
    });
    expect(asked(transfer, 'to-account', into).check('40718267').ok).toBe(true);
  });

  test('warns of a guarantee in the scheme of a chosen account', () => {
    expect(pagesShown(transfer, factsToday(both, KNOWN))).toContain('guarantee');
  });
});

test('whatever way is taken with records, what comes out of it can travel', () => {
  expect(everyWayTravels(fundSwitch, [switched], KNOWN)).toBeGreaterThan(10);
  expect(
    everyWayTravels(transfer, [{ 'from-account': 'M1', 'to-account': 'M2345678' }], KNOWN),
  ).toBeGreaterThan(5);
  expect(everyWayTravels(mandateChange, [{ funds: 'S02ASIA=100' }], KNOWN)).toBeGreaterThan(10);
});

describe('months that the platform has on record', () => {
  const SEEN = { records: SAMPLE_CONTRIBUTIONS };

  test('are shown by mandatory and voluntary, an empty one as no record received with its reason', () => {
    const { ask } = asked(contributionEnquiry, 'records', {}, SEEN);
    if (ask.type !== 'statement') throw new Error(ask.type);
    expect(ask.figures).toHaveLength(12);
    expect(ask.figures[0]?.value).toEqual({
      message: 'records.month.amounts',
      params: { mandatory: '1,500.00', voluntary: '500.00' },
    });
    expect(ask.figures[1]?.value).toEqual({ message: 'records.month.returned-to-employer' });
    expect(ask.figures[4]?.value).toEqual({ message: 'records.month.none' });
  });

  test('stand beside the months to choose from, and what the platform knows explains an empty one', () => {
    const { ask } = asked(contributionEnquiry, 'months', { years: '2026' }, SEEN);
    const helps = 'options' in ask ? ask.options.map(({ help }) => help) : [];
    expect(helps[7]).toEqual({ message: 'records.month.returned-to-employer' });
    // Not on record yet: nothing is said of it.
    expect(helps[10]).toBeUndefined();
    const facts = factsToday({ years: '2026', months: '2026-05,2026-08', payer: 'employer' }, SEEN);
    expect(explainedMonths(facts)).toEqual([{ month: '2026-08', reason: 'returned-to-employer' }]);
  });

  test('put no amount into the case', () => {
    const facts = factsToday({ years: '2026', months: '2026-08', payer: 'myself' }, SEEN);
    expect(JSON.stringify(contributionEnquiry.build(applicable(contributionEnquiry, facts)))).not.toContain(
      '1500',
    );
  });
});
