import { act } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FUNDS } from '../../../../domain/reference-data/embedded/funds.ts';
import type { View } from '../../../../domain/terminal/view/view.ts';
import { DRAFT_DELAY_MILLISECONDS } from '../../../input/draft-sender.ts';
import { fixture, standBefore, type Standing } from '../../../testing/fake-terminal.tsx';
import { readShares, totalOf, typeShare, withShare, writeShares } from './allocation-entry.ts';

const [first = '', second = ''] = FUNDS.map(({ code }) => code);
const asked = (): View => ({ ...fixture('ask-allocation-empty'), locale: 'en' });
const row = (code: string, action: string): string => `[data-action="${action}"][data-option="${code}"]`;
const total = (at: Standing): string => at.find('[data-total]').textContent;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('nothing is given out before the member gives it', async () => {
  const at = await standBefore(asked());
  expect(total(at)).toBe('0 of 100 100 left');
  expect(at.page.container.querySelectorAll('[data-some]')).toHaveLength(0);
});

it('five more, five less, and what is left is said at every step', async () => {
  const at = await standBefore(asked());
  at.press(row(first, 'more-share'));
  at.press(row(first, 'more-share'));
  at.press(row(second, 'more-share'));
  expect(total(at)).toBe('15 of 100 85 left');
  at.press(row(first, 'less'));
  expect(total(at)).toBe('10 of 100 90 left');
  expect(at.find('[data-action="continue"]').textContent).toBe('Still 90% to give out');
});

it('typed percentages make the whole, and go out in the order of the funds', async () => {
  const at = await standBefore(asked());
  at.press(row(second, 'type-share'));
  at.type('67');
  expect(total(at)).toBe('67 of 100 33 left');
  at.press('[data-action="use-share"]');
  at.press(row(first, 'type-share'));
  at.type('33');
  at.press('[data-action="use-share"]');
  expect(total(at)).toBe('100 of 100 Exactly 100');
  at.press('[data-action="continue"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'ANSWER', value: `${first}=33,${second}=67` });
});

it('somebody who looks at the figure and goes back changes nothing', async () => {
  const at = await standBefore(asked());
  at.press(row(first, 'more-share'));
  at.press(row(first, 'type-share'));
  at.type('9');
  at.press('[data-action="back-to-list"]');
  expect(total(at)).toBe('5 of 100 95 left');
});

it('more than the whole is said, and going on is still answered', async () => {
  const at = await standBefore({ ...fixture('ask-allocation-error'), locale: 'en' });
  expect(total(at)).toBe('110 of 100 10 too many');
  expect(at.find('[role="alert"]').textContent).toContain('The total is 110.');
  at.press('[data-action="continue"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'ANSWER' });
});

it('clear takes everything back, and the page replaced after a crash begins with what was given out', async () => {
  const at = await standBefore(asked());
  at.press(row(first, 'more-share'));
  act(() => void vi.advanceTimersByTime(DRAFT_DELAY_MILLISECONDS));
  expect(at.sent.at(-1)).toMatchObject({ type: 'FIELD_DRAFT', value: `${first}=5` });
  at.press('[data-action="clear-all"]');
  expect(total(at)).toBe('0 of 100 100 left');
  at.page.unmount();
  const again = await standBefore({ ...fixture('ask-allocation'), locale: 'en' });
  expect(total(again)).toBe('80 of 100 20 left');
});

it('whatever is pressed, every share is a whole number up to 100 and survives being written down', () => {
  const codes = ['A', 'B', 'C'];
  const change = fc.tuple(fc.constantFrom(...codes), fc.integer({ min: -20, max: 130 }));
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const shares = changes.reduce(
        (now, [code, figure]) => withShare(now, code, figure),
        readShares('', codes),
      );
      expect([...shares.values()].every((share) => share >= 1 && share <= 100)).toBe(true);
      const { total: sum, left, over } = totalOf(shares);
      expect(sum + left - over).toBe(100);
      expect(totalOf(readShares(writeShares(shares, codes), codes)).total).toBe(sum);
    }),
  );
});

it('a typed share never passes 100', () => {
  expect(['1', '0', '0', '0'].reduce(typeShare, '')).toBe('100');
  expect(['0', '7', '5'].reduce(typeShare, '')).toBe('75');
  expect(['9', '9', '9'].reduce(typeShare, '')).toBe('99');
});
