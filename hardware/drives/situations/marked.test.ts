import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { LOCALES } from '../../../domain/locale.ts';
import { markWords } from '../../../domain/practice/marks.ts';
import { lists, rowsOf, stand } from './stick.ts';

const MOST_MS = 120_000;

const firstLine = (path: string): string =>
  readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split('\r\n')[0] ?? '';

for (const locale of LOCALES) {
  it.each([
    ['of a mock run', { practice: false, checkOnly: true, mark: 'mock-run' }],
    ['made in practice', { practice: true, checkOnly: false, mark: 'practice' }],
    ['of a mock run in practice', { practice: true, checkOnly: true, mark: 'practice' }],
  ] as const)(
    `the list of problems %s says so by name and in its first line, in both languages (${locale})`,
    { timeout: MOST_MS },
    async (_, { practice, checkOnly, mark }) => {
      const at = stand({ practice });
      const path = at.put('KINGSTON/october.csv', rowsOf(1, { total: '1.00' }));
      await at.seen(lists('october.csv'));
      await at.check('october.csv');
      const saved = await at.files.saveProblems(locale, false, checkOnly);
      const name = `${mark}-remittance-problems-20261123-1542.csv`;
      expect(saved).toEqual({ ok: true, value: { name } });
      expect(firstLine(join(dirname(path), name))).toBe(markWords(mark));
      expect(markWords(mark)).toMatch(/\p{Script=Han}.*[a-z]/u);
    },
  );
}

it(
  'the rows that stay, of practice, are marked by name; what is in them stays a file that can be brought again',
  {
    timeout: MOST_MS,
  },
  async () => {
    const at = stand({ practice: true });
    const wrong = rowsOf(1, { total: '1.00', staffNo: 'S99999', idNo: 'K9999999Z' });
    const path = at.put('KINGSTON/october.csv', rowsOf(2) + wrong);
    await at.seen(lists('october.csv'));
    await at.check('october.csv');
    const rows = 'practice-remittance-rows-to-correct-20261123-1542.csv';
    expect(await at.files.saveProblems('en', true)).toMatchObject({ ok: true, value: { rows } });
    expect(firstLine(join(dirname(path), rows))).toBe(wrong.split('\r\n')[0]);
  },
);

it('what is for real bears no mark', { timeout: MOST_MS }, async () => {
  const at = stand();
  const path = at.put('KINGSTON/october.csv', rowsOf(1, { total: '1.00' }));
  await at.seen(lists('october.csv'));
  await at.check('october.csv');
  const name = 'remittance-problems-20261123-1542.csv';
  expect(await at.files.saveProblems('en', false)).toEqual({ ok: true, value: { name } });
  expect(firstLine(join(dirname(path), name))).not.toContain('PRACTICE');
});
