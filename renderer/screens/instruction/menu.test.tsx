import { expect, it } from 'vitest';
import { MENU_GROUPS } from '../../../domain/kinds/menu.ts';
import { fixture, standBefore } from '../../testing/fake-terminal.tsx';

it('somebody who came for something else than registering starts from the attract page, in either language', async () => {
  const at = await standBefore(fixture('attract'));
  at.press('[data-action="menu-en"]');
  at.press('[data-action="menu-zh-Hant"]');
  expect(at.sent).toMatchObject([
    { type: 'MENU', locale: 'en' },
    { type: 'MENU', locale: 'zh-Hant' },
  ]);
});

it('the language page leads to the menu too', async () => {
  const at = await standBefore(fixture('language'));
  at.press('[data-action="menu-en"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'MENU', locale: 'en' });
});

it('every group of matters has its card', async () => {
  const at = await standBefore(fixture('menu'));
  for (const group of MENU_GROUPS) at.press(`[data-option="${group}"]`);
  expect(at.sent).toMatchObject(MENU_GROUPS.map((group) => ({ type: 'CHOOSE_GROUP', group })));
});

it('registering stands among the matters as well', async () => {
  const at = await standBefore(fixture('menu-joining'));
  at.press('[data-option="member-registration"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'CHOOSE_KIND', kind: 'member-registration' });
});

it('without a connection the cards say what can only be prepared and what cannot be done, and nothing of the rest', async () => {
  const at = await standBefore({ ...fixture('menu-offline'), locale: 'en' });
  expect(at.find('[data-option="fund-switch"]').textContent).toContain('Can only be prepared now');
  expect(at.find('[data-option="call-back"]').textContent).toContain('Not possible without a connection now');
  expect(at.find('[data-option="member-registration"]').textContent).not.toMatch(/now/);
});

it('a refused instruction says why and leads back to the matters or to staff', async () => {
  const at = await standBefore({ ...fixture('instruction-refused'), locale: 'en' });
  expect(at.find('h1').textContent).toBe('No scheme takes this on eMPF today');
  at.press('[data-action="back"]');
  at.press('[data-action="ask-staff-here"]');
  expect(at.sent).toMatchObject([{ type: 'BACK' }, { type: 'ASK_STAFF' }]);
});

it('what can only be prepared is never said to be kept here and sent later', async () => {
  for (const name of ['instruction-review-prepare', 'prepared-offline', 'ask-money-error']) {
    const at = await standBefore({ ...fixture(name), locale: 'en' });
    expect(at.page.container.textContent).not.toMatch(/kept here first|sent when we reconnect/i);
    at.page.unmount();
  }
});

it('a review shows a fund with its percentage, a day written out, and changes the page that asked', async () => {
  const at = await standBefore({ ...fixture('instruction-review-prepare'), locale: 'en' });
  expect(at.find('[data-row="funds"]').textContent).toContain('50%  Core Accumulation Fund');
  expect(at.find('[data-row="started-on"]').textContent).toContain('5 November 2026');
  at.press('[data-option="funds"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'CHANGE_PAGE', page: 'funds' });
  expect(at.find('[data-action="continue"]').textContent).toBe('Finish preparing');
});

it('while staff hold the session, going on from the review is not offered', async () => {
  const at = await standBefore(fixture('instruction-review-assisted'));
  expect(at.page.container.querySelector('[data-action="continue"]')).toBeNull();
});

it('an accepted instruction is not called a registration, and its receipt says what follows', async () => {
  const at = await standBefore({ ...fixture('instruction-receipt-accepted'), locale: 'en' });
  expect(at.find('h1').textContent).toBe('eMPF has accepted this.');
  expect(at.find('[data-tell]').textContent).toContain('We call by Monday, 23 November.');
  expect(at.page.container.textContent).not.toMatch(/registered/i);
});

it('what was not accepted promises nothing', async () => {
  const at = await standBefore(fixture('instruction-receipt-rejected'));
  expect(at.page.container.querySelector('[data-tell]')).toBeNull();
});
