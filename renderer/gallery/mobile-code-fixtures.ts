import { MOBILE_CODE_STOPS } from '../../domain/terminal/view/screens/proof.ts';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import { offline, step, type Fixture } from './fixture-parts.ts';

const details = { chrome: step(3, 'details') };
const code: Extract<Screen, { id: 'mobile-code' }> = {
  id: 'mobile-code',
  mobile: '61234567',
  value: '',
  error: null,
  canSendAgain: false,
  sentAgain: false,
  attempt: 1,
};

/** Confirming a mobile number by a code in a message. */
export const MOBILE_CODE_FIXTURES: readonly Fixture[] = [
  ['mobile-code-sending', { id: 'mobile-code-sending' }, details],
  ['mobile-code', { ...code, value: '4821' }, details],
  ['mobile-code-waited', { ...code, canSendAgain: true }, details],
  ['mobile-code-wrong', { ...code, error: 'mobile-code-wrong', canSendAgain: true }, details],
  ['mobile-code-sent-again', { ...code, sentAgain: true }, details],
  ...MOBILE_CODE_STOPS.map((why): Fixture => [
    `mobile-code-${why}`,
    { id: 'mobile-code-over', why, canSendAgain: why === 'used-up' || why === 'expired' },
    why === 'offline' ? { chrome: { ...details.chrome, ...offline } } : details,
  ]),
];
