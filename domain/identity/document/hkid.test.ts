import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalHkid,
  checkCharacter,
  formatHkid,
  type Hkid,
  lookAlikePrefixes,
  maskHkid,
  parseHkid,
} from './hkid.ts';

const letter = fc.stringMatching(/^[A-Z]$/);
const bodies = fc
  .tuple(fc.array(letter, { minLength: 1, maxLength: 2 }), fc.stringMatching(/^[0-9]{6}$/))
  .map(([letters, digits]) => letters.join('') + digits);
const numbers: fc.Arbitrary<Hkid> = bodies.map((body) => ({ body, check: checkCharacter(body) }));

/** The letter as the check sees it: its value modulo 11. */
const residue = (character: string): number => Number.parseInt(character, 36) % 11;

describe('numbers of the published examples (facts/domain.md §1.1)', () => {
  test.each([
    ['A123456', '3'],
    ['E364912', '5'],
    ['AB987654', '3'],
    ['A555555', '0'],
  ])('%s has its check character', (body, check) => {
    expect(checkCharacter(body)).toBe(check);
    expect(parseHkid(`${body}(${check})`)).toEqual({ ok: true, value: { body, check } });
  });

  test('a remainder of ten is written A', () => {
    const body = Array.from({ length: 100 }, (_, n) => `A0000${String(n).padStart(2, '0')}`).find(
      (candidate) => checkCharacter(candidate) === 'A',
    );
    expect(body).toBeDefined();
    expect(parseHkid(`${body ?? ''}a`)).toEqual({ ok: true, value: { body, check: 'A' } });
  });
});

describe('as people type it', () => {
  test.each([
    'a123456(3)',
    'A 123456 3',
    'A123456-3',
    'Ａ１２３４５６（３）',
    ' Ａ123456【3】 ',
    'A123456 – 3',
    '\u200bA1234563\ufeff',
  ])('%j is understood', (text) => {
    expect(parseHkid(text)).toEqual({ ok: true, value: { body: 'A123456', check: '3' } });
  });

  test.each(['', '   ', '()', '（ ）'])('nothing typed: %j', (text) => {
    expect(parseHkid(text)).toEqual({ ok: false, code: 'required' });
  });

  test.each(['A', 'AB', 'A1', 'A12345', 'A123456', 'AB987654', 'A123456()'])('%j is not finished', (text) => {
    expect(parseHkid(text)).toEqual({ ok: false, code: 'hkid-incomplete' });
  });

  test.each([
    ['1', 1],
    ['ABC', 3],
    ['A12X', 4],
    ['A123456X', 8],
    ['A123456(34)', 9],
    ['AB9876543(3)', 10],
    ['陳123456(3)', 1],
    // Cyrillic A looks the same and is not.
    ['А123456(3)', 1],
    ['ß123456(3)', 1],
  ])('%j names the place that cannot be right', (text, position) => {
    expect(parseHkid(text)).toEqual({ ok: false, code: 'hkid-characters', params: { position } });
  });

  test('a wrong check character says so and nothing about what it would have been', () => {
    expect(parseHkid('A123456(4)')).toEqual({ ok: false, code: 'hkid-check-digit' });
  });
});

describe('for every number', () => {
  test('what is printed and what is sent are read back', () => {
    fc.assert(
      fc.property(numbers, (hkid) => {
        expect(parseHkid(formatHkid(hkid))).toEqual({ ok: true, value: hkid });
        expect(parseHkid(canonicalHkid(hkid))).toEqual({ ok: true, value: hkid });
        expect(parseHkid(formatHkid(hkid).toLowerCase())).toEqual({ ok: true, value: hkid });
      }),
    );
  });

  test('the weighted sum with the check character is a multiple of eleven', () => {
    fc.assert(
      fc.property(numbers, ({ body, check }) => {
        const values = Array.from(body.padStart(8), (c) => (c === ' ' ? 36 : Number.parseInt(c, 36)));
        const sum = values.reduce((total, value, index) => total + value * (9 - index), 0);
        expect((sum + Number.parseInt(check, 16)) % 11).toBe(0);
      }),
    );
  });

  test('every wrong digit is caught', () => {
    fc.assert(
      fc.property(numbers, fc.nat(5), fc.integer({ min: 1, max: 9 }), (hkid, place, step) => {
        const index = hkid.body.length - 6 + place;
        const digit = (Number(hkid.body.charAt(index)) + step) % 10;
        const body = hkid.body.slice(0, index) + String(digit) + hkid.body.slice(index + 1);
        expect(parseHkid(body + hkid.check)).toEqual({ ok: false, code: 'hkid-check-digit' });
      }),
    );
  });

  test('a wrong letter is caught, or is one of the look-alikes shown to be confirmed', () => {
    fc.assert(
      fc.property(numbers, fc.nat(1), letter, (hkid, place, wrong) => {
        const prefix = hkid.body.slice(0, -6);
        const index = place % prefix.length;
        fc.pre(prefix.charAt(index) !== wrong);
        const changed = prefix.slice(0, index) + wrong + prefix.slice(index + 1);
        const passes = parseHkid(changed + hkid.body.slice(-6) + hkid.check).ok;
        expect(lookAlikePrefixes(hkid).includes(changed)).toBe(passes);
        expect(passes).toBe(residue(prefix.charAt(index)) === residue(wrong));
      }),
    );
  });

  test('the mask shows three characters and never a fourth', () => {
    fc.assert(
      fc.property(numbers, (hkid) => {
        expect(maskHkid(hkid)).toBe(`${hkid.body.slice(0, 3)}***(*)`);
        expect(parseHkid(maskHkid(hkid)).ok).toBe(false);
      }),
    );
  });
});

test('the masked forms of the design', () => {
  expect(maskHkid({ body: 'A123456', check: '3' })).toBe('A12***(*)');
  expect(maskHkid({ body: 'AB987654', check: '3' })).toBe('AB9***(*)');
});

test('letters eleven and twenty-two apart look alike (facts/domain.md §1.1)', () => {
  const withPrefix = (prefix: string): Hkid => ({
    body: `${prefix}123456`,
    check: checkCharacter(`${prefix}123456`),
  });
  expect(lookAlikePrefixes(withPrefix('A'))).toEqual(['L', 'W']);
  expect(lookAlikePrefixes(withPrefix('W'))).toEqual(['A', 'L']);
  expect(lookAlikePrefixes(withPrefix('D'))).toEqual(['O', 'Z']);
  expect(lookAlikePrefixes(withPrefix('E'))).toEqual(['P']);
  expect(lookAlikePrefixes(withPrefix('V'))).toEqual(['K']);
  expect(lookAlikePrefixes(withPrefix('AE'))).toEqual(['AP', 'LE', 'WE']);
});

test('no text makes the parser throw, and no failure carries what was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const parsed = parseHkid(text);
      if (parsed.ok) expect(parsed.value.check).toBe(checkCharacter(parsed.value.body));
      else expect(Object.keys(parsed.params ?? {}).filter((key) => key !== 'position')).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('a body of another shape is a bug of the caller and does not end up in the message', () => {
  expect(() => checkCharacter('A12345')).toThrow(RangeError);
  expect(() => checkCharacter('A12345')).not.toThrow(/A12345/);
});
