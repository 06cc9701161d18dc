import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CONTACT_CHANNELS,
  REGISTRATION_STEPS,
  type RegistrationAnswers,
  type RegistrationStep,
} from './answers.ts';
import {
  mobileAnswers,
  postAnswers,
  readAdult01,
  typedAdult02,
  typedAdult02Answers,
} from './draft.fixture.ts';
import {
  answerTo,
  applyAnswer,
  changeableSteps,
  checkAnswer,
  firstOpenStep,
  isComplete,
  stepsChangedTogether,
  stepsFor,
} from './steps.ts';

const today = '2026-11-22';

/** Something every page takes, and something else it takes. */
const GOOD: Readonly<Record<RegistrationStep, readonly [string, string]>> = {
  surname: ['LOK', 'CHEUNG'],
  'given-names': ['Wing Sum', ''],
  'chinese-codes': ['7115 2429', ''],
  'chinese-characters': ['陳文', '陈□'],
  'former-name': ['LEE Wing Sum', ''],
  'date-of-birth': ['1980', '1980-02-03'],
  'contact-channel': ['mobile', 'post'],
  mobile: ['91234567', '61234567'],
  'mobile-again': ['91234567', '61234567'],
  email: ['someone@example.com', 'other@example.com'],
  address: ['1 Wing On Street', '2 Wing On Street'],
  district: ['islands', 'north'],
  employer: ['mine', 'not-mine'],
  'communication-language': ['zh-Hant', 'en'],
  'optional-uses': ['', 'service-survey'],
};

describe('which pages appear', () => {
  test('a card was read: contact, language, optional uses', () => {
    expect(stepsFor(readAdult01, {})).toEqual(['contact-channel', 'communication-language', 'optional-uses']);
  });

  test('a number was typed: name and birth date first', () => {
    expect(stepsFor(typedAdult02, {}).slice(0, 5)).toEqual([
      'surname',
      'given-names',
      'chinese-codes',
      'date-of-birth',
      'contact-channel',
    ]);
  });

  test.each([
    ['mobile', ['mobile', 'mobile-again']],
    ['email', ['email']],
    ['post', ['address', 'district']],
  ] as const)('contact by %s', (contactChannel, pages) => {
    expect(stepsFor(readAdult01, { contactChannel }).slice(1, -2)).toEqual(pages);
  });

  test('always in the order of the catalogue, none twice', () => {
    for (const contactChannel of CONTACT_CHANNELS) {
      const steps = stepsFor(typedAdult02, { contactChannel });
      expect(steps).toEqual(REGISTRATION_STEPS.filter((step) => steps.includes(step)));
    }
  });
});

describe('the Chinese name of a card that could not be read', () => {
  test('is picked once its codes were keyed, and not where there is none', () => {
    expect(stepsFor(typedAdult02, { chineseCodes: '7115 2429' })).toContain('chinese-characters');
    expect(stepsFor(typedAdult02, { chineseCodes: '' })).not.toContain('chinese-characters');
    expect(stepsFor(readAdult01, { chineseCodes: '7115' })).not.toContain('chinese-characters');
  });

  test('other codes have to be picked anew, the same ones have not', () => {
    const answers = { chineseCodes: '7115 2429', chineseCharacters: '陳文' };
    expect(applyAnswer(answers, 'chinese-codes', '7115')).toEqual({ chineseCodes: '7115' });
    expect(applyAnswer(answers, 'chinese-codes', '7115 2429')).toEqual(answers);
  });

  test.each([
    ['711', 'ccc-incomplete'],
    ['71152', 'ccc-incomplete'],
    ['陳', 'ccc-incomplete'],
    ['7115'.repeat(7), 'ccc-too-many'],
  ])('%s is not the codes of a name', (raw, code) => {
    expect(checkAnswer('chinese-codes', raw, { answers: {}, today })).toMatchObject({ ok: false, code });
  });

  test('takes codes however they are spaced', () => {
    expect(checkAnswer('chinese-codes', ' 7115-1129 ２４２９', { answers: {}, today })).toEqual({
      ok: true,
      value: '7115 1129 2429',
    });
  });

  test('takes a character of each code and no other', () => {
    const context = { answers: { chineseCodes: '7115 2429' }, today };
    expect(checkAnswer('chinese-characters', '陳大', context)).toMatchObject({ code: 'ccc-pick-each' });
    expect(checkAnswer('chinese-characters', '陳□', context).ok).toBe(true);
  });
});

