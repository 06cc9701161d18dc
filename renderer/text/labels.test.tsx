import { expect, it } from 'vitest';
import { message, literal } from '../../domain/catalogue/ask.ts';
import { SHAPE_ERRORS } from '../../domain/catalogue/check-shape.ts';
import { LOCALES } from '../../domain/locale.ts';
import { fixture } from '../testing/fake-terminal.tsx';
import { labelText, refusalText, ruleText } from './labels.ts';
import { isMessageKey, textIn } from './text.ts';

const reader = (locale: (typeof LOCALES)[number]) => ({
  view: { ...fixture('menu'), locale },
  text: textIn(locale),
});

it.each(LOCALES)('everything that can be wrong with the shape of an answer has words (%s)', (locale) => {
  const said = SHAPE_ERRORS.map((code) =>
    ruleText(reader(locale), { code, params: { most: 80, lines: 3, total: 90 } }),
  );
  expect(new Set(said).size).toBe(SHAPE_ERRORS.length);
  expect(SHAPE_ERRORS.filter((code) => !isMessageKey(`rule.${code}`))).toEqual([]);
});

it('days travel as figures and are read written out, alone and inside a sentence', () => {
  expect(labelText(reader('zh-Hant'), literal('2026-11-23'))).toBe('2026年11月23日');
  expect(labelText(reader('en'), literal('2026-11-23'))).toBe('23 November 2026');
  const sentence = message('shared.scheme-from', { date: '2026-11-23' });
  expect(labelText(reader('en'), sentence)).toBe('On eMPF from 23 November 2026');
});

it('an amount, a telephone number or a name is left as it is', () => {
  expect(labelText(reader('en'), literal('HK$1,500.00'))).toBe('HK$1,500.00');
  expect(labelText(reader('en'), literal('6123-45-67'))).toBe('6123-45-67');
});

it('a refusal has its reason and its next step', () => {
  const { heading, help } = refusalText(reader('en'), { code: 'no-scheme-on' });
  expect(heading).toBe('No scheme takes this on eMPF today');
  expect(help).toContain('183 2622');
});
