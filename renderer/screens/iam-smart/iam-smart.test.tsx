import { expect, it } from 'vitest';
import { fixture, standBefore } from '../../testing/fake-terminal.tsx';

it('the choice: iAM Smart, staff, or not today, each with its own card', async () => {
  const both = await standBefore(fixture('staff-needed-choose'));
  both.press('[data-action="iam-smart"]');
  both.press('[data-action="call-staff"]');
  expect(both.sent).toMatchObject([{ type: 'IAM_SMART' }, { type: 'ASK_STAFF' }]);
  expect(both.page.container.querySelector('[data-action="prepare-only"]')).toBeNull();
  both.page.unmount();
  const only = await standBefore(fixture('staff-needed-only'));
  only.press('[data-action="prepare-only"]');
  expect(only.sent).toMatchObject([{ type: 'PREPARE_ONLY' }]);
  expect(only.page.container.querySelector('[data-action="call-staff"]')).toBeNull();
});

it('while staff hold the session iAM Smart is not there to press, and why is said', async () => {
  const at = await standBefore({ ...fixture('staff-needed-choose-assisted'), locale: 'en' });
  expect(at.page.container.querySelector('[data-action="iam-smart"]')).toBeNull();
  expect(at.page.container.textContent).toContain('Only the member can do this');
  at.press('[data-action="attest-here"]');
  expect(at.sent).toMatchObject([{ type: 'STAFF_ATTEST' }]);
});

it('offline, what needs iAM Smart says so and offers no way that is none', async () => {
  const at = await standBefore({ ...fixture('staff-needed-offline'), locale: 'en' });
  expect(at.find('h1').textContent).toContain('We are offline');
  expect(at.page.container.querySelector('[data-action="iam-smart"]')).toBeNull();
});

it('the code stands with its three steps and counts down; once scanned it is gone', async () => {
  const at = await standBefore({ ...fixture('iam-smart-code'), locale: 'en' });
  expect(at.page.container.querySelectorAll('ol > li')).toHaveLength(3);
  expect(at.find('svg[role="img"]').getAttribute('aria-label')).toContain('Code to scan');
  expect(at.find('[data-seconds-left]').textContent).toMatch(/\d seconds?/);
  at.page.unmount();
  const scanned = await standBefore({ ...fixture('iam-smart-scanned'), locale: 'en' });
  expect(scanned.page.container.querySelector('svg[role="img"]')).toBeNull();
  expect(scanned.find('h1').textContent).toBe('Now confirm on your phone');
});

it('somebody else’s phone: said without any number, with a new code and the way back', async () => {
  const at = await standBefore({ ...fixture('iam-smart-different-person'), locale: 'en' });
  expect(at.page.container.textContent).not.toMatch(/\d{4}\*?\(|[A-Z]\d{6}/);
  at.press('[data-action="retry"]');
  at.press('[data-action="back"]');
  expect(at.sent).toMatchObject([{ type: 'RETRY' }, { type: 'BACK' }]);
});

it('what only iAM Smart submits says so in the menu', async () => {
  const at = await standBefore({ ...fixture('menu-details'), locale: 'en' });
  expect(at.find('[data-option="particulars-change"]').textContent).toContain('you need iAM');
});
