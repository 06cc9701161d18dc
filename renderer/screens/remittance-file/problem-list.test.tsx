import { expect, it } from 'vitest';
import { fixture, standBefore } from '../../testing/fake-terminal.tsx';

it('whoever looks at the places of one problem goes back to what was found, and does not let go of the file', async () => {
  const at = await standBefore(fixture('mock-run-held'));
  at.press('[data-action="show-problems"]');
  expect(at.page.container.querySelector('[data-action="back"]')).toBeNull();
  at.press('[data-action="overview"]');
  at.find('[data-action="show-problems"]');
  expect(at.sent).toEqual([]);
});

it('an employer who only checks a file is not told that something can be prepared', async () => {
  const held = fixture('mock-run-held');
  const offline = { ...held.chrome, connection: { ...held.chrome.connection, online: false } };
  const at = await standBefore({ ...held, locale: 'en', chrome: offline });
  expect(at.find('[data-connection]').textContent).toBe('Offline for now');
});
