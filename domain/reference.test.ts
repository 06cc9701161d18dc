import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatReference, mod3736, parseReference, type Reference } from './reference.ts';

const references: fc.Arbitrary<Reference> = fc.record({
  terminalId: fc.stringMatching(/^[A-Z][0-9]{4}$/),
  epoch: fc.oneof(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 300_000 })),
  counter: fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
});

test('the check character of the standard: the identifier of a published sound recording', () => {
  expect(mod3736('A12425GABC1234002')).toBe('M');
});

describe('the number told to the member', () => {
  test.each([
    [{ terminalId: 'K0127', epoch: 1, counter: 42 }, 'K0127-A0042-'],
    [{ terminalId: 'K0127', epoch: 9, counter: 1 }, 'K0127-J0001-'],
    [{ terminalId: 'K0127', epoch: 24, counter: 9999 }, 'K0127-Z9999-'],
    [{ terminalId: 'K0127', epoch: 25, counter: 10000 }, 'K0127-AA10000-'],
  ])('%j', (reference, start) => {
    expect(formatReference(reference).slice(0, -1)).toBe(start);
  });

  test('is never longer than the envelope allows', () => {
    const longest = formatReference({
      terminalId: 'K0127',
      epoch: 346_200,
      counter: Number.MAX_SAFE_INTEGER,
    });
    expect(longest.length).toBeLessThanOrEqual(32);
    expect(parseReference(longest).ok).toBe(true);
  });

  test('two epochs or two counters never share a number', () => {
    fc.assert(
      fc.property(references, references, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(formatReference(one) === formatReference(other)).toBe(same);
      }),
    );
  });
});

describe('read back', () => {
  test('as printed, in small letters, with spaces, without hyphens', () => {
    fc.assert(
      fc.property(references, (reference) => {
        const printed = formatReference(reference);
        const expected = { ok: true, value: reference };
        expect(parseReference(printed)).toEqual(expected);
        expect(parseReference(printed.toLowerCase())).toEqual(expected);
        expect(parseReference(printed.replaceAll('-', ''))).toEqual(expected);
        expect(parseReference(` ${printed.replaceAll('-', ' – ')} `)).toEqual(expected);
      }),
    );
  });

  test('an O for a 0 in the last place, or an I for a 1, is a wrong check character', () => {
    const alike: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I' };
    const seen = new Set<string>();
    for (let counter = 1; counter < 300; counter += 1) {
      const printed = formatReference({ terminalId: 'K0127', epoch: 1, counter });
      const other = alike[printed.slice(-1)];
      if (other === undefined) continue;
      seen.add(printed.slice(-1));
      const refused = { ok: false, code: 'reference-check-character' };
      expect(parseReference(printed.slice(0, -1) + other)).toEqual(refused);
    }
    expect([...seen].sort()).toEqual(['0', '1', 'I', 'O']);
  });

  test('no wrong figure passes in a number where one once did, because O was taken for 0', () => {
    const printed = formatReference({ terminalId: 'W2239', epoch: 238_997, counter: 3_822_947_824_769_369 });
    const text = printed.replaceAll('-', '');
    const places = Array.from(text.slice(0, -1).matchAll(/[0-9]/g), (match) => match.index);
    const wrong = places.flatMap((index) =>
      Array.from('0123456789', (digit) => text.slice(0, index) + digit + text.slice(index + 1)),
    );
    expect(new Set(wrong.filter((one) => parseReference(one).ok))).toEqual(new Set([text]));
  });

  test('one wrong figure is always noticed', () => {
    fc.assert(
      fc.property(references, fc.nat(), fc.integer({ min: 1, max: 9 }), (reference, place, step) => {
        const text = formatReference(reference).replaceAll('-', '');
        const places = [...text.slice(0, -1).matchAll(/[0-9]/g)].map((match) => match.index);
        const index = places[place % places.length] ?? 0;
        const digit = (Number(text.charAt(index)) + step) % 10;
        expect(parseReference(text.slice(0, index) + String(digit) + text.slice(index + 1)).ok).toBe(false);
      }),
    );
  });

  test.each([
    '',
    'K0127',
    'K0127-A042-7',
    '0127-A0042-7',
    'K0127-I0042-7',
    'K0127-A00042-7',
    'K0127-A0000-7',
    '參考',
  ])('%j is not a reference', (text) => {
    expect(parseReference(text)).toEqual({ ok: false, code: 'reference-format' });
  });

  test('a wrong check character', () => {
    const printed = formatReference({ terminalId: 'K0127', epoch: 1, counter: 42 });
    const wrong = printed.slice(0, -1) + (printed.endsWith('7') ? '8' : '7');
    expect(parseReference(wrong)).toEqual({ ok: false, code: 'reference-check-character' });
  });

  test('no text makes the parser throw, and what it reads it can write', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.stringMatching(/^[A-Z][0-9]{4}-?[A-Z]{1,5}[0-9]{3,18}-?[0-9A-Z]$/),
        ),
        (text) => {
          const parsed = parseReference(text);
          if (parsed.ok) expect(parseReference(formatReference(parsed.value))).toEqual(parsed);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('a reference that cannot be is a bug of the caller', () => {
  const good = { terminalId: 'K0127', epoch: 1, counter: 1 };
  for (const bad of [
    { terminalId: 'k0127' },
    { epoch: 0 },
    { epoch: 1e9 },
    { counter: 0 },
    { counter: 1.5 },
  ]) {
    expect(() => formatReference({ ...good, ...bad })).toThrow(RangeError);
  }
  expect(() => mod3736('a-1')).toThrow(RangeError);
});
