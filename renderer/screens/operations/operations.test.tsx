import { expect, it } from 'vitest';
import { LOCALES } from '../../../domain/locale.ts';
import { TAKEN_OUT_REASONS } from '../../../domain/operations/taken-out.ts';
import { CATALOGUES } from '../../../domain/messages/index.ts';
import { FACES } from '../../../domain/usability/codes.ts';
import { fixture, standBefore } from '../../testing/fake-terminal.tsx';

it('a restart is offered only when no visit is under way, and putting back only when taken out', async () => {
  const free = await standBefore({ ...fixture('operations'), locale: 'en' });
  free.press('[data-action="operate-restart"]');
  free.press('[data-action="operate-take-out"]');
  expect(free.sent).toMatchObject([
    { type: 'OPERATE', page: 'restart' },
    { type: 'OPERATE', page: 'take-out' },
  ]);
  expect(free.page.container.querySelector('[data-action="put-back"]')).toBeNull();
  free.page.unmount();

  const held = await standBefore({ ...fixture('operations-taken-out'), locale: 'en' });
  expect(held.page.container.querySelector('[data-action="operate-restart"]')).toBeNull();
  held.press('[data-action="put-back"]');
  expect(held.sent).toMatchObject([{ type: 'PUT_BACK' }]);
});

it('what failed in the self-test says what to do about it, in red; what is not fitted is no fault', async () => {
  const at = await standBefore({ ...fixture('operations-test'), locale: 'en' });
  expect(at.find('[data-check="platform"]').textContent).toContain('Check the network.');
  expect(at.find('[data-check="printer"]').textContent).toBe('PrinterNone fitted');
  expect(at.find('[data-test="ended"]').textContent).toContain('2 things do not work.');
});

it('choosing a reason shows the very words that members will read', async () => {
  const at = await standBefore({ ...fixture('operations-take-out'), locale: 'zh-Hant' });
  for (const reason of TAKEN_OUT_REASONS) {
    expect(at.find(`[data-option="${reason}"]`).textContent).toContain(
      CATALOGUES['zh-Hant'][`taken-out.${reason}`],
    );
    const members = fixture(`taken-out-${reason}`);
    const seen = await standBefore(members);
    for (const locale of LOCALES)
      expect(seen.page.container.textContent).toContain(CATALOGUES[locale][`taken-out.${reason}`]);
    seen.page.unmount();
  }
});

it('small counts are not told apart, and the pages of a way stand under its name', async () => {
  const at = await standBefore({ ...fixture('usability'), locale: 'en' });
  expect(at.find('[data-figures="complaint"]').textContent).toBe('Complaint or suggestion751–4');
  expect(at.find('[data-funnel="member-registration"] [data-figures="question.mobile"]').textContent).toMatch(
    /140.*8.*17.*6.*43.*60 s$/,
  );
  at.press('[data-option="look-errors"]');
  expect(at.find('[data-figures="mobile-length"]').textContent).toMatch(
    /A Hong Kong mobile number has 8 digits.*31$/,
  );
  at.press('[data-option="look-groups"]');
  expect(at.find('[data-figures="textSize-largest"]').textContent).toContain('Text size: Largest');
});

it.each(LOCALES)('one tap is enough at the end, in %s, and each face has its word', async (locale) => {
  const at = await standBefore({ ...fixture('ended-submitted'), locale });
  for (const face of FACES)
    expect(at.find(`[data-option="${face}"]`).textContent).toBe(CATALOGUES[locale][`feedback.${face}`]);
  at.press('[data-option="poor"]');
  expect(at.sent).toMatchObject([{ type: 'FEEDBACK', face: 'poor' }]);
  at.page.unmount();
  const thanked = await standBefore({ ...fixture('ended-prepared'), locale });
  thanked.press('[data-action="complain"]');
  expect(thanked.sent).toMatchObject([{ type: 'COMPLAIN' }]);
});
