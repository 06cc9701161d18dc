import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../domain/locale.ts';
import { FIXTURES } from '../gallery/fixtures/fixtures.ts';
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
  expect(at.find('[data-reference]').textContent).toBe('K0127-A0042-N');
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

it('the enquiry code stands on the receipt in two groups, with what it is for', async () => {
  const at = await standBefore({ ...fixture('receipt-kept'), locale: 'en' });
  expect(at.find('[data-enquiry-code]').textContent).toBe('K7M2 9XQA');
  expect(at.page.container.textContent).toContain('the code is not shown again');
});

it('the receipt of a withdrawal has no enquiry code and says what it withdraws', async () => {
  const at = await standBefore({ ...fixture('withdrawal-kept'), locale: 'en' });
  expect(at.page.container.querySelector('[data-enquiry-code]')).toBeNull();
  expect(at.page.container.textContent).toContain('Withdraws K0127-A0042-N');
  expect(at.find('h1').textContent).toContain('eMPF has not received it yet');
});

it('whoever copies the receipt by hand gets more time', async () => {
  const at = await standBefore(fixture('receipt-received'));
  at.press('[data-action="more-time"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'ACTIVITY' });
});

it.each(LOCALES)(
  'not here, today: both languages, that of the page first, and no way to begin (%s)',
  async (locale) => {
    const at = await standBefore({ ...fixture('not-today-too-many-pending'), locale });
    const words = at.page.container.textContent;
    expect(words).toContain('Not here, today');
    expect(words).toContain('今天暫時不能在這裏辦理');
    expect(words.match(/183 2622/g)).toHaveLength(2);
    expect(at.find('h1').textContent).toBe(locale === 'en' ? 'Not here, today' : '今天暫時不能在這裏辦理');
    expect(at.page.container.querySelector('[data-action^="start"], [data-action^="enquire"]')).toBeNull();
  },
);

it('nothing is said about what was left here when some of it could not be read', async () => {
  const at = await standBefore(fixture('not-today-staff'));
  expect(at.page.container.textContent).not.toMatch(/沒有遺失|not lost/);
});

it('both languages of the attract page lead to what was left before', async () => {
  const at = await standBefore(fixture('attract'));
  at.press('[data-action="enquire-en"]');
  at.press('[data-action="enquire-zh-Hant"]');
  expect(at.sent).toMatchObject([
    { type: 'ENQUIRE', locale: 'en' },
    { type: 'ENQUIRE', locale: 'zh-Hant' },
  ]);
});

it('staff see the figures and the limits, and what is set aside', async () => {
  const at = await standBefore({ ...fixture('overlay-staff-status-frozen'), locale: 'en' });
  expect(at.find('[data-reason="too-many-pending"]').dataset['level']).toBe('frozen');
  expect(at.find('[data-reason="too-many-pending"]').textContent).toContain('200 forms wait to be sent');
  expect(at.find('[data-reason="pending-too-old"]').textContent).toContain(
    '71.4 hours; new visits stop at 96',
  );
  expect(at.find('[data-row="last-contact"]').textContent).toContain('19 November, 09:03');
  at.press('[data-action="staff-cancel"]');
  expect(at.sent.at(-1)).toMatchObject({ type: 'STAFF_CANCEL' });
});

it('a card that lies there already is asked to be lifted, not to be laid', async () => {
  const at = await standBefore({ ...fixture('identify-lift-first'), locale: 'en' });
  expect(at.find('h1').textContent).toBe('Please lift the card first');
  expect(at.page.container.textContent).toContain('If it is not yours, please give it to staff');
});

it.each(['accepted', 'rejected', 'superseded', 'cancelled'] as const)(
  'an enquiry answered *%s* offers no withdrawal and no correction',
  async (status) => {
    const at = await standBefore(fixture(`enquiry-result-${status}`));
    expect(at.page.container.querySelector('[data-action="withdraw"], [data-action="correct"]')).toBeNull();
  },
);

it('while staff hold the session, confirming a withdrawal is not offered', async () => {
  const at = await standBefore(fixture('withdraw-confirm-assisted'));
  expect(at.page.container.querySelector('[data-action="submit"]')).toBeNull();
});
