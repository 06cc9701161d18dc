import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charactersOf, choicesOf, isPickOf, nameInWords, NOT_FOUND } from './ccc.ts';
import { HUNDREDS } from './table.ts';

describe('the codes under a Chinese name', () => {
  it.each([
    ['7115', '陳'],
    ['1129', '大'],
    ['2429', '文'],
    ['0022', '中'],
    ['5618', '蕭'],
  ])('%s is %s, the traditional character first', (code, character) => {
    expect(charactersOf(code)[0]).toBe(character);
  });

  it('may stand for more than one character: all are offered', () => {
    expect(charactersOf('7115')).toEqual(['陳', '陈']);
  });

  it.each(['', '711', '71155', 'abcd', '9999', '７１１５'])('%s has no character', (code) => {
    expect(charactersOf(code)).toEqual([]);
  });

  it('have one character or more, each only one, and never the sign for none', () => {
    for (const [place, hundred] of HUNDREDS.entries()) {
      const cells = hundred.split(',');
      expect(cells.length, String(place)).toBeLessThanOrEqual(100);
      for (const cell of cells) {
        const characters = Array.from(cell);
        expect(new Set(characters).size).toBe(characters.length);
        expect(cell).toMatch(/^\p{Script=Han}*$/u);
      }
    }
  });

  it('are answered for every four digits without a fault', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4}$/), (code) => {
        expect(charactersOf(code).every((character) => Array.from(character).length === 1)).toBe(true);
      }),
    );
  });
});

describe('picking the characters', () => {
  const codes = '7115 1129 9999';

  it('takes one of those offered for each code, or says that it is not there', () => {
    expect(choicesOf(codes).map(({ characters }) => characters.length)).toEqual([2, 1, 0]);
    expect(isPickOf(codes, `陳大${NOT_FOUND}`)).toBe(true);
    expect(isPickOf(codes, `陈大${NOT_FOUND}`)).toBe(true);
    expect(isPickOf(codes, `陳文${NOT_FOUND}`)).toBe(false);
    expect(isPickOf(codes, '陳大')).toBe(false);
  });

  it('keeps the code where the character is not there', () => {
    expect(nameInWords(codes, `陳大${NOT_FOUND}`)).toBe('陳大 9999');
    expect(nameInWords('7115 1129 2429', '陳大文')).toBe('陳大文');
  });
});
