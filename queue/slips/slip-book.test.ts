import { describe, expect, test } from 'vitest';
import { createSlipBook } from './slip-book.ts';

const SLIP = { id: 'left-here', reference: 'K0127-A0001-4', code: 'ABCD2345' };
const WRONG = 'ABCD2346';
const HOUR = 3_600_000;
const shut = { ok: false, code: 'too-many-tries' };

function bookAt(start = 0) {
  let now = start;
  const book = createSlipBook(() => now);
  book.remember(SLIP);
  return { book, pass: (milliseconds: number) => (now += milliseconds) };
}

describe('somebody asks for what was left at this machine', () => {
  test('with its reference and code', () => {
    const { book } = bookAt();
    expect(book.find(SLIP.reference, SLIP.code, true)).toEqual({ ok: true, value: SLIP.id });
    expect([book.proves(SLIP.id, SLIP.code), book.proves(SLIP.id, WRONG)]).toEqual([true, false]);
  });

  test('with a wrong code, or a reference that is not here: alike', () => {
    const { book } = bookAt();
    expect(book.find(SLIP.reference, WRONG, true)).toEqual({ ok: true, value: null });
    expect(book.find('K0127-A0002-2', SLIP.code, true)).toEqual({ ok: true, value: null });
    expect(book.proves('somebody-else-s', SLIP.code)).toBe(false);
  });

  test('after it has gone to the platform: it is not here any more', () => {
    const { book } = bookAt();
    book.forget(SLIP.id);
    expect(book.find(SLIP.reference, SLIP.code, true)).toEqual({ ok: true, value: null });
    expect(book.proves(SLIP.id, SLIP.code)).toBe(false);
  });
});

describe('somebody tries codes', () => {
  test.each([SLIP.reference, 'K0127-A0002-2'])('%s: shut after five wrong ones, for an hour', (reference) => {
    const { book, pass } = bookAt();
    for (let count = 0; count < 5; count += 1) expect(book.find(reference, WRONG, true).ok).toBe(true);
    expect(book.find(reference, SLIP.code, true)).toEqual(shut);
    pass(HOUR);
    expect(book.find(reference, SLIP.code, true).ok).toBe(true);
  });

  test('what the platform counts is not counted here, but for what is here', () => {
    const { book } = bookAt();
    for (let count = 0; count < 9; count += 1) expect(book.find('K0400-A0002-2', WRONG, false).ok).toBe(true);
    for (let count = 0; count < 5; count += 1) book.find(SLIP.reference, WRONG, false);
    expect(book.find(SLIP.reference, SLIP.code, false)).toEqual(shut);
  });

  test('for many references: the machine is shut after two hundred wrong ones', () => {
    const { book } = bookAt();
    for (let count = 0; count < 200; count += 1) book.find(`reference ${String(count)}`, WRONG, true);
    expect(book.find(SLIP.reference, SLIP.code, true)).toEqual(shut);
  });

  test('right ones are not counted', () => {
    const { book } = bookAt();
    for (let count = 0; count < 9; count += 1) book.find(SLIP.reference, SLIP.code, true);
    expect(book.find(SLIP.reference, SLIP.code, true).ok).toBe(true);
  });
});
