import { describe, expect, it } from 'vitest';
import { OWN_NAMES } from './languages.ts';
import { languageOffers, textsToPut } from './offers.ts';
import { isInDate, originalDigests, originalText } from './originals.ts';
import { agreedUses, isWhole, type OwnLanguage } from './own-language.ts';
import { TRANSLATED_PARTS, translationDigest, translationSchema } from './translation.ts';
import { SAMPLE_SOUND, sampleTranslation, sampleTranslations } from './translations.fixture.ts';

const old = 'o'.repeat(43);

describe('a signed-off translation', () => {
  it('is another one when anything that was signed off is another', () => {
    const one = sampleTranslation('ne', 'notice');
    const others = [
      { ...one, text: `${one.text}.` },
      { ...one, sound: null },
      { ...one, sound: { ...SAMPLE_SOUND, digest: old } },
      { ...one, translates: { ...one.translates, en: old } },
      { ...one, signedOffBy: 'Somebody else' },
      { ...one, signedOffOn: '2026-11-03' },
      { ...one, language: 'hi' as const },
      { ...one, part: 'declaration' as const },
    ];
    expect(new Set([one, ...others].map(translationDigest)).size).toBe(others.length + 1);
    expect(translationDigest({ ...one })).toBe(translationDigest(one));
    expect(translationSchema.safeParse(one).success).toBe(true);
  });

  it('is out of date when either text that it was made from has other words now', () => {
    const one = sampleTranslation('ne', 'notice');
    expect(isInDate(one)).toBe(true);
    expect(isInDate({ ...one, translates: { ...one.translates, 'zh-Hant': old } })).toBe(false);
    expect(isInDate({ ...one, translates: { ...one.translates, en: old } })).toBe(false);
    expect(isInDate({ ...one, part: 'declaration' })).toBe(false);
  });

  it('is of texts that differ from each other, in each language of the screen', () => {
    const digests = TRANSLATED_PARTS.flatMap((part) => Object.values(originalDigests(part)));
    expect(new Set(digests).size).toBe(TRANSLATED_PARTS.length * 2);
    expect(originalText('service-survey', 'en')).toContain('survey');
  });
});

describe('a language is offered', () => {
  const at = (translations: Parameters<typeof languageOffers>[0], language = 'ne') =>
    languageOffers(translations, () => 'ready').find((offer) => offer.language === language);

  it('only where every text is signed off and in date, and the offered stand first', () => {
    const whole = sampleTranslations('ne');
    expect(at(whole)).toEqual({ language: 'ne', state: 'offered', sounds: 'ready' });
    expect(at([])?.state).toBe('none');
    expect(at(whole.slice(1))?.state).toBe('incomplete');
    expect(
      at(whole.map((one, place) => (place === 0 ? { ...one, translates: { 'zh-Hant': old, en: old } } : one)))
        ?.state,
    ).toBe('out-of-date');
    expect(languageOffers(sampleTranslations('vi'), () => 'ready')[0]?.language).toBe('vi');
    expect(textsToPut(whole, 'ne', ['notice'])).toHaveLength(1);
    expect(textsToPut(whole.slice(1), 'ne', ['declaration'])).toBeNull();
  });

  it.each([
    ['ready', 'ready'],
    ['waiting', 'waiting'],
    ['damaged', 'damaged'],
  ] as const)('with a recording that is %s, and says so', (state, sounds) => {
    expect(languageOffers(sampleTranslations('ne'), () => state)[0]).toMatchObject({
      state: 'offered',
      sounds,
    });
  });

  it('as words alone where nobody has read them out', () => {
    expect(languageOffers(sampleTranslations('ne', { sound: null }), () => 'damaged')[0]?.sounds).toBe(
      'none',
    );
  });

  it('by its own name in its own script; only Urdu runs from the right', () => {
    expect(new Set(Object.values(OWN_NAMES).map(({ name }) => name)).size).toBe(8);
    expect(Object.entries(OWN_NAMES).filter(([, { direction }]) => direction === 'rtl')).toEqual([
      ['ur', { name: 'اردو', direction: 'rtl' }],
    ]);
  });
});

describe('the evidence of what was put', () => {
  const put = (part: (typeof TRANSLATED_PARTS)[number], agreed?: boolean) => ({
    ...{ part, translation: old, original: old, way: 'heard' as const, played: 'whole' as const },
    ...{ shownToEnd: false, at: '2026-11-23T04:00:00.000Z' },
    ...(agreed === undefined ? {} : { agreed }),
  });
  const own: OwnLanguage = {
    language: 'ne',
    recordedBy: 'S-4001',
    texts: [put('notice'), put('service-survey', false), put('mpf-education', true), put('declaration')],
  };

  it('is whole when every text was put and each consent answered', () => {
    expect(isWhole(own)).toBe(true);
    expect(agreedUses(own)).toEqual(['mpf-education']);
    expect(isWhole({ ...own, texts: own.texts.slice(1) })).toBe(false);
    expect(
      isWhole({
        ...own,
        texts: [put('notice'), put('service-survey'), put('mpf-education', true), put('declaration')],
      }),
    ).toBe(false);
  });
});
