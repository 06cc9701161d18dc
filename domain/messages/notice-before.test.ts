import { expect, it } from 'vitest';
import { INSTRUCTION_KINDS, KIND_FACTS } from '../kinds/kinds.ts';
import { LOCALES } from '../locale.ts';
import { instructionDeclarationParagraphs, noticeBefore, noticeParagraphsAbout } from './legal-texts.ts';

it.each(INSTRUCTION_KINDS)('the notice before %s says that somebody is identified where they are', (kind) => {
  const identified = KIND_FACTS[kind].assurance > 0;
  const [en = '', zh = ''] = (['en', 'zh-Hant'] as const).map(
    (locale) => noticeParagraphsAbout(noticeBefore(kind), locale)[0],
  );
  expect([/need to know who you are/.test(en), /需要核實你的身分/.test(zh)]).toEqual([
    identified,
    identified,
  ]);
  expect([/need not show who you are/.test(en), /毋須核實你的身分/.test(zh)]).toEqual([
    !identified,
    !identified,
  ]);
});

it('every notice says who gets it and whom to ask', () => {
  for (const locale of LOCALES)
    expect(noticeParagraphsAbout('unidentified', locale).slice(1)).toEqual(
      noticeParagraphsAbout('registration', locale).slice(1),
    );
});

it.each(INSTRUCTION_KINDS)(
  'the declaration of %s speaks of prosecution only where somebody is identified',
  (kind) => {
    const identified = KIND_FACTS[kind].assurance > 0;
    const [en, zh] = (['en', 'zh-Hant'] as const).map((locale) =>
      instructionDeclarationParagraphs(locale, kind).join(' '),
    );
    expect([/prosecuted/.test(en ?? ''), /檢控/.test(zh ?? '')]).toEqual([identified, identified]);
    expect([/myself/.test(en ?? ''), /本人/.test(zh ?? '')]).toEqual([true, true]);
  },
);
