import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codeInQrText,
  isResumeText,
  parseResumeCode,
  parseResumeRow,
  RESUME_RANDOM_BYTES,
  resumeCodeFrom,
  resumeQrText,
  resumeRows,
} from './resume-code.ts';

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const random = fc.uint8Array({ minLength: RESUME_RANDOM_BYTES, maxLength: RESUME_RANDOM_BYTES });
const code = resumeCodeFrom(Uint8Array.from({ length: RESUME_RANDOM_BYTES }, (_, at) => at * 13 + 7));

describe('the code of a slip', () => {
  it('gives back the 128 bits it was made of', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const made = resumeCodeFrom(bytes);
        expect(made).toMatch(/^[2-9A-HJ-NP-Z]{32}$/);
        expect(parseResumeCode(made)?.secret).toEqual(bytes.slice(0, 16));
        expect(made.startsWith(parseResumeCode(made)?.draftId ?? '?')).toBe(true);
      }),
    );
  });

  it('is read as it is typed: small letters, spaces, hyphens, full width', () => {
    const [first, second] = resumeRows(code);
    expect(first).toMatch(/^(\w{4} ){3}\w{4}$/);
    expect(parseResumeCode(`${first.toLowerCase()}\n${second.replaceAll(' ', '–')}`)).toEqual(
      parseResumeCode(code),
    );
    expect(
      parseResumeRow(
        first.replace(/[A-Z0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
        0,
      ),
    ).not.toBeNull();
  });

  it('finds one wrong character in a row, wherever it stands', () => {
    const places = [fc.nat({ max: 15 }), fc.nat({ max: 31 }), fc.constantFrom(0, 1)] as const;
    fc.assert(
      fc.property(random, ...places, (bytes, at, other, index) => {
        const row = resumeRows(resumeCodeFrom(bytes))[index].replaceAll(' ', '');
        const wrong = row.slice(0, at) + ALPHABET.charAt(other) + row.slice(at + 1);
        fc.pre(wrong !== row);
        expect(parseResumeRow(wrong, index)).toBeNull();
      }),
    );
  });

  it('finds two characters that changed places', () => {
    const place = fc.nat({ max: 15 });
    fc.assert(
      fc.property(random, place, place, (bytes, left, right) => {
        const row = Array.from(resumeRows(resumeCodeFrom(bytes))[0].replaceAll(' ', ''));
        const swapped = [...row];
        [swapped[left], swapped[right]] = [row[right] ?? '', row[left] ?? ''];
        fc.pre(swapped.join('') !== row.join(''));
        expect(parseResumeRow(swapped.join(''), 0)).toBeNull();
      }),
    );
  });

  it('finds a row typed in place of the other', () => {
    const [first, second] = resumeRows(code);
    expect(parseResumeRow(second, 0)).toBeNull();
    expect(parseResumeRow(first, 1)).toBeNull();
  });

  it('takes nothing that is too short, too long, or has a character that no slip has', () => {
    for (const text of ['', code.slice(1), `${code}2`, `0${code.slice(1)}`, '人'.repeat(32)]) {
      expect(parseResumeCode(text)).toBeNull();
    }
  });

  it('is not made of fewer random bits', () => {
    expect(() => resumeCodeFrom(new Uint8Array(18))).toThrow(RangeError);
  });
});

describe('the QR code of a slip', () => {
  it('is read by a scanner, and a badge never is', () => {
    expect(codeInQrText(resumeQrText(code))).toBe(code);
    expect(isResumeText(resumeQrText(code))).toBe(true);
    expect(isResumeText('EMPF-BADGE:1:S2041:q7Zt0mWc4R9xKf2B')).toBe(false);
    expect(codeInQrText('EMPF-BADGE:1:S2041:q7Zt0mWc4R9xKf2B')).toBeNull();
  });

  it('of a later version, cut off or garbled is a slip that cannot be read, and no badge', () => {
    for (const text of ['EMPF-RESUME:2:ABCD', 'EMPF-RESUME:1:', `empf-resume:1:${code.slice(0, 31)}`]) {
      expect(isResumeText(text)).toBe(true);
      expect(codeInQrText(text)).toBeNull();
    }
  });

  it('whatever is scanned, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        codeInQrText(text);
        codeInQrText(`EMPF-RESUME:1:${text}`);
        expect(isResumeText(text)).toBe(text.toUpperCase().startsWith('EMPF-RESUME:'));
      }),
    );
  });
});
