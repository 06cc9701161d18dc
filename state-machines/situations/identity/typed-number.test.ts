import { describe, expect, it } from 'vitest';
import { type RegistrationPayload, registrationPayloadSchema } from '../../../domain/registration/payload.ts';
import { adult01, typedNumber, typedNumberText } from '../../testing/people.ts';
import { inService, type TestTerminal, typeNumber } from '../../testing/harness.ts';

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
    test.answer('chinese-codes', '');
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

  it('has its Chinese name keyed by the codes on the card, picked, and the codes discarded', async () => {
    const test = await typedTo('chinese-codes');
    test.answer('chinese-codes', '711511292429');
    expect(test.on('question')).toMatchObject({
      step: 'chinese-characters',
      choices: [{ code: '7115', characters: ['陳', '陈'] }, { code: '1129' }, { code: '2429' }],
    });
    test.answer('chinese-characters', '陳大文');
    const payload = await sent(test);
    expect(payload.person).toMatchObject({ nameChinese: '陳大文' });
    expect(JSON.stringify(payload)).not.toContain('7115');
  });

  it('keeps the codes, and no half of a name, where a character is not there', async () => {
    const test = await typedTo('chinese-codes');
    test.answer('chinese-codes', '7115 9999');
    test.answer('chinese-characters', '陳□');
    const { person } = await sent(test);
    expect(person).toMatchObject({ nameChinese: null, nameChineseCodes: ['7115', '9999'] });
  });
});

describe('a former name', () => {
  it('is added on the review page by whoever has one, and costs nobody else a page', async () => {
    const test = await inService();
    await test.goToReview();
    expect(test.on('review').rows.find(({ key }) => key === 'former-name')?.value).toBe('');
    test.press({ type: 'CHANGE', step: 'former-name' });
    test.answer('former-name', 'FENWICKE Ondine');
    expect(test.on('review').rows.find(({ key }) => key === 'former-name')?.value).toBe('FENWICKE Ondine');
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted[0]?.payload).toMatchObject({ person: { formerName: 'FENWICKE Ondine' } });
  });
});

describe('somebody who is too young to be a member', () => {
  it.each([
    ['2008-11-24', 'too-young'],
    ['2008-11-23', 'question'],
  ] as const)('born on %s, on 23 November 2026', async (born, screen) => {
    const test = await inService();
    const [year = 0, month = 0, day = 0] = born.split('-').map(Number);
    test.identify({ ...adult01, dateOfBirth: { year, month, day } });
    test.press({ type: 'CONTINUE' });
    expect(test.view().screen.id).toBe(screen);
  });

  it('can go, and nothing was asked or kept', async () => {
    const test = await inService();
    test.identify({ ...adult01, dateOfBirth: { year: 2011, month: 4, day: null } });
    test.press({ type: 'CONTINUE' });
    test.press({ type: 'DONE' });
    expect(test.on('ended').how).toBe('prepared');
    expect(test.ports.submitted).toEqual([]);
  });
});

/** A typed number with its English name, before the page that is named. */
async function typedTo(step: 'chinese-codes'): Promise<TestTerminal> {
  const test = await inService();
  typeNumber(test);
  test.answer('surname', 'QUILLFEATHER');
  test.answer('given-names', 'Ondine Vesper');
  expect(test.on('question').step).toBe(step);
  return test;
}

async function sent(test: TestTerminal): Promise<RegistrationPayload> {
  test.answer('date-of-birth', '1961-04');
  test.answerAll();
  await test.signIn();
  test.attest();
  test.press({ type: 'HAND_BACK' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
  await test.settle();
  return registrationPayloadSchema.parse(test.ports.submitted[0]?.payload);
}
