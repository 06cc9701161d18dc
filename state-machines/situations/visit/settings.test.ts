import { describe, expect, it } from 'vitest';
import type { View } from '../../../domain/terminal/view/view.ts';
import { MOBILE } from '../../testing/people.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';

/** The view without what a change of language is meant to change. */
function rest({ locale: _locale, ...others }: View): unknown {
  return others;
}

describe('the language is switched on every page', () => {
  it('and nothing else changes', async () => {
    const test = await inService();
    const seen: string[] = [];
    const switchHere = (): void => {
      const before = test.view();
      seen.push(before.stepId);
      test.press({ type: 'SET_LOCALE', locale: before.locale === 'en' ? 'zh-Hant' : 'en' });
      expect(test.view().locale).not.toBe(before.locale);
      expect(rest(test.view())).toEqual(rest(before));
    };
    test.press({ type: 'START', locale: null });
    switchHere();
    test.press({ type: 'CONTINUE' });
    switchHere();
    test.press({ type: 'CONTINUE' });
    switchHere();
    test.layCard();
    switchHere();
    test.liftCard();
    switchHere();
    await walkOn(test, switchHere);
    expect(seen).toEqual([
      'language',
      'notice',
      'identify',
      'reading',
      'reader-trouble',
      'typed-number',
      'question.contact-channel',
      'question.mobile',
      'question.mobile-again',
      'question.communication-language',
      'question.optional-uses',
      'staff-needed',
      'help-called',
      'staff-pin',
      'attest.features',
      'review',
      'declare',
    ]);
  });

  async function walkOn(test: TestTerminal, switchHere: () => void): Promise<void> {
    test.press({ type: 'TYPE_NUMBER' }, { type: 'FIELD_DRAFT', value: 'C73' });
    switchHere();
    expect(test.on('typed-number').value).toBe('C73');
    test.press({ type: 'BACK' }, { type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' }, { type: 'DONE' });
    test.identify();
    test.press({ type: 'CONTINUE' });
    for (const value of ['mobile', MOBILE, MOBILE, 'en', '']) {
      test.press({ type: 'FIELD_DRAFT', value });
      switchHere();
      test.press({ type: 'ANSWER', value });
    }
    switchHere();
    test.press({ type: 'ASK_STAFF' });
    switchHere();
    test.scanBadge('badge-officer-01');
    switchHere();
    await test.signIn();
    test.press({ type: 'STAFF_ATTEST' });
    switchHere();
    test.press({ type: 'STAFF_CANCEL' });
    test.attest();
    test.press({ type: 'HAND_BACK' });
    switchHere();
    test.press({ type: 'CONTINUE' });
    switchHere();
  }

  it('the declaration is that of the language it was read in', async () => {
    const test = await inService();
    await test.goToReview();
    test.press({ type: 'CONTINUE' }, { type: 'SET_LOCALE', locale: 'zh-Hant' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted[0]?.payload).toMatchObject({
      consents: {
        notice: { locale: 'en', digest: 'N'.repeat(43) },
        declaration: { locale: 'zh-Hant', digest: 'd'.repeat(43) },
      },
    });
  });
});

describe('text size and contrast', () => {
  it('are carried through the visit and reset after it', async () => {
    const test = await inService();
    test.press({ type: 'SET_TEXT_SIZE', textSize: 'largest' }, { type: 'START', locale: 'en' });
    test.press({ type: 'SET_CONTRAST', contrast: 'high' });
    expect(test.view()).toMatchObject({ textSize: 'largest', contrast: 'high' });
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    expect(test.view()).toMatchObject({ screen: { id: 'ended' }, textSize: 'largest', locale: 'en' });
    await test.wait(test.delays.endedCloses);
    expect(test.view()).toMatchObject({ textSize: 'normal', contrast: 'paper', locale: 'zh-Hant' });
  });

  it('go back by themselves when nobody starts a visit', async () => {
    const test = await inService();
    test.press({ type: 'SET_LOCALE', locale: 'en' });
    await test.wait(test.delays.attractSettings - 1_000);
    expect(test.view().locale).toBe('en');
    await test.wait(1_000);
    expect(test.view().locale).toBe('zh-Hant');
  });
});
