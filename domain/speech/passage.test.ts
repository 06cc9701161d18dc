import { expect, it } from 'vitest';
import { REGISTRATION_STEPS } from '../registration/answers.ts';
import { LOCALES } from '../locale.ts';
import type { Screen } from '../terminal/view/screen.ts';
import type { View } from '../terminal/view/view.ts';
import { passageOf } from './passage.ts';

const CANARY = 'CANARY-4711';

function view(screen: Screen, locale: View['locale'] = 'en'): View {
  return {
    ...{ sessionId: 's', stepId: 'x', locale, textSize: 'normal', contrast: 'paper', overlay: null, screen },
    chrome: {} as View['chrome'],
  };
}

it.each(LOCALES)('every question of a registration can be heard (%s)', (locale) => {
  for (const step of REGISTRATION_STEPS) {
    const said = passageOf(
      view({ id: 'question', step, value: CANARY, error: null, changing: false }, locale),
    );
    expect(said?.text ?? '').not.toBe('');
    expect(said?.text).not.toContain(CANARY);
  }
});

it('a message that takes a value is left out whole', () => {
  const said = passageOf(
    view({
      id: 'receipt',
      kind: 'member-registration',
      ...{
        tell: [],
        state: 'received',
        reference: CANARY,
        enquiryCode: CANARY,
        withdraws: null,
        outcome: null,
      },
      ...{ at: '2026-11-23T04:00:00.000Z', noticeBy: '2026-12-01', closesAt: '2026-11-23T04:01:00.000Z' },
    }),
  );
  expect(said?.text).not.toContain('{');
  expect(said?.text).not.toContain(CANARY);
});

it('pages of staff, and pages between two visits, are not read', () => {
  const attest: Screen = { id: 'attest', page: 'number', number: CANARY, maskedNumber: CANARY, features: [] };
  expect(passageOf(view(attest))).toBeNull();
  expect(passageOf({ ...view({ id: 'notice', about: 'registration' }), sessionId: null })).toBeNull();
  expect(
    passageOf({
      ...view({ id: 'notice', about: 'registration' }),
      overlay: { id: 'staff-pin', refusal: null, waitSeconds: null, checking: false, canSnooze: false },
    }),
  ).toBeNull();
});
