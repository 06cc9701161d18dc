import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELD_ERRORS } from '../codes.ts';
import { LOCALES } from '../locale.ts';
import { CONTACT_CHANNELS, DISTRICTS, OPTIONAL_USES, REGISTRATION_STEPS } from './answers.ts';
import { type AnswerContext, checkAnswer } from './steps.ts';

const context: AnswerContext = { answers: { mobile: '91234567' }, today: '2026-11-22' };
const accepted = (value: string) => ({ ok: true, value });

describe('names, as on the card', () => {
  test.each([
    ['LOK', 'LOK'],
    ['  lok   wing ', 'lok wing'],
    ['O’BRIEN', "O'BRIEN"],
    ['AU–YEUNG', 'AU-YEUNG'],
    ['ＬＯＫ', 'LOK'],
    ['García', 'García'],
    ['VAN DER, Jr', 'VAN DER, Jr'],
  ])('%j becomes %j', (raw, value) => {
    expect(checkAnswer('surname', raw, context)).toEqual(accepted(value));
  });

  test.each(['樂', 'L0K', 'LOK!', 'Лок', "'", '-', ',,', 'LOK\u0000'])('%j cannot be on the card', (raw) => {
    expect(checkAnswer('surname', raw, context)).toEqual({ ok: false, code: 'name-characters' });
  });

  test('a surname is needed, given names are not: a single name', () => {
    expect(checkAnswer('surname', ' ', context)).toEqual({ ok: false, code: 'required' });
    expect(checkAnswer('given-names', ' ', context)).toEqual(accepted(''));
  });

  test('long names are kept whole up to the limit of the payload', () => {
    expect(checkAnswer('surname', 'A'.repeat(80), context).ok).toBe(true);
    expect(checkAnswer('surname', 'A'.repeat(81), context)).toMatchObject({ code: 'name-too-long' });
    expect(checkAnswer('given-names', 'A'.repeat(120), context).ok).toBe(true);
    expect(checkAnswer('given-names', 'A'.repeat(121), context)).toMatchObject({ code: 'name-too-long' });
  });
});

describe('birth date', () => {
  test('is kept as precise as it is printed', () => {
    expect(checkAnswer('date-of-birth', '1961', context)).toEqual(accepted('1961'));
    expect(checkAnswer('date-of-birth', '021961', context)).toEqual(accepted('1961-02'));
    expect(checkAnswer('date-of-birth', '03/02/1961', context)).toEqual(accepted('1961-02-03'));
  });

  test('eighteen today is old enough, eighteen tomorrow is not, and only a year counts from its last day', () => {
    expect(checkAnswer('date-of-birth', '22112008', context)).toEqual(accepted('2008-11-22'));
    expect(checkAnswer('date-of-birth', '23112008', context)).toMatchObject({ code: 'age-too-young' });
    expect(checkAnswer('date-of-birth', '2008', context)).toMatchObject({ code: 'age-too-young' });
    expect(checkAnswer('date-of-birth', '2007', context)).toEqual(accepted('2007'));
  });

  test.each([
    ['', 'required'],
    ['3002196', 'date-incomplete'],
    ['30021961', 'date-not-real'],
    ['2030', 'date-in-future'],
  ])('%j is refused as %s', (raw, code) => {
    expect(checkAnswer('date-of-birth', raw, context)).toEqual({ ok: false, code });
  });
});

describe('mobile number', () => {
  test.each([
    ['91234567', '91234567'],
    ['9123 4567', '91234567'],
    ['+852 9123-4567', '91234567'],
    ['00852 9123 4567', '91234567'],
    ['85291234567', '91234567'],
    ['85212345', '85212345'],
    ['９１２３４５６７', '91234567'],
  ])('%j becomes %j', (raw, value) => {
    expect(checkAnswer('mobile', raw, context)).toEqual(accepted(value));
  });

  test.each([
    ['', 'required'],
    ['9123456', 'mobile-length'],
    ['912345678', 'mobile-length'],
    ['+86 13800138000', 'mobile-length'],
    ['9123456x', 'mobile-length'],
    ['21234567', 'mobile-prefix'],
    ['31234567', 'mobile-prefix'],
    ['01234567', 'mobile-prefix'],
    ['11234567', 'mobile-prefix'],
  ])('%j is refused as %s', (raw, code) => {
    expect(checkAnswer('mobile', raw, context)).toMatchObject({ ok: false, code });
  });

  test('the second time has to be the same number, however it is spaced', () => {
    expect(checkAnswer('mobile-again', '9123 4567', context)).toEqual(accepted('91234567'));
    expect(checkAnswer('mobile-again', '91234568', context)).toEqual({ ok: false, code: 'mobile-different' });
    expect(checkAnswer('mobile-again', '9123456', context)).toMatchObject({ code: 'mobile-length' });
    expect(checkAnswer('mobile-again', '91234567', { ...context, answers: {} })).toMatchObject({
      code: 'mobile-different',
    });
  });
});

