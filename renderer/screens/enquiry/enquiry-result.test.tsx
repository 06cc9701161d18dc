import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../domain/locale.ts';
import { textIn } from '../../text/text.ts';
import { fixture, standBefore, type Standing } from '../../testing/fake-terminal.tsx';

const says = (at: Standing): string => at.page.container.textContent;
const offers = (at: Standing, action: string): boolean =>
  at.page.container.querySelector(`[data-action="${action}"]`) !== null;

describe.each(LOCALES)('what became of something left before (%s)', (locale) => {
  const text = textIn(locale);

  it('a registration: named, and may be withdrawn', async () => {
    const at = await standBefore({ ...fixture('enquiry-result-received'), locale });
    expect(at.find('[data-row="about"]').textContent).toContain(text('kind.member-registration.name'));
    expect(offers(at, 'withdraw')).toBe(true);
    expect(says(at)).not.toContain(text('enquiry-result.cannot-withdraw'));
  });

  it('a change of particulars, more than a terminal can identify for: said that it cannot be withdrawn here', async () => {
    const at = await standBefore({ ...fixture('enquiry-result-not-withdrawable'), locale });
    expect(at.find('[data-row="about"]').textContent).toContain(text('kind.particulars-change.name'));
    expect(offers(at, 'withdraw')).toBe(false);
    expect(says(at)).toContain(text('enquiry-result.cannot-withdraw'));
  });

  it('an instruction that needs correction: to be given anew, and where', async () => {
    const at = await standBefore({ ...fixture('enquiry-result-not-correctable'), locale });
    expect([offers(at, 'correct'), offers(at, 'done')]).toEqual([false, true]);
    expect(says(at)).toContain(text('enquiry-result.give-anew'));
    expect(says(at)).not.toContain(text('enquiry-result.needs-correction.help'));
  });

  it('a platform that does not say the kind: no row for it', async () => {
    const at = await standBefore({ ...fixture('enquiry-result-kind-not-said'), locale });
    expect(at.page.container.querySelector('[data-row="about"]')).toBeNull();
  });

  it('several things left with one card: each by name with its status, and one is chosen', async () => {
    const at = await standBefore({ ...fixture('enquiry-list'), locale });
    expect(says(at)).toContain(text('kind.fund-switch.name'));
    expect(says(at)).toContain(text('enquiry-list.rejected'));
    expect(says(at)).toContain('A12***(*)');
    at.press('[data-option="left-1"]');
    expect(at.sent.at(-1)).toMatchObject({ type: 'CHOOSE_LEFT', id: 'left-1' });
  });

  it('is withdrawn under its own name', async () => {
    const notice = await standBefore({ ...fixture('withdraw-notice'), locale });
    expect(says(notice)).toContain(text('kind.fund-switch.name'));
  });

  it('and so does its receipt', async () => {
    const at = await standBefore({ ...fixture('withdrawal-kept'), locale });
    expect(says(at)).toContain(text('kind.fund-switch.name'));
  });

  it('and the last page before it counts names it, too', async () => {
    const at = await standBefore({ ...fixture('withdraw-confirm'), locale });
    expect(at.find('[data-row="what"]').textContent).toContain(text('kind.offsetting-claim.name'));
  });
});
