import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Brought } from './prefill.ts';
import { checkOfNumber, FORM_CODE_CHARACTERS, formInQrText, formQrText, isFormText } from './form-code.ts';

const brought: Brought = {
  mobile: '91234567',
  language: 'zh-Hant',
  employment: {
    ...{ employer: '海港棚業 & Co: Ltd', businessRegistration: '41234567' },
    casual: false,
    industryScheme: 'none',
  },
};
const text = formQrText('Z1234567', brought);

describe("a form's code", () => {
  it('says what was put in, and of the number sixteen bits', () => {
    expect(formInQrText(text)).toEqual({ ok: true, value: { check: checkOfNumber('Z1234567'), ...brought } });
    expect(text).not.toContain('1234567Z');
    expect(text).not.toContain('Z123456');
    expect(checkOfNumber('Z1234567')).toMatch(/^[0-9A-F]{4}$/);
    expect(checkOfNumber('Z1234567')).not.toBe(checkOfNumber('Z7654325'));
  });

  it('with nothing but the check fills in nothing', () => {
    const empty = formQrText('Z1234567', { mobile: null, language: null, employment: null });
    expect(formInQrText(empty)).toMatchObject({ ok: true, value: { mobile: null, employment: null } });
  });

  it.each([
    ['a badge', 'EMPF-BADGE:1:S2041:abc', 'other-code'],
    ['a payment code', '00020101021226', 'other-code'],
    ['cut off', text.slice(0, -3), 'damaged'],
    ['with a figure changed', text.replace('91234567', '91234568'), 'damaged'],
    ['of the next version', text.replace(':1:', ':2:'), 'other-version'],
    ['endless', `${text}${'x'.repeat(FORM_CODE_CHARACTERS)}`, 'too-long'],
    ['empty', 'EMPF-FORM:', 'damaged'],
  ])('that is %s is none', (_what, scanned, code) => {
    expect(formInQrText(scanned)).toMatchObject({ ok: false, code });
  });

  it('damaged in one place is never taken for a whole one', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'A', 'z', '%', '='), (at, letter) => {
        const scanned = text.slice(0, at) + letter + text.slice(at + 1);
        fc.pre(scanned !== text);
        expect(formInQrText(scanned).ok).toBe(false);
      }),
    );
  });

  it('of any text throws nothing', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        expect(isFormText(`EMPF-FORM:${rest}`)).toBe(true);
        expect(formInQrText(`EMPF-FORM:1:${rest}`).ok).toBe(false);
      }),
    );
  });

  it('too long to be read from a phone is not made', () => {
    const employer = '棚'.repeat(80);
    expect(() => formQrText('Z1234567', { ...brought, employment: { employer } })).toThrow(RangeError);
  });
});
