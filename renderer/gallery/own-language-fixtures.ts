import type { OwnLanguageScreen, SoundView } from '../../domain/terminal/view/own-language-view.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { assist, offline, step, type Fixture } from './fixture-parts.ts';
import { OFFERS } from './van-fixtures.ts';

/** The first article of the Universal Declaration of Human Rights: no notice, and nobody signed it off. */
const SAMPLES = {
  ne: '[SAMPLE 樣本] सबै व्यक्तिहरू जन्मजात स्वतन्त्र हुन् ती सबैको समान अधिकार र महत्व छ।\nनिजहरूमा विचार शक्ति र सद्विचार भएकोले निजहरूले आपसमा भ्रातृत्वको भावनाबाट व्यवहार गर्नु पर्छ।',
  ur: '[SAMPLE 樣本] تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔\nانہیں ضمیر اور عقل ودیعت ہوئی ہے۔ اس لئے انہیں ایک دوسرے کے ساتھ بھائی چارے کا سلوک کرنا چاہیئے۔',
  th: '[SAMPLE 樣本] มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ',
} as const;

const sound: SoundView = {
  ...{ digest: 's'.repeat(43), seconds: 41.3, playing: false, paused: false, played: 'nothing', run: 0 },
  ...{ trouble: null, here: true },
};

function own(
  language: keyof typeof SAMPLES,
  part: OwnLanguageScreen['part'],
  given: Partial<OwnLanguageScreen> = {},
): Screen {
  return {
    id: 'own-language',
    ...{ language, part, text: SAMPLES[language], sound },
    ...(part === 'notice'
      ? { at: 1, of: 1 }
      : { at: ['service-survey', 'mpf-education', 'declaration'].indexOf(part) + 1, of: 3 }),
    ...{ shownToEnd: false, signedOffBy: 'SAMPLE 樣本', signedOffOn: '2026-11-02' },
    ...given,
  };
}

const held = { ...step(1, 'notice'), ...assist, ...offline };
const theirs = { ...step(6, 'declare'), ...offline };

export const OWN_LANGUAGE_FIXTURES: readonly Fixture[] = [
  ['own-language-notice', own('ne', 'notice'), { chrome: held }],
  [
    'own-language-playing',
    own('ne', 'notice', { sound: { ...sound, playing: true, played: 'part', run: 1, here: false } }),
    { chrome: held },
  ],
  [
    'own-language-heard',
    own('ur', 'notice', { shownToEnd: true, sound: { ...sound, played: 'whole', run: 1 } }),
    { chrome: held },
  ],
  ['own-language-consent', own('ur', 'service-survey', { shownToEnd: true }), { chrome: theirs }],
  ['own-language-consent-held', own('ne', 'mpf-education'), { chrome: { ...theirs, ...assist } }],
  [
    'own-language-failed',
    own('ne', 'declaration', { shownToEnd: true, sound: { ...sound, trouble: 'failed', played: 'part' } }),
    { chrome: theirs },
  ],
  [
    'own-language-damaged',
    own('th', 'notice', { shownToEnd: true, sound: { ...sound, trouble: 'damaged' } }),
    { chrome: held },
  ],
  ['own-language-words', own('th', 'notice', { shownToEnd: true, sound: null }), { chrome: held }],
  ['own-language-choice', { id: 'notice', about: 'registration', languages: OFFERS }, { chrome: held }],
  [
    'own-language-declare',
    { id: 'declare', online: false, kind: 'member-registration', own: { language: 'ur', text: SAMPLES.ur } },
    { chrome: theirs },
  ],
];
