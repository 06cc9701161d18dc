import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CALCULATOR_NAMES } from '../../../domain/calculators/names.ts';
import { fixture, standBefore } from '../../testing/fake-terminal.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('the matters to work out stand in the menu, each with its card', async () => {
  const at = await standBefore(fixture('menu-calculators'));
  for (const name of CALCULATOR_NAMES) at.press(`[data-option="${name}"]`);
  expect(at.sent).toMatchObject(CALCULATOR_NAMES.map((calculator) => ({ type: 'CALCULATE', calculator })));
});

it('an age is typed and answered like anything an instruction asks', async () => {
  const at = await standBefore({ ...fixture('calculator-dis-share-age'), locale: 'en' });
  expect(at.find('h1').textContent).toBe('How old are you?');
  at.type('64');
  at.press('[data-action="continue"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'ANSWER', value: '64' });
});

it('a wrong number of days is said with what to do', async () => {
  const at = await standBefore({ ...fixture('calculator-days-error'), locale: 'en' });
  expect(at.find('[data-error]').textContent).toContain('Give 1 to 27 days.');
});

it.each(['calculation-contribution', 'calculation-dis-30', 'calculation-dealing'])(
  '%s gives no advice, and says that nothing was submitted',
  async (name) => {
    const at = await standBefore({ ...fixture(name), locale: 'en' });
    expect(at.page.container.textContent).toContain('I cannot give investment advice.');
    expect(at.page.container.textContent).toContain('Nothing is kept or submitted.');
  },
);

it('the ways on: another sum, the menu, the end', async () => {
  const at = await standBefore({ ...fixture('calculation-contribution'), locale: 'en' });
  expect(at.find('[data-row="0"]').textContent).toContain('HK$1,000.00');
  at.press('[data-action="continue"]');
  at.press('[data-action="menu"]');
  at.press('[data-action="done"]');
  expect(at.sent).toMatchObject([{ type: 'CONTINUE' }, { type: 'MENU', locale: 'en' }, { type: 'DONE' }]);
});

it('offline nothing is said to be kept here and sent later', async () => {
  const at = await standBefore({ ...fixture('calculation-dealing-offline'), locale: 'en' });
  expect(at.page.container.textContent).not.toMatch(/kept here first/i);
});
