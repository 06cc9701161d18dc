import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fundSwitch as english } from '../../../messages/en/instructions/fund-switch.ts';
import { fundSwitch as chinese } from '../../../messages/zh-Hant/instructions/fund-switch.ts';
import { answered, detailsOf, factsWith, pageIds, sent, withStatements } from '../../shared/facts.fixture.ts';
import { assertEveryWayIsSent } from '../../shared/walk.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import { SAMPLE_ACCOUNTS } from '../../../records/records.fixture.ts';
import { goThrough } from '../../shared/run-through.fixture.ts';
import { detailsSchema } from './details.ts';
import { FUND_SWITCH_RULES, fundSwitch } from './fund-switch.ts';

const start = { scheme: 'willow', account: 'M1234567', 'contribution-types': 'employee-mandatory' };
const oneMove = {
  ...start,
  mode: 'fund-to-fund',
  'out-fund': 'WGTY',
  'out-percentage': '40',
  'into-funds': 'WCAF=30,WEQ=70',
  another: 'no',
};
/** Of an account that was looked up. */
const KNOWN_SWITCH = {
  'known-account': 'china-life.027',
  'contribution-types': 'former-employment',
  mode: 'fund-to-fund',
  'out-fund': 'S02GUAR',
  'out-percentage': '100',
  'into-funds': 'S02ASIA=100',
  another: 'no',
};
const toDis = { ...start, mode: 'rebalance', investment: 'dis' };
const toFunds = { ...start, mode: 'rebalance', investment: 'funds', funds: 'W65=50,WEQ=50' };

describe('part of a fund into others', () => {
  test('travels as it was entered, with the warnings that were read', () => {
    expect(detailsOf(fundSwitch, oneMove)).toEqual({
      scheme: 'willow',
      accountNumber: 'M1234567',
      contributionTypes: ['employee-mandatory'],
      switch: {
        mode: 'fund-to-fund',
        moves: [
          {
            from: 'WGTY',
            percentage: 40,
            into: [
              { fund: 'WCAF', percentage: 30 },
              { fund: 'WEQ', percentage: 70 },
            ],
          },
        ],
        standAloneRead: true,
      },
      guaranteeRead: true,
    });
  });

  test('a second fund is asked for after a yes, without the first among the choices', () => {
    const more = { ...oneMove, another: 'yes' };
    expect(pageIds(fundSwitch, more)).toContain('out-fund-2');
    expect(pageIds(fundSwitch, oneMove)).not.toContain('out-fund-2');
    expect(answered(fundSwitch, 'out-fund-2', 'WGTY', more)).toMatchObject({ code: 'choose-one-of-these' });
    expect(answered(fundSwitch, 'out-fund-2', 'WEQ', more).ok).toBe(true);
  });

  test('money never goes into the fund it comes out of, into another scheme or into a closed fund', () => {
    for (const into of ['WGTY=100', 'AEQ=100', 'WOLD=100']) {
      expect(answered(fundSwitch, 'into-funds', into, oneMove)).toMatchObject({
        code: 'choose-one-of-these',
      });
    }
    expect(answered(fundSwitch, 'out-fund', 'WOLD', oneMove).ok).toBe(true);
  });

  test.each(['0', '101', '250'])('%s per cent of a fund is no share of it', (share) => {
    expect(answered(fundSwitch, 'out-percentage', share, oneMove)).toMatchObject({
      code: 'switch-percentage-range',
    });
  });

  test.each(['1', '40', '100'])('%s per cent of a fund is taken', (share) => {
    expect(answered(fundSwitch, 'out-percentage', share, oneMove)).toEqual({ ok: true, value: share });
  });

  test('whole percentages that make 100, no fund twice: nothing else is taken', () => {
    const parts = fc.array(
      fc.tuple(fc.constantFrom('W65', 'WCAF', 'WEQ'), fc.integer({ min: 0, max: 101 })),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(parts, (chosen) => {
        const text = chosen.map(([fund, share]) => `${fund}=${share}`).join(',');
        const total = chosen.reduce((sum, [, share]) => sum + share, 0);
        const once = new Set(chosen.map(([fund]) => fund)).size === chosen.length;
        const right = total === 100 && once && chosen.every(([, share]) => share >= 1);
        expect(answered(fundSwitch, 'into-funds', text, oneMove).ok).toBe(right);
        const moved = [
          { from: 'WGTY', percentage: 1, into: chosen.map(([fund, percentage]) => ({ fund, percentage })) },
        ];
        const details = {
          scheme: 'willow',
          accountNumber: 'M1234567',
          contributionTypes: ['employee-mandatory'],
          switch: { mode: 'fund-to-fund', moves: moved, standAloneRead: true },
          guaranteeRead: true,
        };
        expect(detailsSchema.safeParse(details).success).toBe(right);
      }),
    );
  });
});

