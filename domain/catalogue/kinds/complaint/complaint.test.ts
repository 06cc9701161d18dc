import { describe, expect, test } from 'vitest';
import { complaint as english } from '../../../messages/en/instructions/complaint.ts';
import { complaint as chinese } from '../../../messages/zh-Hant/instructions/complaint.ts';
import { answered } from '../../shared/facts.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import { complaint } from './complaint.ts';
import { COMPLAINT_RULES } from './rules.ts';
import {
  everyWayTravels,
  factsToday,
  goThrough,
  pagesShown,
  travelling,
} from '../../shared/run-through.fixture.ts';

const byMobile = {
  nature: 'complaint',
  category: 'contributions-missing',
  severity: 'money-at-risk',
  'answer-by': 'mobile',
  'answer-mobile': '9123 4567',
  'answer-mobile-again': '91234567',
  'answer-language': 'zh-Hant',
  words: 'March and April are zero.\nMy payslip shows both.',
  pledge: 'read',
};
const byEmail = {
  nature: 'suggestion',
  category: 'this-machine',
  'answer-by': 'email',
  'answer-email': 'lok@example.hk',
  'answer-language': 'en',
  words: '',
  pledge: 'read',
};
const silent = { nature: 'praise', category: 'service', 'answer-by': 'none', words: '' };

const ids = (script: Readonly<Record<string, string>>) => pagesShown(complaint, goThrough(complaint, script));

describe('what travels', () => {
  test('a complaint to be answered by phone carries category, severity, words, contact and the pledge shown', () => {
    expect(travelling(complaint, goThrough(complaint, byMobile))).toEqual({
      nature: 'complaint',
      category: 'contributions-missing',
      severity: 'money-at-risk',
      words: ['March and April are zero.', 'My payslip shows both.'],
      answer: {
        channel: 'mobile',
        countryCode: '852',
        mobile: '91234567',
        verification: 'typed-twice',
        language: 'zh-Hant',
      },
      pledge: { acknowledgedWithin: 3, answeredWithin: 12 },
    });
  });

  test('a suggestion by e-mail has no severity', () => {
    expect(travelling(complaint, goThrough(complaint, byEmail))).toMatchObject({
      severity: null,
      answer: { channel: 'email', email: 'lok@example.hk', verification: 'none', language: 'en' },
    });
  });

  test('praise without an answer gives no contact and promises nothing', () => {
    expect(travelling(complaint, goThrough(complaint, silent))).toEqual({
      nature: 'praise',
      category: 'service',
      severity: null,
      words: [],
      answer: { channel: 'none' },
      pledge: null,
    });
    expect(complaint.tell?.(goThrough(complaint, silent))).toEqual([]);
  });
});

test('pages appear and vanish with what was answered before', () => {
  expect(ids(byMobile)).toEqual([
    'nature',
    'category',
    'severity',
    'answer-by',
    'answer-mobile',
    'answer-mobile-again',
    'answer-language',
    'words',
    'pledge',
  ]);
  expect(ids(byEmail)).toEqual([
    'nature',
    'category',
    'answer-by',
    'answer-email',
    'answer-language',
    'words',
    'pledge',
  ]);
  expect(ids(silent)).toEqual(['nature', 'category', 'answer-by', 'words']);
});

test('a phone number changed to none does not travel', () => {
  const changed = factsToday({ ...goThrough(complaint, byMobile).answers, 'answer-by': 'none' });
  expect(travelling(complaint, changed)).toMatchObject({ answer: { channel: 'none' } });
});

test('the pledge is the one in the reference data (§2.4), and the receipt repeats it', () => {
  const facts = goThrough(complaint, byMobile);
  const { contacts } = facts.data;
  const complaintPledge = { ...contacts.complaintPledge, answeredWithin: 20 };
  const changed = { ...facts, data: { ...facts.data, contacts: { ...contacts, complaintPledge } } };
  expect(complaint.tell?.(changed)).toEqual([
    { message: 'ask.complaint.pledge.text', params: { acknowledgedWithin: 3, answeredWithin: 20 } },
  ]);
});

describe('the words of a complaint', () => {
  const asked = { nature: 'complaint', category: 'other', 'answer-by': 'none' };

  test.each(['My number is A123456(3) ok', 'a1234563', 'it is AB 987654 3', 'MY ID A123456'])(
    '%j carries an identity card number and is sent back',
    (text) => {
      expect(answered(complaint, 'words', text, asked)).toEqual({ ok: false, code: 'complaint-id-number' });
    },
  );

  test.each(['Ticket A123456(4) was skipped', 'HK$1234567 missing', 'Reference K0127-A0042-N'])(
    '%j carries none',
    (text) => {
      expect(answered(complaint, 'words', text, asked).ok).toBe(true);
    },
  );

  test('something else without words and without a contact says nothing', () => {
    expect(answered(complaint, 'words', '', asked)).toEqual({ ok: false, code: 'complaint-nothing-said' });
    expect(answered(complaint, 'words', 'The screen is too high', asked).ok).toBe(true);
    const reachable = { ...asked, 'answer-by': 'mobile' };
    expect(answered(complaint, 'words', '', reachable).ok).toBe(true);
  });
});

test('two numbers that differ are not taken', () => {
  const asked = { 'answer-by': 'mobile', 'answer-mobile': '91234567' };
  expect(answered(complaint, 'answer-mobile-again', '91234568', asked)).toMatchObject({
    code: 'mobile-different',
  });
});

test('whatever way is taken to its end, what comes out of it can travel', () => {
  expect(everyWayTravels(complaint, [byMobile, byEmail, silent])).toBeGreaterThan(20);
});

test('every word is there in both languages and fits its place', () => {
  const visits = [byMobile, byEmail, silent].map((script) => goThrough(complaint, script));
  const words = { en: english, 'zh-Hant': chinese };
  expect(faultsInWords(complaint, words, visits, COMPLAINT_RULES)).toEqual([]);
});
