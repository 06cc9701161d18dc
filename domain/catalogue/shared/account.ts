import { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../result.ts';
import type { Step } from '../definition.ts';

/**
 * A member's account number as the statement prints it. No specification of its form was found (facts/domain.md §3a
 * has employer numbers up to 15 figures): letters and figures are kept, spaces and hyphens are not.
 */
export const accountNumberSchema = z.string().regex(/^[A-Z0-9]{4,20}$/);

/** @returns letters and figures only, in capitals; or `account-number-shape` */
export function accountNumber(raw: string): Result<string, Failure<'account-number-shape'>> {
  const text = raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212/.]/gu, '');
  return accountNumberSchema.safeParse(text).success ? ok(text) : fail('account-number-shape');
}

/** The page for a member's account number. */
export function accountStep(options: Pick<Step, 'id' | 'words' | 'when'>): Step {
  return {
    words: 'ask.shared.account',
    ...options,
    ask: () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: false }),
    check: accountNumber,
  };
}
