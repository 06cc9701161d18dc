import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mrzBirthDate, mrzCheckDigit, parseMrz } from './mrz.ts';

/** The specimen of ICAO 9303 (facts/domain.md §1.3). */
const UPPER = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const LOWER = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';

interface Parts {
  readonly name: string;
  readonly number: string;
  readonly nationality: string;
  readonly birth: string;
  readonly sex: string;
  readonly expiry: string;
  readonly optional: string;
}

/** Writes the two lines with all check digits right. */
function write(parts: Partial<Parts> = {}): readonly [string, string] {
  const { name, number, nationality, birth, sex, expiry, optional } = {
    name: 'ERIKSSON<<ANNA<MARIA',
    number: 'L898902C3',
    nationality: 'UTO',
    birth: '740812',
    sex: 'F',
    expiry: '120415',
    optional: 'ZE184226B',
    ...parts,
  };
  const checked = (field: string, length: number): string => {
    const padded = field.padEnd(length, '<');
    return padded + mrzCheckDigit(padded);
  };
  const first = checked(number, 9);
  const second = checked(birth, 6);
  const third = checked(expiry, 6) + checked(optional, 14);
  const lower = `${first}${nationality.padEnd(3, '<')}${second}${sex}${third}${mrzCheckDigit(first + second + third)}`;
  return [`P<UTO${name.padEnd(39, '<')}`, lower];
}

describe('the specimen of the standard', () => {
  const fields = {
    documentCode: 'P',
    issuingState: 'UTO',
    surname: 'ERIKSSON',
    givenNames: 'ANNA MARIA',
    nameMayBeCut: false,
    documentNumber: 'L898902C3',
    nationality: 'UTO',
    dateOfBirth: '740812',
    sex: 'F',
    dateOfExpiry: '120415',
    optionalData: 'ZE184226B',
  };

  test.each([
    ['line feed', `${UPPER}\n${LOWER}`],
    ['carriage return and line feed, one at the end', `${UPPER}\r\n${LOWER}\r\n`],
    ['carriage return only', `${UPPER}\r${LOWER}`],
    ['no separator', UPPER + LOWER],
    ['small letters', `${UPPER}\n${LOWER}`.toLowerCase()],
    ['spaces from a text recogniser', `${UPPER.replace('<<ANNA', ' <<\tANNA ')}\n\n  ${LOWER}  `],
    ['full-width characters', `${UPPER}\n${LOWER.replaceAll('<', '＜').replace('L', 'Ｌ')}`],
  ])('with %s', (_, text) => {
    expect(parseMrz(text)).toEqual({ ok: true, value: fields });
  });

  test('its five check digits are 6, 2, 9, 1 and 0', () => {
    expect(write()).toEqual([UPPER, LOWER]);
  });
});

describe('a wrong check digit is found, field by field', () => {
  test.each([
    [9, 'document-number'],
    [19, 'date-of-birth'],
    [27, 'date-of-expiry'],
    [42, 'optional-data'],
    [43, 'composite'],
  ])('at position %i of the second line', (index, field) => {
    const digit = (Number(LOWER.charAt(index)) + 1) % 10;
    const line = LOWER.slice(0, index) + String(digit) + LOWER.slice(index + 1);
    expect(parseMrz(`${UPPER}\n${line}`)).toEqual({ ok: false, code: 'mrz-check-digit', params: { field } });
  });

  test('an unused optional field may have a filler or a zero as its check digit, but a used one no filler', () => {
    const [upper, lower] = write({ optional: '' });
    expect(lower.charAt(42)).toBe('0');
    expect(parseMrz(upper + lower)).toMatchObject({ ok: true, value: { optionalData: '' } });
    expect(parseMrz(upper + lower.slice(0, 42) + '<' + lower.slice(43)).ok).toBe(true);
    const used = LOWER.slice(0, 42) + '<' + LOWER.slice(43);
    expect(parseMrz(`${UPPER}\n${used}`)).toMatchObject({ params: { field: 'optional-data' } });
  });

  test('a filler is no check digit, even where it would count the same as zero', () => {
    const [upper, lower] = write({ number: '<<<<<<<<<' });
    expect(lower.charAt(9)).toBe('0');
    const filled = lower.slice(0, 9) + '<' + lower.slice(10);
    expect(parseMrz(upper + filled)).toMatchObject({ params: { field: 'document-number' } });
  });
});

