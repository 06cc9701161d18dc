import { z } from 'zod';
import { fail, ok } from '../../../result.ts';
import { literal, message } from '../../ask.ts';
import type { Facts, Repeat, Step } from '../../definition.ts';
import { accountNumber, accountNumberSchema, accountStep } from '../../shared/account.ts';
import { amountBetween } from '../../shared/amount.ts';
import { schemeIdSchema, schemeStep } from '../../shared/scheme.ts';
import { answerInRound, rounds } from '../../shared/rounds.ts';
import { chosenGround, chosenRules } from './eligibility.ts';

/**
 * A form for every scheme, and for every account where way or amount differ; no limit on number or size of part
 * payments, the first four of a year without a fee except necessary transaction costs (facts/domain.md §3c,
 * instalments). How many accounts fit into one visit is ours.
 */
const ACCOUNT_PARAMETERS = { mostAccounts: 10, freePartPayments: 4 } as const;

export const accountsSchema = z
  .array(
    z.strictObject({
      scheme: schemeIdSchema,
      account: accountNumberSchema,
      payment: z.discriminatedUnion('way', [
        z.strictObject({ way: z.literal('all') }),
        z.strictObject({
          way: z.literal('part'),
          amount: z.string().regex(/^\d+\.\d{2}$/),
          /** Part payments out of this account earlier this year, as the member remembers. */
          earlierThisYear: z.number().int().min(0).max(99),
        }),
      ]),
    }),
  )
  .min(1)
  .max(ACCOUNT_PARAMETERS.mostAccounts);

const answerIn = ({ answers }: Facts, step: string, index: number): string | undefined =>
  answerInRound(answers, step, index);

const isPart = (facts: Facts, index: number): boolean =>
  chosenRules(facts)?.instalments === true && answerIn(facts, 'way', index) === 'part';

const countStep: Step = {
  id: 'account-count',
  ask: () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: false }),
  check: (value) => {
    const count = Number(value);
    const most = ACCOUNT_PARAMETERS.mostAccounts;
    return count >= 1 && count <= most ? ok(String(count)) : fail('withdrawal-account-count', { most });
  },
};

/** Small balances are paid out only where all is in one scheme, whatever the number of accounts in it. */
const schemePage = schemeStep('withdrawal', {
  words: 'ask.benefit-withdrawal.scheme',
  check: (value, facts, index) => {
    const other = index > 1 && chosenGround(facts) === 'small-balance' && facts.answers['scheme'] !== value;
    return other ? fail('withdrawal-several-schemes') : ok(value);
  },
});

const accountPage: Step = {
  ...accountStep({ id: 'account', words: 'ask.benefit-withdrawal.account' }),
  check: (value, facts, index) => {
    const number = accountNumber(value);
    if (!number.ok) return number;
    const scheme = answerIn(facts, 'scheme', index);
    const twice = rounds(String(index - 1)).some(
      (round) =>
        answerIn(facts, 'scheme', round) === scheme && answerIn(facts, 'account', round) === number.value,
    );
    return twice ? fail('withdrawal-account-twice') : number;
  },
};

const paymentPages: readonly Step[] = [
  {
    id: 'way',
    when: (facts) => chosenRules(facts)?.instalments === true,
    ask: () => ({
      type: 'choice',
      options: [
        { code: 'all', label: message('ask.benefit-withdrawal.way.option.all') },
        {
          code: 'part',
          label: message('ask.benefit-withdrawal.way.option.part'),
          help: message('ask.benefit-withdrawal.way.part-help', {
            free: ACCOUNT_PARAMETERS.freePartPayments,
          }),
        },
      ],
    }),
  },
  {
    id: 'amount',
    when: isPart,
    ask: () => ({ type: 'money' }),
    check: (value) => amountBetween(value, { least: 1n, most: 99_999_999_999n }),
  },
  {
    id: 'earlier-parts',
    when: isPart,
    ask: () => ({
      type: 'choice',
      options: [0, 1, 2, 3, 4].map((count) => ({
        code: String(count),
        label:
          count < ACCOUNT_PARAMETERS.freePartPayments
            ? literal(String(count))
            : message('ask.benefit-withdrawal.earlier-parts.or-more', { count }),
      })),
    }),
  },
  {
    id: 'part-fee',
    when: (facts, index) =>
      isPart(facts, index) &&
      Number(answerIn(facts, 'earlier-parts', index)) >= ACCOUNT_PARAMETERS.freePartPayments,
    ask: () => ({
      type: 'statement',
      tone: 'caution',
      paragraphs: [
        message('ask.benefit-withdrawal.part-fee.text', { free: ACCOUNT_PARAMETERS.freePartPayments }),
      ],
      figures: [],
      agree: message('shared.understood'),
    }),
  },
];

/** How many accounts, and for each its scheme, its number and how it is paid. */
export const ACCOUNTS: readonly (Step | Repeat)[] = [
  countStep,
  {
    repeat: 'accounts',
    most: ACCOUNT_PARAMETERS.mostAccounts,
    count: ({ answers }) => Number(answers['account-count'] ?? 0),
    steps: [schemePage, accountPage, ...paymentPages],
  },
];

/** What `accountsSchema` takes, out of complete answers. */
export function accountsOf(facts: Facts): unknown {
  return rounds(facts.answers['account-count']).map((index) => ({
    scheme: answerIn(facts, 'scheme', index),
    account: answerIn(facts, 'account', index),
    payment: isPart(facts, index)
      ? {
          way: 'part',
          amount: answerIn(facts, 'amount', index),
          earlierThisYear: Number(answerIn(facts, 'earlier-parts', index)),
        }
      : { way: 'all' },
  }));
}
