import { expect, it } from 'vitest';
import { maskNumbers } from './staff-work.ts';

it.each([
  ['6123 4567', '•••• •567'],
  ['012-345-678901', '•••-•••-•••901'],
  ['+852 61234567', '+••• •••••567'],
  ['A123•••(•)', 'A123•••(•)'],
  ['$1,500.00', '$1,500.00'],
  ['25%  Fund 2026', '25%  Fund 2026'],
  ['12345', '12345'],
])('%s is shown to staff as %s', (text, shown) => {
  expect(maskNumbers(text)).toBe(shown);
});
