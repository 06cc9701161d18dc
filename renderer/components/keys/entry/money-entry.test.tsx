import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkShape } from '../../../../domain/catalogue/check-shape.ts';
import { groupedMoney, moneyAnswer, typeMoney } from './money-entry.ts';

const typed = (keys: string): string => Array.from(keys).reduce(typeMoney, '');

it('an amount with cents, read in thousands', () => {
  expect(groupedMoney(typed('1234567.89'))).toBe('1,234,567.89');
});

it('somebody presses the point first, twice, or goes on after two decimals', () => {
  expect(typed('.5')).toBe('0.5');
  expect(typed('12..5')).toBe('12.5');
  expect(typed('12.3456')).toBe('12.34');
});

it('a zero in front gives way, and a number too long stops growing', () => {
  expect(typed('007')).toBe('7');
  expect(typed('12345678901')).toBe('123456789');
});

it('whatever is pressed, what is sent is an amount', () => {
  const keys = fc.array(fc.constantFrom(...Array.from('0123456789.')), { minLength: 1 });
  fc.assert(
    fc.property(keys, (pressed) => {
      const answer = moneyAnswer(typed(pressed.join('')));
      expect(checkShape({ type: 'money' }, answer)).toMatchObject({ ok: true });
    }),
  );
});