describe('a former name', () => {
  test('is asked of nobody, and can be added', () => {
    expect(stepsFor(readAdult01, {})).not.toContain('former-name');
    expect(changeableSteps(readAdult01, {})).toContain('former-name');
  });
});

describe('a member changes something', () => {
  test('another contact channel: the answers of the old one are gone', () => {
    const byPost = applyAnswer(mobileAnswers, 'contact-channel', 'post');
    expect(byPost).toEqual({
      contactChannel: 'post',
      communicationLanguage: 'zh-Hant',
      optionalUses: 'mpf-education',
    });
    expect(applyAnswer(postAnswers, 'contact-channel', 'email')).not.toHaveProperty('address');
  });

  test('the same contact channel again: nothing is lost', () => {
    expect(applyAnswer(mobileAnswers, 'contact-channel', 'mobile')).toEqual(mobileAnswers);
  });

  test('another mobile number has to be repeated, the same one has not', () => {
    const changed = applyAnswer(mobileAnswers, 'mobile', '61234567');
    expect(changed).not.toHaveProperty('mobileAgain');
    expect(firstOpenStep(readAdult01, changed)).toBe('mobile-again');
    expect(applyAnswer(mobileAnswers, 'mobile', '91234567')).toEqual(mobileAnswers);
  });

  test('one row of the review page leads through every page it stands for', () => {
    expect(stepsChangedTogether('surname')).toEqual(['surname', 'given-names']);
    expect(stepsChangedTogether('mobile')).toEqual(['mobile', 'mobile-again']);
    expect(stepsChangedTogether('address')).toEqual(['address', 'district']);
    expect(stepsChangedTogether('email')).toEqual(['email']);
  });

  test('a value that no page could have sent is a bug', () => {
    expect(() => applyAnswer({}, 'contact-channel', 'fax')).toThrow(RangeError);
    expect(() => applyAnswer({}, 'district', 'Lantau')).toThrow(RangeError);
  });
});

describe('complete', () => {
  test('only with an answer on every page', () => {
    expect(isComplete(readAdult01, mobileAnswers)).toBe(true);
    expect(isComplete(readAdult01, postAnswers)).toBe(true);
    expect(isComplete(typedAdult02, mobileAnswers)).toBe(false);
    expect(isComplete(typedAdult02, { ...typedAdult02Answers, ...mobileAnswers })).toBe(true);
    expect(isComplete(readAdult01, {})).toBe(false);
  });

  test('not with two different mobile numbers', () => {
    expect(isComplete(readAdult01, { ...mobileAnswers, mobileAgain: '61234567' })).toBe(false);
  });
});

test('whoever answers the first open page each time comes to the end', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(readAdult01, typedAdult02),
      fc.constantFrom(...CONTACT_CHANNELS),
      (identified, channel) => {
        let answers: RegistrationAnswers = {};
        const visited: RegistrationStep[] = [];
        for (let step = firstOpenStep(identified, answers); step !== null;) {
          const raw = step === 'contact-channel' ? channel : GOOD[step][0];
          const checked = checkAnswer(step, raw, { answers, today });
          if (!checked.ok) throw new Error(checked.code);
          answers = applyAnswer(answers, step, checked.value);
          visited.push(step);
          step = firstOpenStep(identified, answers);
        }
        expect(visited).toEqual(stepsFor(identified, answers));
        expect(isComplete(identified, answers)).toBe(true);
      },
    ),
  );
});

test('whatever is answered in whatever order, nothing is kept that no page shows', () => {
  const moves = fc.array(fc.tuple(fc.constantFrom(...REGISTRATION_STEPS), fc.nat(1)), { maxLength: 40 });
  fc.assert(
    fc.property(moves, (sequence) => {
      let answers: RegistrationAnswers = {};
      for (const [step, which] of sequence) {
        if (!stepsFor(typedAdult02, answers).includes(step)) continue;
        const checked = checkAnswer(step, GOOD[step][which] ?? '', { answers, today });
        if (!checked.ok) {
          expect(checked.code).toBe('mobile-different');
          continue;
        }
        answers = applyAnswer(answers, step, checked.value);
        expect(answerTo(answers, step)).toBe(checked.value);
      }
      const shown = stepsFor(typedAdult02, answers);
      for (const step of REGISTRATION_STEPS) {
        if (!shown.includes(step)) expect(answerTo(answers, step)).toBeUndefined();
      }
      if (answers.mobileAgain !== undefined) expect(answers.mobileAgain).toBe(answers.mobile);
    }),
    { numRuns: 500 },
  );
});
