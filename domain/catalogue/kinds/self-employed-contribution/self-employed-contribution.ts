import { z } from 'zod';
import { INCOME_BASES } from '../../../contributions/self-employed/self-employed.ts';
import { plainMoney } from '../../../money/money.ts';
import { isRealIsoDate } from '../../../time.ts';
import { literal, message } from '../../ask.ts';
import type { Definition } from '../../definition.ts';
import { accountNumberSchema, accountStep } from '../../shared/account.ts';
import { bankAccountSchema, bankOf } from '../../shared/bank.ts';
import { refuseWithoutScheme, schemeIdSchema, schemeStep } from '../../shared/scheme.ts';
import { basisOf, dueOf, yearlyIncome } from './due.ts';
import { periodOf } from './period.ts';
import { amountSteps, FREQUENCIES, incomeSteps, isByCheque, isLoss, periodSteps } from './steps.ts';

const money = z.string().regex(/^(?:0|[1-9]\d{0,8})\.\d{2}$/);
const date = z.string().refine(isRealIsoDate);

const detailsSchema = z.strictObject({
  scheme: schemeIdSchema,
  accountNumber: accountNumberSchema,
  frequency: z.enum(FREQUENCIES),
  period: z.strictObject({ start: date, end: date }),
  /** Stated by the person; the signed statement follows. */
  loss: z.boolean(),
  /** Null with a loss. */
  basis: z.enum(INCOME_BASES).nullable(),
  /** What was reckoned with; null with a loss and at the maximum level. */
  yearlyIncome: money.nullable(),
  /** As entered; nothing where nothing is due. */
  amount: money,
  /** As the terminal reckoned it; null where it could not. */
  computed: money.nullable(),
  payment: z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('cheque') }),
      z.strictObject({ by: z.literal('direct-debit'), bankAccount: bankAccountSchema }),
    ])
    .nullable(),
});

/**
 * A self-employed person's contribution for a month or a scheme year, or the statement that none is due (facts/domain.md
 * §3a, self-employed).
 */
export const selfEmployedContribution: Definition<z.infer<typeof detailsSchema>> = {
  kind: 'self-employed-contribution',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§3a', '§2.4', '§4'],
  refuse: refuseWithoutScheme,
  steps: [
    schemeStep('contribution'),
    accountStep({ id: 'account' }),
    ...periodSteps,
    ...incomeSteps,
    ...amountSteps,
  ],
  build: (facts) => {
    const { answers } = facts;
    const income = yearlyIncome(facts);
    const due = dueOf(facts);
    const payBy = answers['pay-by'];
    return {
      scheme: answers['scheme'],
      accountNumber: answers['account'],
      frequency: answers['frequency'],
      period: periodOf(facts),
      loss: answers['loss'] === 'yes',
      basis: basisOf(facts),
      yearlyIncome: income === null ? null : plainMoney(income),
      amount: answers['amount'] ?? '0.00',
      computed: due === null ? null : plainMoney(due.employee ?? 0n),
      payment:
        payBy === undefined
          ? null
          : payBy === 'cheque'
            ? { by: 'cheque' }
            : { by: 'direct-debit', bankAccount: bankOf(answers) },
    };
  },
  bring: (facts) => [
    message('prepared.id-card'),
    ...(isLoss(facts) ? [message('ask.self-employed-contribution.bring-loss')] : []),
    ...(isByCheque(facts)
      ? [
          message('ask.self-employed-contribution.bring-cheque'),
          { words: facts.data.contacts.chequePost.address },
        ]
      : []),
  ],
  tell: (facts) => {
    if (isLoss(facts)) return [message('ask.self-employed-contribution.bring-loss')];
    if (!isByCheque(facts)) return [];
    const { chequePost, contributionHotline } = facts.data.contacts;
    return [
      message('ask.self-employed-contribution.told-cheque'),
      { words: chequePost.address },
      literal(contributionHotline.number),
    ];
  },
};

/** Rules of its own, beyond those of the shared pages. */
export const SELF_EMPLOYED_CONTRIBUTION_RULES = [
  'self-employed-under-18',
  'self-employed-from-65',
  'self-employed-year-end',
  'self-employed-above-maximum',
] as const;
