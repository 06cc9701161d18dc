import { type Failure, fail, ok, type Result } from '../../result.ts';

/** Characters of an employer account number (facts/domain.md §3a: at most 15). */
const EMPLOYER_ACCOUNT_CHARACTERS = 15;

/** An employer account as it travels. */
export const EMPLOYER_ACCOUNT = /^[A-Z0-9]{4,15}$/;

/** The number of an employer's account as it was typed; spaces and strokes do not count. */
export function employerAccount(value: string): Result<string, Failure<'remittance-employer-account'>> {
  const account = value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, '');
  return EMPLOYER_ACCOUNT.test(account)
    ? ok(account)
    : fail('remittance-employer-account', { most: EMPLOYER_ACCOUNT_CHARACTERS });
}
