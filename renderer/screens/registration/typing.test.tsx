import { act, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { View } from '../../../domain/terminal/view/view.ts';
import { DRAFT_DELAY_MILLISECONDS } from '../../input/draft-sender.ts';
import { fixture, standBefore, type Standing } from '../../testing/fake-terminal.tsx';

function asking(name: string, value: string, error: 'mobile-length' | null = null): View {
  const view = fixture(name);
  if (view.screen.id !== 'question') throw new Error('not a question');
  return { ...view, screen: { ...view.screen, value, error } };
}

const spoken = (at: Standing): string => at.find('[data-field] [role="status"]').textContent;
const intents = (at: Standing): string[] => at.sent.map(({ type }) => type);
const pause = (): void => act(() => void vi.advanceTimersByTime(DRAFT_DELAY_MILLISECONDS));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a mobile number typed on the keypad is read back in fours and sent as eight digits', async () => {
  const at = await standBefore(asking('question-mobile', ''));
  at.type('61234567');
  expect(at.find('[data-field]').textContent).toContain('6123 4567');
  at.type('8');
  at.press('[data-action="continue"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'ANSWER', value: '61234567' });
});

it('delete takes one digit, clear takes all', async () => {
  const at = await standBefore(asking('question-mobile', ''));
  at.type('612');
  at.press('[data-key="backspace"]');
  expect(spoken(at)).toContain('6 1');
  at.press('[data-key="clear"]');
  expect(spoken(at)).not.toContain('6');
});

it('what is typed follows as one draft, and no draft follows the answer', async () => {
  const at = await standBefore(asking('question-mobile', ''));
  at.type('61');
  pause();
  expect(at.sent).toHaveLength(1);
  expect(at.sent[0]).toMatchObject({ type: 'FIELD_DRAFT', value: '61' });
  at.type('2');
  at.press('[data-action="continue"]');
  pause();
  expect(intents(at)).toEqual(['FIELD_DRAFT', 'ANSWER']);
});

it('a view that arrives while somebody types does not overwrite the field', async () => {
  const at = await standBefore(asking('question-mobile', ''));
  at.type('6123');
  at.see(asking('question-mobile', '61'));
  expect(spoken(at)).toContain('6 1 2 3');
  at.see(asking('question-mobile', '61', 'mobile-length'));
  expect(spoken(at)).toContain('6 1 2 3');
  expect(at.find('[role="alert"]').dataset['error']).toBe('mobile-length');
});

it('changing the language keeps what is typed, in the page and in main', async () => {
  const at = await standBefore(asking('question-surname', ''));
  at.type('CHAN');
  at.press('[data-action="locale"]');
  expect(intents(at)).toEqual(['FIELD_DRAFT', 'SET_LOCALE']);
  at.see({ ...asking('question-surname', 'CHAN'), locale: 'en' });
  expect(at.find('h1').textContent).toBe('Your surname in English');
  expect(at.find('input')).toHaveProperty('value', 'CHAN');
  expect(document.documentElement.lang).toBe('en-HK');
});

it('an overlay covers the page, and what was typed is still there afterwards', async () => {
  const below = asking('question-mobile', '');
  const at = await standBefore(below);
  at.type('6123');
  at.press('[data-action="ask-staff"]');
  expect(intents(at)).toEqual(['FIELD_DRAFT', 'ASK_STAFF']);
  at.see({
    ...below,
    stepId: 'help-called',
    overlay: { id: 'help-called', since: '2026-11-22T07:42:00.000Z', snoozed: false },
  });
  expect(at.find('[data-root]').dataset['overlay']).toBe('help-called');
  expect(at.find('[data-layer="covered"]').hasAttribute('inert')).toBe(true);
  at.see(below);
  expect(spoken(at)).toContain('6 1 2 3');
});

it('the same trouble twice is said twice', async () => {
  const at = await standBefore(asking('question-mobile', '6123', 'mobile-length'));
  at.press('[data-action="continue"]');
  expect(document.activeElement).toBe(at.find('[role="alert"]'));
  at.find('h1').focus();
  at.press('[data-action="continue"]');
  expect(document.activeElement).toBe(at.find('[role="alert"]'));
});

it('somebody with a single name says so and answers with nothing', async () => {
  const at = await standBefore(asking('question-given-names', ''));
  at.type('TAI');
  at.press('[data-action="single-name"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'ANSWER', value: '' });
});

it('an input method composing on a station keyboard sends nothing until it is done', async () => {
  const at = await standBefore(asking('question-surname', ''));
  const box = at.find('input');
  fireEvent.compositionStart(box);
  fireEvent.change(box, { target: { value: 'ch' } });
  act(() => void vi.advanceTimersByTime(2000));
  expect(intents(at)).toEqual([]);
  fireEvent.change(box, { target: { value: 'CHAN' } });
  fireEvent.compositionEnd(box);
  pause();
  expect(at.sent.at(-1)).toMatchObject({ type: 'FIELD_DRAFT', value: 'CHAN' });
});

it('keys write where the caret stands', async () => {
  const at = await standBefore(asking('question-surname', 'CAN'));
  const box = at.find('input');
  if (!(box instanceof HTMLInputElement)) throw new Error('no text box');
  act(() => {
    box.focus();
    box.setSelectionRange(1, 1);
  });
  at.type('H');
  expect(box.value).toBe('CHAN');
  expect(box.selectionStart).toBe(2);
});

it('next line moves to the next line of the address, and empty lines are not sent', async () => {
  const at = await standBefore(asking('question-address', ''));
  at.type('A1');
  at.press('[data-key="next-line"]');
  at.press('[data-key="next-line"]');
  at.type('B2');
  at.press('[data-action="continue"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'ANSWER', value: 'A1\nB2' });
});

it('a card that shows a year only is answered with the year', async () => {
  const at = await standBefore(asking('question-date-of-birth', ''));
  at.press('[data-option="year"]');
  at.type('1954');
  at.press('[data-action="continue"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'ANSWER', value: '1954' });
});

it('optional uses start unticked and are sent as ticked', async () => {
  const at = await standBefore(asking('question-optional-uses', ''));
  expect(at.page.container.querySelectorAll('[aria-checked="true"]')).toHaveLength(0);
  at.press('[data-option="mpf-education"]');
  at.press('[data-action="continue"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'ANSWER', value: 'mpf-education' });
});

it('a real keyboard types too', async () => {
  const at = await standBefore(asking('question-mobile', ''));
  for (const key of ['6', 'x', '1', 'Backspace', '2']) fireEvent.keyDown(document.body, { key });
  expect(spoken(at)).toContain('6 2');
  fireEvent.keyDown(document.body, { key: 'Enter' });
  expect(at.sent.at(-1)).toMatchObject({ type: 'ANSWER', value: '62' });
});
