import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../domain/messages/catalogue.ts';
import type { Locale } from '../../domain/locale.ts';
import { PROJECT } from '../../scripts/dev/environment.ts';

const FOLDER = join(PROJECT, 'docs/guides');
const ENGLISH = '## English\n';
/** One for each role. */
const GUIDES = readdirSync(FOLDER).filter(
  (name) => name.endsWith('.md') && readFileSync(join(FOLDER, name), 'utf8').includes(ENGLISH),
);
/** Said with weight by the guide itself, or written on a key: no words of a message. */
const OWN_WORDS = new Set([
  ...['you prepare, the member confirms.', 'you prepare and check, the worker confirms.'],
  ...['check identity cards', 'sees nothing of a member', 'ABC'],
  // Stand within a plural.
  ...['still wait here for the network', 'The reports of … days are on a USB drive'],
]);
const PICTURE = /!\[[^\]]+\]\((pictures\/[^)]+)\)/g;
const MOST_BYTES = 60_000;

/** What is left where names and numbers are put in. */
const bare = (words: string): string => words.replaceAll(/\{[^}]*\}/g, '').replaceAll(/[\s…]/g, '');
const SAID: Readonly<Record<Locale, readonly string[]>> = {
  'zh-Hant': Object.values(CATALOGUES['zh-Hant']).map(bare),
  en: Object.values(CATALOGUES.en).map(bare),
};

function partsOf(name: string): Readonly<Record<Locale, string>> {
  const [chinese = '', english = ''] = readFileSync(join(FOLDER, name), 'utf8').split(ENGLISH);
  return { 'zh-Hant': chinese, en: english };
}

it('there is one for each of the four roles', () => expect(GUIDES).toHaveLength(4));

describe.each(GUIDES)('%s', (name) => {
  const parts = partsOf(name);

  it.each([
    ['zh-Hant', /「([^」]+)」/g],
    ['en', /\*\*([^*]+)\*\*/g],
  ] as const)('says in %s what a screen says', (locale, quoted) => {
    const words = [...parts[locale].matchAll(quoted)].map(([, said = '']) => said);
    expect(words.length).toBeGreaterThan(5);
    const unknown = words.filter(
      (said) => !OWN_WORDS.has(said) && !SAID[locale].some((message) => message.includes(bare(said))),
    );
    expect(unknown).toEqual([]);
  });

  it('shows the same pictures in both languages, small ones', () => {
    const picturesIn = (locale: Locale): readonly string[] =>
      [...parts[locale].matchAll(PICTURE)]
        .map(([, path = '']) => path)
        .filter((path) => path.endsWith(`.${locale}.png`));
    const chinese = picturesIn('zh-Hant');
    const english = picturesIn('en');
    expect(chinese.length).toBeGreaterThan(0);
    expect(english).toEqual(chinese.map((path) => path.replace('.zh-Hant.', '.en.')));
    for (const path of [...chinese, ...english])
      expect(statSync(join(FOLDER, path)).size).toBeLessThan(MOST_BYTES);
  });
});
