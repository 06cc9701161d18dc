import { expect, it } from 'vitest';
import { fixture, standBefore, type Standing } from '../../testing/fake-terminal.tsx';

const drawn = (at: Standing): string => at.find('[data-field] [aria-hidden]').textContent;
const resting = (at: Standing, key: string): boolean =>
  at.find(`[data-key="${key}"]`).hasAttribute('disabled');

it('a reference is typed without its hyphens, which are drawn', async () => {
  const at = await standBefore(fixture('enquiry-reference-empty'));
  expect(drawn(at)).toBe('_____-_____-_');
  at.type('K0127A0042N');
  expect(drawn(at)).toBe('K0127-A0042-N');
  at.press('[data-action="continue"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'ANSWER', value: 'K0127A0042N' });
});

it('keys that cannot come next rest', async () => {
  const at = await standBefore(fixture('enquiry-reference-empty'));
  expect([resting(at, 'K'), resting(at, '0')]).toEqual([false, true]);
  at.type('K');
  expect([resting(at, 'K'), resting(at, '0')]).toEqual([true, false]);
});

it('a reference that comes back from main goes on where it was', async () => {
  const at = await standBefore(fixture('enquiry-reference'));
  expect(drawn(at)).toBe('K0127-A00__-_');
  at.type('42');
  at.press('[data-key="backspace"]');
  expect(drawn(at)).toBe('K0127-A004_-_');
});

it('an enquiry code has no 0, 1, I or O to press, and stands in two groups', async () => {
  const at = await standBefore(fixture('enquiry-code'));
  expect(['0', '1', 'I', 'O'].map((key) => resting(at, key))).toEqual([true, true, true, true]);
  at.type('XQA');
  expect(drawn(at)).toBe('K7M2 9XQA');
});

it('what is wrong stands over the field and is read out', async () => {
  const at = await standBefore({ ...fixture('enquiry-reference-error'), locale: 'en' });
  expect(at.find('[role="alert"]').textContent).toContain('One character is not right');
});
