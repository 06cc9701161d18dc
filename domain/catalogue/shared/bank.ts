import { z } from 'zod';
import { fail, ok } from '../../result.ts';
import type { Answers, Step } from '../definition.ts';
import { yesNo } from './options.ts';

/** A Hong Kong dollar account at a bank in Hong Kong in the member's sole name (facts/domain.md §3e, general knowledge). */
export const bankAccountSchema = z.strictObject({
  bankCode: z.string().regex(/^\d{3}$/),
  /** Branch and account figures together. */
  accountNumber: z.string().regex(/^\d{6,12}$/),
  inOwnName: z.literal(true),
});

/** Three pages: the bank's code, the account, and that it is the member's own. */
export function bankSteps(when?: Step['when']): readonly Step[] {
  const shared = when === undefined ? {} : { when };
  return [
    {
      id: 'bank-own-name',
      words: 'ask.shared.bank-own-name',
      ...shared,
      ask: () => ({ type: 'choice', options: yesNo() }),
      check: (value) => (value === 'yes' ? ok(value) : fail('bank-not-own-name')),
    },
    {
      id: 'bank-code',
      words: 'ask.shared.bank-code',
      ...shared,
      ask: () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: false }),
      check: (value) => (/^\d{3}$/.test(value) ? ok(value) : fail('bank-code-shape')),
    },
    {
      id: 'bank-account',
      words: 'ask.shared.bank-account',
      ...shared,
      ask: () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: false }),
      check: (value) => (/^\d{6,12}$/.test(value) ? ok(value) : fail('bank-account-shape')),
    },
  ];
}

/** What `bankAccountSchema` takes, out of the answers of `bankSteps`. */
export function bankOf(answers: Answers): unknown {
  return {
    bankCode: answers['bank-code'],
    accountNumber: answers['bank-account'],
    inOwnName: answers['bank-own-name'] === 'yes',
  };
}
