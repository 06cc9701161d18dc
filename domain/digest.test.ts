import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOfText } from './digest.ts';

const ofNode = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url');

test('the examples of the standard', () => {
  expect(digestOfText('abc')).toBe(
    Buffer.from('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'hex').toString(
      'base64url',
    ),
  );
  expect(digestOfText('')).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU');
});

test('agrees with Node for every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(digestOfText(text)).toBe(ofNode(text));
    }),
    { numRuns: 300 },
  );
});

test('agrees with Node at every length around the block boundaries', () => {
  for (let length = 0; length <= 200; length += 1) {
    const text = '登'.repeat(length % 3) + 'x'.repeat(length);
    expect(digestOfText(text)).toBe(ofNode(text));
  }
});
