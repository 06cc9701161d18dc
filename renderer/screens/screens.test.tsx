import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../domain/locale.ts';
import { FIXTURES } from '../gallery/fixtures.ts';
import { fixture, standBefore } from '../testing/fake-terminal.tsx';

describe.each(LOCALES)('every screen in %s', (locale) => {
  it.each([...FIXTURES.keys()])('%s', async (name) => {
    const view = fixture(name);
    const at = await standBefore({ ...view, locale });
    const root = at.find('[data-root]');
    expect(root.dataset['screen']).toBe(view.screen.id);
    expect(root.dataset['step']).toBe(view.stepId);
    expect(root.dataset['overlay']).toBe(view.overlay?.id ?? '');
    expect(document.activeElement).toBe(at.find('[data-layer="front"] [data-heading]'));
    expect(at.page.container.querySelectorAll('[style]')).toHaveLength(0);
    const nameless = [...at.page.container.querySelectorAll('button')].filter(
      (button) => button.textContent.trim() === '' && (button.getAttribute('aria-label') ?? '') === '',
    );
    expect(nameless).toEqual([]);
  });
});

it('the reference on a receipt is its plain text, and is not called received while it is only kept', async () => {
  const at = await standBefore({ ...fixture('receipt-kept'), locale: 'en' });
  expect(at.find('[data-reference]').textContent).toBe('K0127-A0042-7');
  expect(at.find('h1').textContent).toBe('Kept on this machine. eMPF has not received it yet.');
  expect(at.page.container.textContent).not.toMatch(/\bdone\b|received at/i);
});

it('while staff hold the session, submitting is not offered', async () => {
  const at = await standBefore(fixture('declare-assisted'));
  expect(at.page.container.querySelector('[data-action="submit"]')).toBeNull();
});

it('the full number is on the attestation page only while the button is held', async () => {
  const at = await standBefore(fixture('attest-number'));
  expect(at.page.container.textContent).not.toContain('A123456');
});

it('a staff PIN shows as dots and leaves the page when it is sent', async () => {
  const at = await standBefore(fixture('overlay-staff-pin'));
  at.type('246813');
  expect(at.find('[data-layer="front"] [data-field]').textContent).not.toMatch(/246813|2 4 6/);
  at.press('[data-action="staff-sign-in"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'STAFF_PIN', pin: '246813' });
  expect(at.find('[data-layer="front"] [data-field]').textContent).not.toContain('6');
});

it('items are called safe only after the integrity check passed', async () => {
  const checked = await standBefore(fixture('out-of-service-disk-full'));
  expect(checked.page.container.textContent).toContain('已存放的資料安全。');
  checked.page.unmount();
  const unchecked = await standBefore(fixture('out-of-service-database-damaged'));
  expect(unchecked.page.container.textContent).not.toContain('安全');
});

it('the letter of a typed number is asked for with its look-alikes named', async () => {
  const at = await standBefore({ ...fixture('typed-number-check'), locale: 'en' });
  expect(at.find('h2').textContent).toBe('Does it start with the letter A?');
  expect(at.page.container.textContent).toContain('L or W');
});
