import { expect, it } from 'vitest';
import { paperSize } from './paper-size.ts';

it('a declaration is a sheet of A4, whatever stands on it', () => {
  expect(paperSize('documents', 100)).toEqual({ width: 210, height: 297 });
});

it('a slip takes as much of the roll as it needs, within what a printer takes', () => {
  expect(paperSize('slips', 378)).toEqual({ width: 80, height: 101 });
  expect(paperSize('slips', 10)).toEqual({ width: 80, height: 60 });
  expect(paperSize('slips', 100_000)).toEqual({ width: 80, height: 600 });
});
