import { describe, expect, it } from 'vitest';
import { clerkAfter } from '../../testing/clerk.ts';
import type { TestTerminal } from '../../testing/harness.ts';

const NUMBER = 'A1234563';
const TO_THE_NUMBER = [
  ...['yes', 'form', '2', 'yes', 'no', 'Lantern Street Bakery Ltd', '3777463656273', 'bea-value', 'read'],
  ...['REE', '2026-10-01', '2026-10-31', 'none', '2026-0412', 'HKID'],
];

/** An employer's clerk by form, up to the first employee's identity number. */
async function atTheNumber(): Promise<TestTerminal> {
  const test = await clerkAfter(TO_THE_NUMBER);
  expect(test.on('ask').page).toBe('id-number');
  return test;
}

describe('an employer’s remittance is worked hand in hand', () => {
  it('staff type a number that is not there yet, and it is said whose it is by the staff number', async () => {
    const test = await atTheNumber();
    await test.signIn();
    expect(test.on('ask')).toMatchObject({
      value: '',
      about: { params: { index: 1, number: '2026-0412' } },
    });
    expect(test.on('ask').given).toBeUndefined();
    test.press({ type: 'FIELD_DRAFT', value: 'A123' });
    expect(test.on('ask').value).toBe('A123');
  });

  it('a number given before is covered for staff, and as it was for who gave it', async () => {
    const test = await atTheNumber();
    test.press({ type: 'ANSWER', value: NUMBER }, { type: 'BACK' });
    expect(test.on('ask').value).toBe(NUMBER);
    await test.signIn();
    expect(test.on('ask')).toMatchObject({ value: '', given: NUMBER });
    test.press({ type: 'ANSWER', value: NUMBER });
    expect(test.on('ask').page).toBe('born');
    test.press({ type: 'BACK' }, { type: 'HAND_BACK' });
    expect(test.on('ask').given).toBeUndefined();
  });

  it('a number typed wrong by staff stands there to be put right', async () => {
    const test = await atTheNumber();
    test.press({ type: 'ANSWER', value: NUMBER }, { type: 'BACK' });
    await test.signIn();
    test.press({ type: 'ANSWER', value: 'A1234560' });
    expect(test.on('ask')).toMatchObject({ value: 'A1234560' });
    expect(test.on('ask').error).not.toBeNull();
  });
});