describe('e-mail address', () => {
  test.each([
    [' someone@example.com ', 'someone@example.com'],
    ['some.one+mpf@mail.example.com.hk', 'some.one+mpf@mail.example.com.hk'],
    ['someone＠example.com', 'someone@example.com'],
  ])('%j becomes %j', (raw, value) => {
    expect(checkAnswer('email', raw, context)).toEqual(accepted(value));
  });

  test.each([
    ['', 'required'],
    ['someone', 'email-format'],
    ['someone@', 'email-format'],
    ['someone@example', 'email-format'],
    ['some one@example.com', 'email-format'],
    [`${'a'.repeat(250)}@example.com`, 'email-too-long'],
  ])('%j is refused as %s', (raw, code) => {
    expect(checkAnswer('email', raw, context)).toMatchObject({ ok: false, code });
  });
});

describe('address', () => {
  test.each([
    ['大澳永安街1號', '大澳永安街1號'],
    [' Flat A ,  1/F \r\n\r\n1 Wing On Street\rTai O ', 'Flat A , 1/F\n1 Wing On Street\nTai O'],
    ['1 Wing\u0000On\u200bStreet', '1 Wing On Street'],
  ])('%j becomes %j', (raw, value) => {
    expect(checkAnswer('address', raw, context)).toEqual(accepted(value));
  });

  test.each([
    [' \n ', 'required'],
    ['1 A', 'address-too-short'],
    ['..........', 'address-too-short'],
    ['Flat A\n1/F\n1 Wing On Street\nTai O', 'address-too-long'],
    ['x'.repeat(81), 'address-too-long'],
  ])('%j is refused as %s', (raw, code) => {
    expect(checkAnswer('address', raw, context)).toMatchObject({ ok: false, code });
  });
});

describe('choices', () => {
  test.each([
    ['contact-channel', CONTACT_CHANNELS],
    ['district', DISTRICTS],
    ['communication-language', LOCALES],
  ] as const)('%s takes its codes and nothing else', (step, codes) => {
    for (const code of codes) expect(checkAnswer(step, code, context)).toEqual(accepted(code));
    for (const raw of ['', 'toString', `${codes[0]} `]) {
      expect(checkAnswer(step, raw, context)).toEqual({ ok: false, code: 'choose-one' });
    }
  });

  test('optional uses: none, some or all, once each and in order', () => {
    expect(checkAnswer('optional-uses', '', context)).toEqual(accepted(''));
    expect(checkAnswer('optional-uses', 'mpf-education', context)).toEqual(accepted('mpf-education'));
    const backwards = [...OPTIONAL_USES, ...OPTIONAL_USES].reverse().join(', ');
    expect(checkAnswer('optional-uses', backwards, context)).toEqual(accepted(OPTIONAL_USES.join(',')));
    expect(checkAnswer('optional-uses', 'marketing', context)).toEqual({ ok: false, code: 'choose-one' });
  });
});

test('no text makes a rule throw; what is accepted is accepted again and unchanged; refusals carry no answer', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.string({ unit: 'grapheme', maxLength: 100 }),
    fc.stringMatching(/^[0-9+ -]{0,14}$/),
    fc.stringMatching(/^[A-Za-z ',-]{0,90}$/),
    fc.emailAddress(),
  );
  fc.assert(
    fc.property(fc.constantFrom(...REGISTRATION_STEPS), texts, (step, raw) => {
      const checked = checkAnswer(step, raw, context);
      if (checked.ok) {
        expect(checkAnswer(step, checked.value, context)).toEqual(checked);
      } else {
        expect(FIELD_ERRORS).toContain(checked.code);
        expect(Object.values(checked.params ?? {}).every((value) => typeof value === 'number')).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});
