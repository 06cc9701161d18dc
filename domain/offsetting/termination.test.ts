import { expect, it } from 'vitest';
import { paymentFitsReason, TERMINATION_REASONS } from './termination.ts';

it.each([
  ['L', ['RETIRE', 'DISMIS', 'CONTRACT_END', 'DEATH', 'ILL_HEALTH'], 'long-service-reason'],
  ['S', ['REDUNDANCY', 'LAID_OFF'], 'severance-reason'],
] as const)('facts §3a, checks of the file: %s goes with %s only', (mark, fitting, code) => {
  const fits = TERMINATION_REASONS.filter((reason) => paymentFitsReason(mark, reason).ok);
  expect(fits).toEqual(fitting);
  expect(paymentFitsReason(mark, 'RESIGN')).toEqual({ ok: false, code });
});
