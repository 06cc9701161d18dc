import { describe, expect, it } from 'vitest';
import { FIELD_ERRORS } from '../../../domain/codes.ts';
import { LOCALES } from '../../../domain/locale.ts';
import { CATALOGUES } from '../../../domain/messages/index.ts';
import { textIn } from '../../text/text.ts';
import { errorWords } from './error-words.ts';

const codesOf = (prefix: string) =>
  Object.keys(CATALOGUES.en)
    .filter((key) => key.startsWith(`${prefix}.`) && !key.endsWith('.help'))
    .map((key) => key.slice(prefix.length + 1));

describe.each(LOCALES)('a panel that reads what went wrong, in %s,', (locale) => {
  it('reads words for every field and rule, never a code or a figure that was not there', () => {
    for (const code of [...FIELD_ERRORS, ...codesOf('rule')]) {
      const words = errorWords(textIn(locale), { step: 'question.mobile', code });
      expect(words).not.toBe(code);
      expect(words).not.toMatch(/NaN|undefined|[{}]/);
    }
  });

  it('reads words for every instruction that was not taken', () => {
    for (const code of codesOf('refusal').filter((known) => !known.includes('.'))) {
      const words = errorWords(textIn(locale), { step: 'instruction-refused', code });
      expect(words).not.toBe(code);
      expect(words).not.toMatch(/NaN|undefined|[{}]/);
    }
  });

  it.each([
    ['reader-trouble', 'unreadable', 'reader.unreadable'],
    ['file-trouble', 'drive-gone', 'file.trouble.drive-gone'],
    ['ask.fund-switch.scheme', 'disk-full', 'parking.disk-full'],
  ] as const)('reads on %s what was told of %s there', (step, code, key) => {
    expect(errorWords(textIn(locale), { step, code })).toBe(CATALOGUES[locale][key]);
  });

  it('reads the code itself where an older program counted one that nobody says any more', () => {
    expect(errorWords(textIn(locale), { step: 'review', code: 'of-the-past' })).toBe('of-the-past');
  });
});
