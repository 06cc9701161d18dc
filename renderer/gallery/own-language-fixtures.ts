import { INTERPRETED_LANGUAGES, type InterpretedLanguage } from '../../domain/identity/interpretation.ts';
import { SAMPLE_WORDS } from '../../domain/notices/sample-words.fixture.ts';
import type { OwnLanguageScreen, SoundView } from '../../domain/terminal/own-language-view.ts';
import type { Screen } from '../../domain/terminal/view.ts';
import { assist, offline, step, type Fixture } from './fixture-parts.ts';
import { OFFERS } from './van-fixtures.ts';

const sound: SoundView = {
  ...{ digest: 's'.repeat(43), seconds: 41.3, playing: false, paused: false, played: 'nothing', run: 0 },
  ...{ trouble: null, here: true },
};

function own(
  language: InterpretedLanguage,
  part: OwnLanguageScreen['part'],
  given: Partial<OwnLanguageScreen> = {},
): Screen {
  return {
    id: 'own-language',
    ...{ language, part, text: `[SAMPLE 樣本] ${SAMPLE_WORDS[language]}`, sound },
    ...(part === 'notice'
      ? { at: 1, of: 1 }
      : { at: ['service-survey', 'mpf-education', 'declaration'].indexOf(part) + 1, of: 3 }),
    ...{ shownToEnd: false, signedOffBy: 'SAMPLE 樣本', signedOffOn: '2026-11-02' },
    ...given,
  };
}

const held = { ...step(1, 'notice'), ...assist, ...offline };
const theirs = { ...step(6, 'declare'), ...offline };

/** The letters of every language that a notice can be put in. */
const IN_EVERY_LANGUAGE = INTERPRETED_LANGUAGES.map((language): Fixture => [
  `own-language-in-${language}`,
  own(language, 'notice', { shownToEnd: true, sound: { ...sound, played: 'whole', run: 1 } }),
  { chrome: held },
]);

export const OWN_LANGUAGE_FIXTURES: readonly Fixture[] = [
  ...IN_EVERY_LANGUAGE,
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
    {
      id: 'declare',
      online: false,
      kind: 'member-registration',
      own: { language: 'ur', text: SAMPLE_WORDS.ur },
    },
    { chrome: theirs },
  ],
];
