import { describe, expect, test } from 'vitest';
import { particularsChange as english } from '../../../messages/en/instructions/particulars-change.ts';
import { particularsChange as chinese } from '../../../messages/zh-Hant/instructions/particulars-change.ts';
import type { Answers } from '../../definition.ts';
import { answered } from '../../shared/facts.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import {
  everyWayTravels,
  factsToday,
  goThrough,
  pagesShown,
  travelling,
} from '../../shared/run-through.fixture.ts';
import { particularsChange } from './particulars-change.ts';
import { PARTICULARS_RULES } from './rules.ts';

const everything = {
  what: 'bank,language,email,mobile,address',
  'address-unit': 'Flat C, 12/F, Block 3',
  'address-building': 'Sui Wo Court',
  'address-street': '1 Sui Wo Road',
  'address-district': 'sha-tin',
  'address-use': 'both',
  mobile: '6123 4567',
  'mobile-again': '61234567',
  email: 'lok@example.hk',
  'email-again': 'lok@example.hk',
  language: 'en',
  'bank-own-name': 'yes',
  'bank-code': '024',
  'bank-account': '388-123456-001',
  'bank-account-again': '388123456001',
};

const travelled = (script: Answers) => travelling(particularsChange, goThrough(particularsChange, script));

describe('what travels', () => {
  test('everything at once, each contact typed twice, and the old contact told', () => {
    expect(travelled(everything)).toEqual({
      address: {
        unit: 'Flat C, 12/F, Block 3',
        building: 'Sui Wo Court',
        street: '1 Sui Wo Road',
        district: 'sha-tin',
        use: 'both',
      },
      mobile: { countryCode: '852', mobile: '61234567', verification: 'typed-twice' },
      email: { email: 'lok@example.hk', verification: 'typed-twice' },
      language: 'en',
      bank: { bankCode: '024', accountNumber: '388123456001', inOwnName: true },
      noticeToOldContact: true,
    });
  });

  test('only the language: nothing else travels and no notice is due', () => {
    expect(travelled({ what: 'language', language: 'zh-Hant' })).toEqual({
      address: null,
      mobile: null,
      email: null,
      language: 'zh-Hant',
      bank: null,
      noticeToOldContact: false,
    });
  });

  test('a village house without flat and street', () => {
    const village = {
      what: 'address',
      'address-unit': '',
      'address-building': 'House 12, Pak Tam Chung Village',
      'address-street': '',
      'address-district': 'sai-kung',
      'address-use': 'home',
    };
    expect(travelled(village)).toMatchObject({
      address: { unit: '', building: 'House 12, Pak Tam Chung Village', street: '' },
    });
  });

  test('a number that was typed and then left out of the choice does not travel', () => {
    const { answers } = goThrough(particularsChange, everything);
    const fewer = factsToday({ ...answers, what: 'language' });
    expect(travelling(particularsChange, fewer)).toMatchObject({ mobile: null, bank: null });
  });

  test('a change of nothing is no payload', () => {
    expect(() => travelling(particularsChange, factsToday())).toThrow('nothing changes');
  });
});

describe('pages', () => {
  const shown = (answers: Answers) => pagesShown(particularsChange, factsToday(answers));

  test('what needs proof is said first, and the old contact before the new one', () => {
    expect(shown({ what: 'mobile' })).toEqual(['proof', 'what', 'old-contact', 'mobile', 'mobile-again']);
    expect(shown({ what: 'language' })).toEqual(['proof', 'what', 'language']);
  });

  test('the receipt says that the old contact hears of it', () => {
    expect(particularsChange.tell?.(factsToday({ what: 'email' }))).toEqual([
      { message: 'particulars.old-contact' },
    ]);
    expect(particularsChange.tell?.(factsToday({ what: 'language' }))).toEqual([]);
  });
});

describe('what is refused', () => {
  const address = { what: 'address', 'address-unit': '', 'address-building': 'AB' };
  const cases: readonly (readonly [string, string, string, string, Answers])[] = [
    ['particulars-choose', 'what', '', 'mobile', {}],
    ['particulars-name-proof', 'what', 'mobile,name', 'mobile', {}],
    ['particulars-id-number-proof', 'what', 'id-number', 'email', {}],
    ['particulars-date-of-birth-proof', 'what', 'date-of-birth', 'bank', {}],
    ['particulars-sex-proof', 'what', 'sex', 'address', {}],
    ['particulars-building', 'address-building', '28', '28 Hennessy Mansion', { what: 'address' }],
    ['address-too-short', 'address-street', '', '5 Tai Street', address],
    ['mobile-different', 'mobile-again', '61234568', '61234567', { what: 'mobile', mobile: '61234567' }],
    ['particulars-email-different', 'email-again', 'a@b.hk', 'c@b.hk', { what: 'email', email: 'c@b.hk' }],
    [
      'particulars-bank-different',
      'bank-account-again',
      '1234568',
      '1234567',
      { what: 'bank', 'bank-account': '1234567' },
    ],
    ['bank-not-own-name', 'bank-own-name', 'no', 'yes', { what: 'bank' }],
  ];

  for (const [code, page, wrong, right, before] of cases) {
    test(`${page}: ${wrong === '' ? 'nothing' : wrong} is ${code}`, () => {
      expect(answered(particularsChange, page, wrong, before)).toMatchObject({ ok: false, code });
      expect(answered(particularsChange, page, right, before).ok).toBe(true);
    });
  }

  test('every rule of the kind is among them', () => {
    const codes = new Set(cases.map(([code]) => code));
    expect(PARTICULARS_RULES.filter((code) => !codes.has(code))).toEqual([]);
  });
});

test('whatever way is taken to its end, what comes out of it can travel', () => {
  expect(everyWayTravels(particularsChange, [everything])).toBeGreaterThan(20);
});

test('every word is there in both languages and fits its place', () => {
  const words = { en: english, 'zh-Hant': chinese };
  const visits = [goThrough(particularsChange, everything)];
  expect(faultsInWords(particularsChange, words, visits, PARTICULARS_RULES)).toEqual([]);
});