describe('everything by a target, once', () => {
  test('into DIS, explained first', () => {
    expect(pageIds(fundSwitch, toDis)).toContain('dis-explained');
    expect(detailsOf(fundSwitch, toDis)).toMatchObject({
      switch: { mode: 'rebalance', target: { way: 'dis' } },
    });
  });

  test('into funds of the scheme', () => {
    expect(detailsOf(fundSwitch, toFunds)).toMatchObject({
      switch: {
        target: {
          way: 'funds',
          allocation: [
            { fund: 'W65', percentage: 50 },
            { fund: 'WEQ', percentage: 50 },
          ],
          standAloneRead: true,
        },
      },
    });
  });
});

describe('warnings', () => {
  test('a DIS fund by itself does not follow age (§3d)', () => {
    expect(pageIds(fundSwitch, toFunds)).toContain('stand-alone');
    expect(pageIds(fundSwitch, { ...toFunds, funds: 'WEQ=100' })).not.toContain('stand-alone');
    expect(pageIds(fundSwitch, oneMove)).toContain('moves-stand-alone');
    expect(pageIds(fundSwitch, { ...oneMove, 'into-funds': 'WEQ=100' })).not.toContain('moves-stand-alone');
  });

  test('a guaranteed fund that money leaves, or may leave (§3b)', () => {
    expect(pageIds(fundSwitch, oneMove)).toContain('guarantee');
    expect(pageIds(fundSwitch, { ...oneMove, 'out-fund': 'WEQ' })).not.toContain('guarantee');
    expect(pageIds(fundSwitch, toFunds)).toContain('guarantee');
    expect(pageIds(fundSwitch, { ...toFunds, funds: 'WGTY=100' })).not.toContain('guarantee');
    expect(pageIds(fundSwitch, { ...toDis, funds: 'WGTY=100' })).toContain('guarantee');
    expect(pageIds(fundSwitch, { ...toDis, scheme: 'aspen' })).not.toContain('guarantee');
  });

  test('without reading them nothing is sent', () => {
    expect(sent(fundSwitch, { ...oneMove, guarantee: '' })).toMatchObject({
      ok: false,
      params: { field: 'answers' },
    });
  });
});

test('at least one part of the account', () => {
  expect(answered(fundSwitch, 'contribution-types', '', start)).toMatchObject({
    code: 'contribution-type-needed',
  });
});

test('every way through ends in what can be sent', () => {
  expect(() => assertEveryWayIsSent(fundSwitch)).not.toThrow();
});

test('every page, option, rule and statement has its words in both languages', () => {
  const runs = [oneMove, toDis, toFunds, { ...toDis, scheme: 'aspen' }].flatMap((answers) => [
    withStatements(fundSwitch, factsWith(answers)),
    withStatements(fundSwitch, factsWith(answers, { online: false })),
  ]);
  runs.push(goThrough(fundSwitch, KNOWN_SWITCH, { records: SAMPLE_ACCOUNTS }));
  const words = { en: english, 'zh-Hant': chinese };
  expect(faultsInWords(fundSwitch, words, runs, FUND_SWITCH_RULES, ['no-scheme-on'])).toEqual([]);
});
