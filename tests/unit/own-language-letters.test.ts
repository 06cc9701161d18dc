import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTERPRETED_LANGUAGES, type InterpretedLanguage } from '../../domain/identity/interpretation.ts';
import { OWN_NAMES } from '../../domain/notices/languages.ts';
import { SAMPLE_WORDS } from '../../domain/notices/sample-words.fixture.ts';
import { charactersOf } from '../support/woff2-characters.ts';

const RENDERER = resolve(import.meta.dirname, '../../renderer');
const OWN_FONTS = resolve(RENDERER, 'text/own-fonts.css');
const WEIGHTS = [500, 700] as const;

/** What stands between letters in any of them, and digits of Hong Kong's figures. */
const ANYWHERE = '0123456789 .,;:!?()[]/%&@#+*=_\'"-–—…‘’“”•·$';
const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const JOINERS = '\u200c\u200d';

function span(...ranges: readonly (readonly [number, number])[]): string {
  return ranges
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
    )
    .join('');
}

/** Signs, letters, vowel signs, nukta letters, digits, danda (Unicode, *Devanagari*). */
const DEVANAGARI = span(
  [0x0901, 0x0903],
  [0x0905, 0x0939],
  [0x093c, 0x094d],
  [0x0950, 0x0950],
  [0x0958, 0x096f],
);

/** The letters that a language is written with (CLDR, exemplar characters), its digits and its stops; amounts are HK$. */
const ALPHABETS: Readonly<Record<InterpretedLanguage, string>> = {
  id: LATIN,
  tl: `${LATIN}ÑñÁÀÂáàâÉÈÊéèêÍÌÎíìîÓÒÔóòôÚÙÛúùû`,
  vi: `${LATIN}ĂÂĐÊÔƠƯăâđêôơưÀẢÃÁẠàảãáạẰẲẴẮẶằẳẵắặẦẨẪẤẬầẩẫấậÈẺẼÉẸèẻẽéẹỀỂỄẾỆềểễếệÌỈĨÍỊìỉĩíịÒỎÕÓỌòỏõóọỒỔỖỐỘồổỗốộỜỞỠỚỢờởỡớợÙỦŨÚỤùủũúụỪỬỮỨỰừửữứựỲỶỸÝỴỳỷỹýỵ₫`,
  hi: `${DEVANAGARI}${JOINERS}₹`,
  ne: `${DEVANAGARI}${JOINERS}`,
  pa: `${span([0x0a01, 0x0a03], [0x0a05, 0x0a0a], [0x0a0f, 0x0a10], [0x0a13, 0x0a28], [0x0a2a, 0x0a30])}${span([0x0a32, 0x0a33], [0x0a35, 0x0a36], [0x0a38, 0x0a39], [0x0a3c, 0x0a3c], [0x0a3e, 0x0a42])}${span([0x0a47, 0x0a48], [0x0a4b, 0x0a4d], [0x0a59, 0x0a5c], [0x0a5e, 0x0a5e], [0x0a66, 0x0a74])}।॥${JOINERS}`,
  th: span([0x0e01, 0x0e3a], [0x0e3f, 0x0e5b]),
  ur: `اأآبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوؤہۂۃھءیئےۓۀ${span([0x064b, 0x0655], [0x0670, 0x0670], [0x06f0, 0x06f9])}۔،؛؟٪${JOINERS}`,
};

interface Face {
  readonly family: string;
  readonly weight: number;
  readonly covers: (character: number) => boolean;
}

/** The faces of a style sheet and of those it imports, with what their files and their ranges cover. */
function facesOf(sheet: string): readonly Face[] {
  const css = readFileSync(sheet, 'utf8');
  const wanted = createRequire(sheet);
  const imported = [...css.matchAll(/@import '([^']+)'/g)].flatMap(([, name = '']) =>
    facesOf(wanted.resolve(name)),
  );
  const own = [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, block = '']): Face => {
    const value = (name: string): string => new RegExp(`${name}:\\s*([^;]+);`).exec(block)?.[1] ?? '';
    const file = /url\(([^)]+\.woff2)\)/.exec(block)?.[1] ?? '';
    const ranges = value('unicode-range')
      .split(',')
      .filter((range) => range !== '')
      .map((range) =>
        range
          .trim()
          .slice(2)
          .split('-')
          .map((end) => Number.parseInt(end, 16)),
      );
    let characters: ReadonlySet<number> | null = null;
    return {
      family: value('font-family').replaceAll("'", ''),
      weight: Number(value('font-weight')),
      covers(character) {
        const inRange =
          ranges.length === 0 ||
          ranges.some(([first = 0, last = first]) => character >= first && character <= last);
        if (!inRange) return false;
        characters ??= charactersOf(readFileSync(resolve(dirname(sheet), file)));
        return characters.has(character);
      },
    };
  });
  return [...imported, ...own];
}

/** The families that the style sheet names for a language; those of every page for the others. */
function familiesOf(language: InterpretedLanguage): readonly string[] {
  const rules = readFileSync(OWN_FONTS, 'utf8').matchAll(
    /((?::lang\(\w+\)[,\s]*)+)\{\s*font-family:([^;]+);/g,
  );
  const own = [...rules].find(([, selector = '']) => selector.includes(`:lang(${language})`))?.[2];
  const every = /html \{[^}]*font-family:([^;]+);/.exec(
    readFileSync(resolve(RENDERER, 'base.css'), 'utf8'),
  )?.[1];
  return (own ?? every ?? '').split(',').map((name) => name.trim().replaceAll("'", ''));
}

const atStart = WEIGHTS.map((weight) =>
  createRequire(OWN_FONTS).resolve(`@fontsource/noto-sans-hk/${weight}.css`),
);
const faces = [OWN_FONTS, ...atStart].flatMap(facesOf);

/** The letters that would be boxes on a machine without fonts of its own. */
function boxes(language: InterpretedLanguage, words: string, weight: number): string {
  const families = familiesOf(language);
  const drawing = faces.filter((face) => families.includes(face.family) && face.weight === weight);
  return [...new Set(words)]
    .filter((letter) => !drawing.some(({ covers }) => covers(letter.codePointAt(0) ?? 0)))
    .join(' ');
}

describe('on a machine without any font of its own', () => {
  it.each(INTERPRETED_LANGUAGES)('a worker who reads %s sees letters and no boxes', (language) => {
    const words = `${ANYWHERE}${ALPHABETS[language]}${SAMPLE_WORDS[language].replaceAll('\n', '')}`;
    expect(boxes(language, words, 500)).toBe('');
  });

  it.each(INTERPRETED_LANGUAGES)('the name of %s is written in its own script', (language) => {
    expect(boxes(language, OWN_NAMES[language].name, 700)).toBe('');
  });

  it('a letter that no carried font has is found', () => {
    expect(boxes('th', 'ไทย ខ្មែរ', 500)).toBe('ខ ្ ម ែ រ');
    expect(boxes('id', 'नेपाली', 500)).not.toBe('');
  });
});
