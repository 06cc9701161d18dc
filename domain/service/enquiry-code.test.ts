import { describe, expect, it } from 'vitest';
import { enquiryCodeFrom, formatEnquiryCode, parseEnquiryCode } from './enquiry-code.ts';

describe('the code on the slip', () => {
  it('is read however it is typed', () => {
    const code = enquiryCodeFrom(new Uint8Array([0, 31, 32, 8, 200, 255, 17, 3]));
    expect(parseEnquiryCode(` ${formatEnquiryCode(code).toLowerCase()} `)).toBe(code);
    expect(parseEnquiryCode(`${code.slice(0, 4)}-${code.slice(4)}`)).toBe(code);
  });

  it('is refused with a character that no slip has, too short, or empty', () => {
    for (const typed of ['', 'ABCD', 'ABCD2340', 'ABCDIIII', 'ABCDEFGHJ'])
      expect(parseEnquiryCode(typed)).toBeNull();
  });

  it('needs enough randomness', () => {
    expect(() => enquiryCodeFrom(new Uint8Array(7))).toThrow(RangeError);
  });
});
