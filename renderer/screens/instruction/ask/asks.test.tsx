import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Ask } from '../../../../domain/catalogue/ask.ts';
import type { Failure } from '../../../../domain/result.ts';
import type { View } from '../../../../domain/terminal/view/view.ts';
import { fixture, standBefore, type Standing } from '../../../testing/fake-terminal.tsx';

function asking(name: string, value: string, error: Failure<string> | null = null, ask?: Ask): View {
  const view = fixture(name);
  if (view.screen.id !== 'ask') throw new Error('not an ask');
  return {
    ...view,
    locale: 'en',
    screen: { ...view.screen, value, error, ...(ask === undefined ? {} : { ask }) },
  };
}

const spoken = (at: Standing): string => at.find('[data-field] [role="status"]').textContent;
const answered = (at: Standing): unknown => at.sent.at(-1);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('an amount is read in thousands while it grows, and sent plain', async () => {
  const at = await standBefore(asking('ask-money', ''));
  at.type('12345.6');
  expect(spoken(at)).toContain('HK$12,345.6');
  at.press('[data-action="continue"]');
  expect(answered(at)).toMatchObject({ type: 'ANSWER', value: '12345.6' });
});

it('a point that nothing follows does not spoil an amount, and a second point rests', async () => {
  const at = await standBefore(asking('ask-money', ''));
  at.type('800.');
  expect(at.find('[data-key="."]')).toHaveProperty('disabled', true);
  at.press('[data-action="continue"]');
  expect(answered(at)).toMatchObject({ value: '800' });
});

it('an amount sent before comes back to be corrected', async () => {
  const at = await standBefore(asking('ask-money', '1500.00', { code: 'money-too-large' }));
  expect(spoken(at)).toContain('HK$1,500.00');
  expect(at.find('[role="alert"]').textContent).toContain('too large');
  at.press('[data-key="backspace"]');
  expect(spoken(at)).toContain('HK$1,500.0');
});

it('a day typed as papers show it is sent as year, month, day', async () => {
  const at = await standBefore(asking('ask-date', ''));
  at.type('05112026');
  at.press('[data-action="continue"]');
  expect(answered(at)).toMatchObject({ type: 'ANSWER', value: '2026-11-05' });
});

it('half a date is answered all the same, so that the page says what is missing', async () => {
  const at = await standBefore(asking('ask-date', ''));
  at.type('0511');
  expect(at.find('[data-action="continue"]').dataset['quiet']).toBe('true');
  at.press('[data-action="continue"]');
  expect(answered(at)).toMatchObject({ type: 'ANSWER', value: '05-11-' });
  at.see(asking('ask-date', '05-11-', { code: 'date-shape' }));
  expect(at.find('[role="alert"]').dataset['error']).toBe('date-shape');
});

it('several are ticked and taken back, and go out in the order they stand', async () => {
  const at = await standBefore(asking('ask-several', ''));
  at.press('[data-option="former-employment"]');
  at.press('[data-option="employee-mandatory"]');
  at.press('[data-option="special-voluntary"]');
  at.press('[data-option="special-voluntary"]');
  expect(at.page.container.textContent).toContain('2 chosen');
  at.press('[data-action="continue"]');
  expect(answered(at)).toMatchObject({ value: 'employee-mandatory,former-employment' });
});

it('none of several is an answer too', async () => {
  const at = await standBefore(asking('ask-several', ''));
  at.press('[data-action="continue"]');
  expect(answered(at)).toMatchObject({ type: 'ANSWER', value: '' });
});

it('one of two dozen schemes is chosen, none before', async () => {
  const at = await standBefore(asking('ask-choice-many', ''));
  expect(at.page.container.querySelectorAll('[aria-checked="true"]')).toHaveLength(0);
  at.press('[data-option="bea-value"]');
  at.press('[data-action="continue"]');
  expect(answered(at)).toMatchObject({ value: 'bea-value' });
});

it('figures stand in fours and go out without spaces', async () => {
  const at = await standBefore(asking('ask-text-digits', ''));
  at.type('61234567');
  expect(at.find('[data-field]').textContent).toContain('6123 4567');
  at.press('[data-action="continue"]');
  expect(answered(at)).toMatchObject({ value: '61234567' });
});

it('what may be left out can be gone on without', async () => {
  const at = await standBefore(asking('ask-text-lines', 'HALF A SENT'));
  at.press('[data-action="without"]');
  expect(answered(at)).toMatchObject({ type: 'ANSWER', value: '' });
});

it('lines left empty do not travel', async () => {
  const at = await standBefore(asking('ask-text-lines', ''));
  at.type('AB');
  at.press('[data-key="next-line"]');
  at.press('[data-key="next-line"]');
  at.type('C');
  at.press('[data-action="continue"]');
  expect(answered(at)).toMatchObject({ value: 'AB\nC' });
});

it('a statement is agreed to by the button that says so', async () => {
  const at = await standBefore(asking('ask-statement-caution', ''));
  expect(at.find('[data-action="continue"]').textContent).toBe('I understand');
  expect(at.page.container.textContent).toContain('16:00 on 23 November 2026');
  at.press('[data-action="continue"]');
  expect(answered(at)).toMatchObject({ type: 'ANSWER', value: 'read' });
});

it('a field error of the registration keeps its words', async () => {
  const at = await standBefore(asking('ask-text-digits', '6123', { code: 'mobile-length' }));
  expect(at.find('[role="alert"]').textContent).toContain('8 digits');
});

it('words that no catalogue has are a bug, not a blank', async () => {
  const broken = asking('ask-choice', '', { code: 'no-such-rule' });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await expect(standBefore(broken)).rejects.toThrow('no message error.no-such-rule');
  vi.restoreAllMocks();
});

it('an employee’s number given before is on the page only while the button is held, and stays when nothing is typed', async () => {
  const at = await standBefore({ ...fixture('ask-number-covered'), locale: 'en' });
  const page = (): string => document.body.textContent;
  const shown = () => at.sent.filter(({ type }) => type === 'NUMBER_SHOWN');
  expect(page()).toContain('E-0412');
  expect(page()).not.toContain('K8765430');
  fireEvent.pointerDown(at.find('[data-action="hold-to-show"]'), { button: 0 });
  expect(page()).toContain('K8765430');
  expect(shown()).toHaveLength(1);
  fireEvent.pointerUp(at.find('[data-action="hold-to-show"]'));
  expect(page()).not.toContain('K8765430');
  // A key that is kept down repeats, and is one more hold.
  for (let repeat = 0; repeat < 3; repeat += 1) {
    fireEvent.keyDown(at.find('[data-action="hold-to-show"]'), { key: 'Enter' });
  }
  fireEvent.keyUp(at.find('[data-action="hold-to-show"]'), { key: 'Enter' });
  expect(shown()).toHaveLength(2);
  at.press('[data-action="continue"]');
  expect(answered(at)).toMatchObject({ type: 'ANSWER', value: 'K8765430' });
});

it('an employee’s number is typed again from nothing', async () => {
  const at = await standBefore({ ...fixture('ask-number-covered'), locale: 'en' });
  at.press('[data-action="type-anew"]');
  expect(document.body.textContent).not.toContain('K8765430');
  expect(at.find('input')).toHaveProperty('value', '');
});
