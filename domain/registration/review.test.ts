import { describe, expect, test } from 'vitest';
import { canonicalHkid, formatHkid } from '../identity/document/hkid.ts';
import {
  adult01,
  declaredDraft,
  mobileAnswers,
  postAnswers,
  typedAdult02,
  typedAdult02Answers,
} from './draft.fixture.ts';
import { reviewRows } from './review.ts';

const values = (draft: Parameters<typeof reviewRows>[0]) =>
  reviewRows(draft).map(({ key, value, change }) => [key, value, change]);

describe('what a member checks before submitting', () => {
  test('a card that was read, contact by mobile', () => {
    expect(values(declaredDraft)).toEqual([
      ['document', 'reader', null],
      ['number', 'A12***(*)', null],
      ['name-english', 'LOK, Wing Sum', null],
      ['name-chinese', '樂詠心', null],
      ['date-of-birth', '1980-02', null],
      ['former-name', '', 'former-name'],
      ['contact-channel', 'mobile', 'contact-channel'],
      ['mobile', '9123 4567', 'mobile'],
      ['communication-language', 'zh-Hant', 'communication-language'],
      ['optional-uses', 'mpf-education', 'optional-uses'],
      ['attested-by', 'S-0001', null],
    ]);
  });

  test('a typed number, a single name, contact by post', () => {
    const answers = { ...typedAdult02Answers, ...postAnswers };
    expect(values({ ...declaredDraft, identified: typedAdult02, answers })).toEqual([
      ['document', 'typed', null],
      ['number', 'AB9***(*)', null],
      ['name-english', "D'ALMADA", 'surname'],
      ['name-chinese', '', 'chinese-codes'],
      ['date-of-birth', '1961', 'date-of-birth'],
      ['former-name', '', 'former-name'],
      ['contact-channel', 'post', 'contact-channel'],
      ['address', '大澳永安街1號\n地下\ndistrict:islands', 'address'],
      ['communication-language', 'en', 'communication-language'],
      ['optional-uses', '', 'optional-uses'],
      ['attested-by', 'S-0001', null],
    ]);
  });

  test('no row for what was not answered, no row for an attestation that was not given', () => {
    const keys = reviewRows({ ...declaredDraft, answers: {}, attestation: null }).map((row) => row.key);
    expect(keys).toEqual([
      'document',
      'number',
      'name-english',
      'name-chinese',
      'date-of-birth',
      'former-name',
    ]);
  });

  test('what staff filled in is marked, also when it is the second page of a row', () => {
    const marked = reviewRows({ ...declaredDraft, byStaff: ['mobile-again', 'optional-uses'] })
      .filter((row) => row.byStaff)
      .map((row) => row.key);
    expect(marked).toEqual(['mobile', 'optional-uses']);
  });
});

test('the full number is on no row, in no form', () => {
  const typed = {
    ...declaredDraft,
    identified: typedAdult02,
    answers: { ...typedAdult02Answers, ...mobileAnswers },
  };
  const text = JSON.stringify([reviewRows(declaredDraft), reviewRows(typed)]);
  for (const number of [adult01.number, { body: 'AB987654', check: '3' }]) {
    for (const form of [formatHkid(number), canonicalHkid(number), number.body, number.body.slice(-6)]) {
      expect(text).not.toContain(form);
    }
  }
});
