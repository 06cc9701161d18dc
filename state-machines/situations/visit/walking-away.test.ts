import { describe, expect, it } from 'vitest';
import type { View } from '../../../domain/terminal/view/view.ts';
import { CANARIES, EMAIL, MOBILE } from '../../testing/people.ts';
import { inService, typeNumber, type TestTerminal } from '../../testing/harness.ts';

/** Every page on which somebody can be left standing, and how to get there. */
const PAGES: readonly [View['stepId'], (test: TestTerminal) => void | Promise<void>][] = [
  ['language', (test) => test.press({ type: 'START', locale: null })],
  ['notice', (test) => test.press({ type: 'START', locale: 'en' })],
  ['identify', (test) => test.goToReader()],
  ['read-result', (test) => test.identify()],
  [
    'reader-trouble',
    (test) => {
      test.goToReader();
      test.reader('absent');
    },
  ],
  [
    'no-hkid',
    (test) => {
      test.goToReader();
      test.press({ type: 'NO_HKID' });
    },
  ],
  [
    'bring-documents',
    (test) => {
      test.goToReader();
      test.press({ type: 'NO_HKID' }, { type: 'OTHER_DOCUMENT', document: 'passport' });
    },
  ],
  [
    'typed-number',
    (test) => {
      test.goToReader();
      test.press({ type: 'TYPE_NUMBER' }, { type: 'FIELD_DRAFT', value: 'C730462' });
    },
  ],
  [
    'typed-number-check',
    (test) => {
      typeNumber(test);
      test.press({ type: 'BACK' });
    },
  ],
  [
    'question.surname',
    (test) => {
      typeNumber(test);
      test.press({ type: 'FIELD_DRAFT', value: 'QUILLFEATHER' });
    },
  ],
  [
    'question.email',
    (test) => {
      test.identify();
      test.press({ type: 'CONTINUE' });
      test.answer('contact-channel', 'email');
      test.press({ type: 'FIELD_DRAFT', value: EMAIL });
    },
  ],
  [
    'question.mobile-again',
    (test) => {
      test.identify();
      test.press({ type: 'CONTINUE' });
      test.answer('contact-channel', 'mobile');
      test.answer('mobile', MOBILE);
    },
  ],
  [
    'staff-needed',
    (test) => {
      test.identify();
      test.press({ type: 'CONTINUE' });
      test.answerAll();
    },
  ],
  ['review', (test) => test.goToReview()],
  [
    'declare',
    async (test) => {
      await test.goToReview();
      test.press({ type: 'CONTINUE' });
    },
  ],
  [
    'not-saved',
    async (test) => {
      test.ports.store = 'disk-full';
      await test.goToReview();
      test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
      await test.settle();
    },
  ],
];

/** Everything the terminal could still know of somebody: what it shows and what its machines hold. */
function traces(test: TestTerminal): readonly string[] {
  const text = JSON.stringify([test.view(), test.held()]);
  return CANARIES.filter((canary) => text.includes(canary));
}

describe('a member walks away', () => {
  it.each(PAGES)('from %s: warned, then wiped', async (stepId, go) => {
    const test = await inService();
    await go(test);
    expect(test.view().stepId).toBe(stepId);
    await test.wait(test.delays.idleAfter - 1_000);
    expect(test.view().overlay).toBeNull();
    await test.wait(1_000);
    const wipesAt = new Date(Date.parse(test.ports.now()) + test.delays.idleWarning).toISOString();
    expect(test.view().overlay).toEqual({ id: 'idle-warning', wipesAt, stake: 'unsubmitted' });
    await test.wait(test.delays.idleWarning);
    expect(test.on('ended').how).toBe('idle');
    expect(test.ports.wiped).toHaveLength(1);
    expect(test.ports.commands).toContainEqual({ type: 'FORGET' });
    expect(traces(test)).toEqual([]);
    await test.wait(test.delays.endedCloses);
    expect(test.view()).toMatchObject({ screen: { id: 'attract' }, locale: 'zh-Hant', sessionId: null });
    expect(traces(test)).toEqual([]);
  });

  it('finds the traces it looks for while the member is there', async () => {
    const test = await inService();
    await test.goToReview();
    expect(traces(test).length).toBeGreaterThan(2);
  });

  it('comes back in time', async () => {
    const test = await inService();
    test.identify();
    await test.wait(test.delays.idleAfter + test.delays.idleWarning - 1_000);
    test.press({ type: 'STILL_HERE' });
    expect(test.view()).toMatchObject({ overlay: null, screen: { id: 'read-result' } });
    await test.wait(test.delays.idleAfter - 1_000);
    expect(test.view().overlay).toBeNull();
  });

  it('is not thought to have left while typing, touching, or laying the card', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.answer('contact-channel', 'email');
    const almost = test.delays.idleAfter - 1_000;
    await test.wait(almost);
    test.press({ type: 'FIELD_DRAFT', value: 'o' });
    await test.wait(almost);
    test.press({ type: 'ACTIVITY' });
    await test.wait(almost);
    test.liftCard();
    await test.wait(almost);
    expect(test.view().overlay).toBeNull();
  });

  it('is answered nothing for taps beneath the warning', async () => {
    const test = await inService();
    await test.goToReview();
    const { view, rev } = test.terminal.current();
    await test.wait(test.delays.idleAfter);
    const late = { sessionId: view.sessionId, stepId: view.stepId, rev } as const;
    expect(test.terminal.intent({ type: 'CONTINUE', ...late })).toEqual({ accepted: false, reason: 'stale' });
    expect(test.tap({ type: 'CONTINUE' })).toEqual({ accepted: false, reason: 'not-here' });
  });
});

describe('leave and clear', () => {
  it.each(PAGES)('asks once and wipes from %s', async (_stepId, go) => {
    const test = await inService();
    await go(test);
    test.press({ type: 'LEAVE' });
    expect(test.view().overlay).toEqual({ id: 'leave-confirm', stake: 'unsubmitted' });
    test.press({ type: 'LEAVE_CONFIRM' });
    expect(test.on('ended').how).toBe('left');
    expect(traces(test)).toEqual([]);
  });
});

describe('the next person', () => {
  it('gets another session, to which taps of the one before mean nothing', async () => {
    const test = await inService();
    test.press({ type: 'START', locale: 'en' });
    const { view, rev } = test.terminal.current();
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' }, { type: 'START', locale: 'en' });
    expect(test.view().sessionId).not.toBe(view.sessionId);
    const late = { sessionId: view.sessionId, stepId: 'notice', rev } as const;
    expect(test.terminal.intent({ type: 'CONTINUE', ...late })).toEqual({ accepted: false, reason: 'stale' });
  });
});
