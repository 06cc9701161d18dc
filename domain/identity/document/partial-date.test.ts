import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysInMonth } from '../../time.ts';
import {
  ageOn,
  derivedDate,
  isRealPartialDate,
  type PartialDate,
  parsePartialDate,
  printedForm,
} from './partial-date.ts';

const TODAY = '2026-11-22';

const partialDates: fc.Arbitrary<PartialDate> = fc
  .tuple(
    fc.integer({ min: 1900, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.constantFrom('year', 'month', 'day'),
  )
  .map(([year, month, day, precision]) => ({
    year,
    month: precision === 'year' ? null : month,
    day: precision === 'day' ? Math.min(day, daysInMonth(year, month)) : null,
  }));

const parsed = (year: number, month: number | null = null, day: number | null = null) => ({
  ok: true,
  value: { year, month, day },
});

describe('as typed or as a card gives it', () => {
  test.each([
    ['1960', parsed(1960)],
    ['021960', parsed(1960, 2)],
    ['29021960', parsed(1960, 2, 29)],
    ['1960-02', parsed(1960, 2)],
    ['1960-02-29', parsed(1960, 2, 29)],
    ['29-02-1960', parsed(1960, 2, 29)],
    ['29/2/1960', parsed(1960, 2, 29)],
    ['1 2 1960', parsed(1960, 2, 1)],
    ['2/1960', parsed(1960, 2)],
    ['２９．０２．１９６０', parsed(1960, 2, 29)],
    ['  1960  ', parsed(1960)],
  ])('%j', (text, expected) => {
    expect(parsePartialDate(text, TODAY)).toEqual(expected);
  });

  test.each([
    ['', 'required'],
    ['   ', 'required'],
    ['19', 'date-incomplete'],
    ['290219', 'date-not-real'],
    ['2902196', 'date-incomplete'],
    ['29-2-60', 'date-incomplete'],
    ['1960-', 'date-incomplete'],
    ['-1960', 'date-incomplete'],
    ['1960-02-', 'date-incomplete'],
    ['290219600', 'date-not-real'],
    ['1-2-3-1960', 'date-not-real'],
    ['29021961', 'date-not-real'],
    ['29021900', 'date-not-real'],
    ['31041960', 'date-not-real'],
    ['131960', 'date-not-real'],
    ['001960', 'date-not-real'],
    ['00011960', 'date-not-real'],
    ['1960年', 'date-not-real'],
    ['O1021960', 'date-not-real'],
    ['0190', 'date-not-real'],
    ['2027', 'date-in-future'],
    ['122026', 'date-in-future'],
    ['23112026', 'date-in-future'],
  ])('%j is refused as %s', (text, code) => {
    expect(parsePartialDate(text, TODAY)).toEqual({ ok: false, code });
  });

  test('born today, this month or this year is not in the future', () => {
    for (const text of ['22112026', '112026', '2026']) expect(parsePartialDate(text, TODAY).ok).toBe(true);
  });

  test('29 February 2000 existed, 29 February 1900 did not', () => {
    expect(parsePartialDate('29022000', TODAY).ok).toBe(true);
    expect(parsePartialDate('1900-02-29', TODAY)).toEqual({ ok: false, code: 'date-not-real' });
  });
});

describe('the date the platform calculates with (facts/domain.md §1.2)', () => {
  test.each([
    [{ year: 1960, month: null, day: null }, '1960-12-31', '1960'],
    [{ year: 1960, month: 2, day: null }, '1960-02-29', '1960-02'],
    [{ year: 1961, month: 2, day: null }, '1961-02-28', '1961-02'],
    [{ year: 1960, month: 4, day: null }, '1960-04-30', '1960-04'],
    [{ year: 1960, month: 2, day: 3 }, '1960-02-03', '1960-02-03'],
  ])('%j', (date, derived, printed) => {
    expect(derivedDate(date)).toBe(derived);
    expect(printedForm(date)).toBe(printed);
  });
});

describe('for every date on a card', () => {
  test('the printed form is read back, with any separator and day first too', () => {
    fc.assert(
      fc.property(partialDates, fc.constantFrom('-', '/', '.', ' ', ''), (date, separator) => {
        expect(isRealPartialDate(date)).toBe(true);
        expect(parsePartialDate(printedForm(date), TODAY)).toEqual({ ok: true, value: date });
        const dayFirst = printedForm(date).split('-').reverse().join(separator);
        expect(parsePartialDate(dayFirst, TODAY)).toEqual({ ok: true, value: date });
      }),
    );
  });

  test('the derived date is the last one the print allows', () => {
    fc.assert(
      fc.property(partialDates, (date) => {
        const derived = derivedDate(date);
        expect(derived.startsWith(printedForm(date))).toBe(true);
        const next = new Date(Date.parse(`${derived}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
        expect(next.startsWith(printedForm(date))).toBe(false);
      }),
    );
  });

  test('an age grows by one on the anniversary and not before', () => {
    fc.assert(
      fc.property(partialDates, fc.integer({ min: 1, max: 100 }), (date, years) => {
        const derived = derivedDate(date);
        fc.pre(!derived.endsWith('-02-29'));
        const anniversary = String(date.year + years) + derived.slice(4);
        const eve = new Date(Date.parse(`${anniversary}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
        expect(ageOn(date, anniversary)).toBe(years);
        expect(ageOn(date, eve)).toBe(years - 1);
      }),
    );
  });
});

test('born on 29 February, a year older on 1 March of a common year', () => {
  const date = { year: 2008, month: 2, day: 29 };
  expect(ageOn(date, '2026-02-28')).toBe(17);
  expect(ageOn(date, '2026-03-01')).toBe(18);
  expect(ageOn(date, '2028-02-29')).toBe(20);
});

test('a day without a month is no date', () => {
  expect(isRealPartialDate({ year: 1960, month: null, day: 3 })).toBe(false);
});

test('no text makes the parser throw', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.stringMatching(/^[0-9 ./-]{0,14}$/),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const result = parsePartialDate(text, TODAY);
      if (result.ok) expect(isRealPartialDate(result.value)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
