import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatReference, parseReference } from '../../../../domain/reference.ts';
import { enquiryCodeFrom, parseEnquiryCode } from '../../../../domain/service/enquiry-code.ts';
import { typeEnquiryCode } from './enquiry-code-entry.ts';
import { isWholeReference, nextReferenceKeys, referenceParts, typeReference } from './reference-entry.ts';

const reference = (keys: string): string => Array.from(keys).reduce(typeReference, '');
const code = (keys: string): string => Array.from(keys).reduce(typeEnquiryCode, '');

it('every reference that a terminal gives can be typed, with or without its hyphens', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 1, max: 9_999_999 }),
      (epoch, counter) => {
        const given = formatReference({ terminalId: 'K0127', epoch, counter });
        const typed = reference(given);
        expect(parseReference(typed)).toMatchObject({ ok: true, value: { epoch, counter } });
        expect(isWholeReference(typed)).toBe(true);
        const { terminal, letters, digits, check } = referenceParts(typed);
        expect(`${terminal}-${letters}${digits}-${check}`).toBe(given);
      },
    ),
  );
});

it('after four digits the next one is taken for the check character, until another follows', () => {
  expect(referenceParts('K0127A0042')).toMatchObject({ digits: '0042', check: '' });
  expect(referenceParts('K0127A00427')).toMatchObject({ digits: '0042', check: '7' });
  expect(referenceParts('K0127A123457')).toMatchObject({ digits: '12345', check: '7' });
});

it('nothing can follow a check character that is a letter', () => {
  expect(nextReferenceKeys('K0127A0042X')).toEqual({ letters: '', digits: '' });
});

it('whatever is pressed, a reference never grows out of its shape', () => {
  fc.assert(
    fc.property(fc.string(), (keys) => {
      expect(reference(keys)).toMatch(/^$|^[A-Z]\d{0,4}$|^[A-Z]\d{4}[A-HJ-NP-Z]{1,4}\d{0,9}[0-9A-Z]?$/);
    }),
  );
});

it('every enquiry code can be typed in small letters, and nothing that is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
      const given = enquiryCodeFrom(random);
      expect(parseEnquiryCode(code(given.toLowerCase()))).toBe(given);
    }),
  );
  expect(code('0I1O-k7m2 9xqaz')).toBe('K7M29XQA');
});
