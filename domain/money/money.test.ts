import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  centsOf,
  formatMoney,
  fractionOf,
  isMoneyText,
  leftAfter,
  lesser,
  parseMoney,
  plainMoney,
  shareOf,
} from './money.ts';

it.each([
  ['1500', 150_000n],
  ['1,500.00', 150_000n],
  ['1500.5', 150_050n],
  ['HK$1,500.00', 150_000n],
  ['hk$ 1,500', 150_000n],
  ['$0.07', 7n],
  ['１，５００．２５', 150_025n],
  ['＄１５００', 150_000n],
  ['  1500  ', 150_000n],
  ['0', 0n],
  ['007.10', 710n],
  ['999,999,999.99', 99_999_999_999n],
])('an amount written as "%s" is read', (text, cents) => {
  expect(parseMoney(text)).toEqual({ ok: true, value: cents });
});

it.each([
  ['', 'money-format'],
  ['$', 'money-format'],
  ['fifteen', 'money-format'],
  ['1.5.0', 'money-format'],
  ['1,50', 'money-format'],
  ['15,00.00', 'money-format'],
  ['1 500', 'money-format'],
  ['1e3', 'money-format'],
  ['0x10', 'money-format'],
  ['.5', 'money-format'],
  ['5.', 'money-format'],
  ['NaN', 'money-format'],
  ['-five', 'money-format'],
  ['()', 'money-format'],
  ['-5', 'money-negative'],
  ['\u22125.00', 'money-negative'],
  ['-$5', 'money-negative'],
  ['$-5', 'money-negative'],
  ['(1,500.00)', 'money-negative'],
  ['1.005', 'money-decimals'],
  ['12,011.500', 'money-decimals'],
  ['1,000,000,000.00', 'money-too-large'],
  ['9'.repeat(400), 'money-too-large'],
])('"%s" is not an amount: %s', (text, code) => {
  expect(parseMoney(text)).toEqual({ ok: false, code });
});

it('amounts are written for people and for machines', () => {
  expect([0n, 7n, 150_000n, 123_456_789n, -250n].map(formatMoney)).toEqual([
    '0.00',
    '0.07',
    '1,500.00',
    '1,234,567.89',
    '-2.50',
  ]);
  expect([0n, 150_000n, -250n].map(plainMoney)).toEqual(['0.00', '1500.00', '-2.50']);
});

it('facts §3a, rounding: half a cent goes up', () => {
  expect(shareOf(centsOf('12011.50'), '0.05')).toBe(centsOf('600.58'));
  expect(shareOf(centsOf('12022.05'), '0.05')).toBe(centsOf('601.10'));
  // 1.15 × 0.05 = 0.0575; in binary fractions 1.005 × 100 would already be too little.
  expect(shareOf(115n, '0.05')).toBe(6n);
  expect(shareOf(10n, '0.05')).toBe(1n);
  expect(shareOf(9n, '0.05')).toBe(0n);
});

it('a text in our own data that is no amount is a bug', () => {
  expect(() => centsOf('many')).toThrow(RangeError);
  expect([isMoneyText('1500.00'), isMoneyText('HK$5'), isMoneyText('5%')]).toEqual([true, false, false]);
});

it('a fraction of less than nothing is a bug', () => {
  expect(() => fractionOf(-1n, 1n, 2n)).toThrow(RangeError);
  expect(() => fractionOf(1n, 1n, 0n)).toThrow(RangeError);
});

const amounts = fc.bigInt({ min: 0n, max: 99_999_999_999n });

it('what is written is read again as the same', () => {
  fc.assert(
    fc.property(amounts, (cents) => {
      expect(parseMoney(formatMoney(cents))).toEqual({ ok: true, value: cents });
      expect(parseMoney(plainMoney(cents))).toEqual({ ok: true, value: cents });
    }),
  );
});

it('any text gives an amount or a code, never an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = parseMoney(text);
      expect(read.ok ? read.value >= 0n : read.code.startsWith('money-')).toBe(true);
    }),
  );
});

it('a share is at most half a cent away from the exact one, and the same by both ways', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 10_000 }), (cents, basisPoints) => {
      const share = shareOf(cents, (basisPoints / 10_000).toFixed(4));
      const doubled = 2n * (share * 10_000n - cents * BigInt(basisPoints));
      expect(doubled > -10_000n && doubled <= 10_000n).toBe(true);
      expect(fractionOf(cents, BigInt(basisPoints), 10_000n)).toBe(share);
    }),
  );
});

it('the lesser and the rest of two amounts make up the first', () => {
  fc.assert(
    fc.property(amounts, amounts, (one, other) => {
      expect(lesser(one, other) + leftAfter(one, other)).toBe(one);
    }),
  );
});
