import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hkidParts, isWholeHkid, nextHkidKeys, typeHkid } from './hkid-entry.ts';

const typed = (keys: string): string => Array.from(keys).reduce(typeHkid, '');

it('one letter, six digits and the check character make a whole number', () => {
  expect(typed('A1234563')).toBe('A1234563');
  expect(hkidParts('A1234563')).toEqual({ prefix: 'A', digits: '123456', check: '3' });
  expect(isWholeHkid('A1234563')).toBe(true);
  expect(isWholeHkid('A123456')).toBe(false);
});

it('two letters and a check character A', () => {
  expect(typed('WX123456A')).toBe('WX123456A');
  expect(isWholeHkid('WX123456A')).toBe(true);
});

it('small letters of a real keyboard count as capitals', () => {
  expect(typed('a123456a')).toBe('A123456A');
});

it('only A among the letters can stand in brackets', () => {
  expect(nextHkidKeys('A123456')).toEqual({ letters: 'A', digits: '0123456789' });
});

it('whatever is pressed, the number never grows out of its shape', () => {
  fc.assert(
    fc.property(fc.string(), (keys) => {
      expect(typed(keys)).toMatch(/^([A-Z]{0,2}|[A-Z]{1,2}[0-9]{1,6}|[A-Z]{1,2}[0-9]{6}[0-9A])$/);
    }),
  );
});