describe('what is not the MRZ of a passport', () => {
  test.each([
    ['nothing', '', 'mrz-empty'],
    ['only line breaks', '\n\r\n ', 'mrz-empty'],
    ['one line', UPPER, 'mrz-length'],
    ['a lost character', `${UPPER}\n${LOWER.slice(1)}`, 'mrz-length'],
    ['lines of 43 and 45', `${(UPPER + LOWER).slice(0, 43)}\n${(UPPER + LOWER).slice(43)}`, 'mrz-length'],
    ['three lines', `${UPPER}\n${LOWER}\n${LOWER}`, 'mrz-length'],
    ['a character that cannot be', `${UPPER}\n${LOWER.replace('L', '«')}`, 'mrz-characters'],
    ['a visa', `V${UPPER.slice(1)}\n${LOWER}`, 'mrz-document-code'],
  ])('%s', (_, text, code) => {
    expect(parseMrz(text)).toMatchObject({ ok: false, code });
  });

  test.each([
    ['a month 13', { birth: '741312' }, 'date-of-birth'],
    ['30 February', { birth: '740230' }, 'date-of-birth'],
    ['half a month', { birth: '74<812' }, 'date-of-birth'],
    ['an expiry without a day', { expiry: '1204<<' }, 'date-of-expiry'],
    ['a number of fillers only', { number: '<' }, 'document-number'],
    ['a nationality with a figure', { nationality: 'U1O' }, 'nationality'],
    ['a nationality that starts with a filler', { nationality: '<UT' }, 'nationality'],
    ['a sex that does not exist in the standard', { sex: 'X' }, 'sex'],
    ['no name', { name: '<' }, 'name'],
    ['a figure in the name', { name: 'ERIKSS0N<<ANNA' }, 'name'],
  ])('%s', (_, parts, field) => {
    expect(parseMrz(write(parts).join('\n'))).toEqual({ ok: false, code: 'mrz-field', params: { field } });
  });
});

describe('names', () => {
  test.each([
    ['CHAN<<TAI<MAN', { surname: 'CHAN', givenNames: 'TAI MAN', nameMayBeCut: false }],
    ['ARKFREITHNAR', { surname: 'ARKFREITHNAR', givenNames: '', nameMayBeCut: false }],
    ['VAN<DER<MUELLEN<<HILLARY', { surname: 'VAN DER MUELLEN', givenNames: 'HILLARY', nameMayBeCut: false }],
    ['PAPANDROPOULOUS<<JONATHON<ALEC<MARIANOS', { givenNames: 'JONATHON ALEC MARIANOS', nameMayBeCut: true }],
  ])('%s', (name, expected) => {
    expect(parseMrz(write({ name }).join('\n'))).toMatchObject({ ok: true, value: expected });
  });
});

describe('birth date with its century', () => {
  test.each([
    ['740812', { year: 1974, month: 8, day: 12 }],
    ['261122', { year: 2026, month: 11, day: 22 }],
    ['261123', { year: 1926, month: 11, day: 23 }],
    ['60<<<<', { year: 1960, month: null, day: null }],
    ['6002<<', { year: 1960, month: 2, day: null }],
    ['60<<03', { year: 1960, month: null, day: null }],
    ['<<0203', null],
  ])('%s seen on 22 November 2026', (dateOfBirth, expected) => {
    expect(mrzBirthDate({ dateOfBirth }, '2026-11-22')).toEqual(expected);
  });
});

describe('for every passport', () => {
  const letters = (max: number) => fc.stringMatching(new RegExp(`^[A-Z]{1,${String(max)}}$`));
  const passports = fc.record({
    surname: letters(12),
    givenNames: fc.array(letters(7), { maxLength: 3 }),
    number: fc.stringMatching(/^[A-Z0-9]{5,9}$/),
    nationality: letters(3),
    birth: fc.stringMatching(/^[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])$/),
    expiry: fc.stringMatching(/^[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])$/),
    sex: fc.constantFrom('M', 'F', '<'),
    optional: fc.stringMatching(/^[A-Z0-9]{0,14}$/),
  });

  test('what the state wrote is read', () => {
    fc.assert(
      fc.property(passports, fc.constantFrom('\n', '\r\n', ''), (passport, separator) => {
        const name = [passport.surname, passport.givenNames.join('<')].join('<<').slice(0, 39);
        expect(parseMrz(write({ ...passport, name }).join(separator))).toMatchObject({
          ok: true,
          value: {
            surname: passport.surname,
            givenNames: passport.givenNames.join(' '),
            documentNumber: passport.number,
            nationality: passport.nationality,
            dateOfBirth: passport.birth,
            dateOfExpiry: passport.expiry,
            optionalData: passport.optional,
            sex: passport.sex === '<' ? null : passport.sex,
          },
        });
      }),
    );
  });

  test('one wrong figure under a check digit is always found', () => {
    const places = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27, 43];
    fc.assert(
      fc.property(
        passports,
        fc.constantFrom(...places),
        fc.integer({ min: 1, max: 9 }),
        (passport, place, step) => {
          const [upper, lower] = write(passport);
          fc.pre(/[0-9]/.test(lower.charAt(place)));
          const digit = (Number(lower.charAt(place)) + step) % 10;
          const damaged = lower.slice(0, place) + String(digit) + lower.slice(place + 1);
          expect(parseMrz(`${upper}\n${damaged}`).ok).toBe(false);
        },
      ),
    );
  });
});

/** As many characters of those. Drawn one by one: by a pattern it takes three times as long. */
function zoneText(characters: string, length: number) {
  return fc.string({ unit: fc.constantFrom(...characters.split('')), minLength: length, maxLength: length });
}

test('no text makes the parser throw, and no failure carries what was read', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    zoneText('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<', 88),
    zoneText('ABCDEFGHIJKLMNOPQRSTUVWXYZ<', 42).map((names) => `P<${names}${LOWER}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const result = parseMrz(text);
      const known = ['line', 'length', 'position', 'field'];
      if (!result.ok)
        expect(Object.keys(result.params ?? {}).filter((key) => !known.includes(key))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
