import { describe, expect, it } from 'vitest';
import { typedNumber, typedNumberText } from '../testing/people.ts';
import { inService, typeNumber } from '../testing/harness.ts';

describe('a number typed because the reader cannot read', () => {
  it('is asked again with the place named when its check digit is wrong, and stays in the field', async () => {
    const test = await inService();
    test.goToReader();
    test.press({ type: 'TYPE_NUMBER' }, { type: 'ANSWER', value: 'C730462(0)' });
    expect(test.on('typed-number')).toMatchObject({ error: 'hkid-check-digit', value: 'C730462(0)' });
    test.press({ type: 'FIELD_DRAFT', value: 'C7304' });
    expect(test.on('typed-number')).toMatchObject({ error: null, value: 'C7304' });
  });

  it('is shown once in full with the letters that look alike to the check digit', async () => {
    const test = await inService();
    test.goToReader();
    test.press({ type: 'TYPE_NUMBER' }, { type: 'ANSWER', value: typedNumberText });
    expect(test.on('typed-number-check')).toEqual({
      id: 'typed-number-check',
      number: typedNumberText,
      prefix: 'C',
      lookAlikes: ['N', 'Y'],
    });
    test.press({ type: 'BACK' });
    expect(test.on('typed-number').value).toBe(typedNumberText);
  });

  it('counts for nothing until attested, and asks for what a card would have said', async () => {
    const test = await inService();
    typeNumber(test);
    test.answer('surname', 'QUILLFEATHER');
    test.answer('given-names', 'Ondine Vesper');
    test.answer('date-of-birth', '1961-04');
    test.answerAll();
    test.on('staff-needed');
    await test.signIn();
    test.press({ type: 'STAFF_ATTEST' });
    expect(test.on('attest')).toMatchObject({ page: 'number', number: typedNumberText });
    test.press({ type: 'NUMBER_MATCHES', matches: true });
    expect(test.on('attest')).toMatchObject({ page: 'features', number: null, maskedNumber: 'C73***(*)' });
  });

  it('goes back to the member to be typed again when staff see another on the card', async () => {
    const test = await inService();
    typeNumber(test);
    test.answer('surname', 'QUILLFEATHER');
    await test.signIn();
    test.press({ type: 'STAFF_ATTEST' }, { type: 'NUMBER_MATCHES', matches: false });
    expect(test.on('question').step).toBe('given-names');
    test.press({ type: 'HAND_BACK' });
    expect(test.on('typed-number').value).toBe(typedNumberText);
    test.press({ type: 'ANSWER', value: 'N730462(0)' });
    expect(test.on('typed-number').error).toBe('hkid-check-digit');
    test.press({ type: 'ANSWER', value: `N730462(${typedNumber.check})` }, { type: 'CONTINUE' });
    // Never ask twice: the surname is still there.
    expect(test.on('question').step).toBe('given-names');
  });

  it('can be taken back from the first question to the number', async () => {
    const test = await inService();
    typeNumber(test);
    test.press({ type: 'BACK' });
    test.on('typed-number-check');
  });
});
