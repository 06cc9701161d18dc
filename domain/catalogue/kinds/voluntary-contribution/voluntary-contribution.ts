import { z } from 'zod';
import { parseMoney, hongKongDollars } from '../../../money/money.ts';
import { fail, ok } from '../../../result.ts';
import { isRealIsoDate } from '../../../time.ts';
import { type Figure, literal, message } from '../../ask.ts';
import type { Definition, Facts, Step } from '../../definition.ts';
import { accountNumberSchema, accountStep } from '../../shared/account.ts';
import { amountBetween } from '../../shared/amount.ts';
import { bankAccountSchema, bankOf, bankSteps } from '../../shared/bank.ts';
import { dayLabel } from '../../shared/day-label.ts';
import { investmentOf, investmentSchema, investmentSteps } from '../../shared/investment.ts';
import { optionsOf } from '../../shared/options.ts';
import { refuseWithoutScheme, schemeIdSchema, schemeStep } from '../../shared/scheme.ts';
import { firstDebit, LAST_DEBIT_DAY, type TaxOutlook, taxOutlook, taxYearOf } from './tax-year.ts';

const TYPES = ['special-voluntary', 'tax-deductible-voluntary', 'through-employer'] as const;
const FREQUENCIES = ['monthly', 'one-off'] as const;
/** The day the platform debits on where none is chosen (facts/domain.md §3a, second-hand). */
const DEFAULT_DEBIT_DAY = 15;

const amount = z.string().regex(/^(?:0|[1-9]\d{0,8})\.\d{2}$/);

const detailsSchema = z.strictObject({
  type: z.enum(['special-voluntary', 'tax-deductible-voluntary']),
  scheme: schemeIdSchema,
  account: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('existing'), accountNumber: accountNumberSchema }),
    z.strictObject({ kind: z.literal('new'), investment: investmentSchema }),
  ]),
  frequency: z.enum(FREQUENCIES),
  amount,
  debitDay: z.number().int().min(1).max(LAST_DEBIT_DAY),
  firstDebit: z.string().refine(isRealIsoDate),
  bankAccount: bankAccountSchema,
});

function isTaxDeductible({ answers }: Facts): boolean {
  return answers['type'] === 'tax-deductible-voluntary';
}

function isNew({ answers }: Facts): boolean {
  return answers['account-kind'] === 'new';
}

function centsOfAnswer({ answers }: Facts, page: string): bigint {
  const parsed = parseMoney(answers[page] ?? '');
  return parsed.ok ? parsed.value : 0n;
}

function debitDay({ answers }: Facts): number {
  return Number(answers['debit-day'] ?? DEFAULT_DEBIT_DAY);
}

function outlook(facts: Facts): TaxOutlook | null {
  const { answers, today } = facts;
  return taxOutlook(
    {
      frequency: answers['frequency'] === 'monthly' ? 'monthly' : 'one-off',
      amount: centsOfAnswer(facts, 'amount'),
      debitDay: debitDay(facts),
      paidThisYear: centsOfAnswer(facts, 'paid-this-year'),
    },
    today,
  );
}

function startsNextYear(facts: Facts): boolean {
  return taxYearOf(firstDebit(facts.today, debitDay(facts))).from > facts.today;
}

function money(cents: bigint) {
  return literal(hongKongDollars(cents));
}

function taxFigures(known: TaxOutlook): readonly Figure[] {
  const figures: readonly (readonly [string, Figure['value']])[] = [
    ['first-debit', dayLabel(known.firstDebit)],
    ['year-end', dayLabel(known.year.to)],
    ['total', money(known.total)],
    ['cap', money(known.cap)],
    ...(known.over > 0n ? [['over', money(known.over)] as const] : []),
  ];
  return figures.map(([key, value]) => ({
    label: message(`ask.voluntary-contribution.tax.${key}`),
    value,
  }));
}

const taxSteps: readonly Step[] = [
  {
    id: 'paid-this-year',
    when: (facts) => isTaxDeductible(facts) && !startsNextYear(facts),
    ask: () => ({ type: 'money' }),
  },
  {
    id: 'tax',
    when: isTaxDeductible,
    ask: (facts) => {
      const known = outlook(facts);
      const over = known !== null && known.over > 0n;
      const caution = known !== null && (over || known.nextYear);
      return {
        type: 'statement',
        tone: caution ? 'caution' : 'plain',
        paragraphs: [
          message('ask.voluntary-contribution.tax.shared-cap'),
          ...(over ? [message('ask.voluntary-contribution.tax.over-cap')] : []),
          ...(known?.nextYear === true ? [message('ask.voluntary-contribution.tax.next-year')] : []),
          message('ask.voluntary-contribution.tax.preserved'),
        ],
        figures: known === null ? [] : taxFigures(known),
        agree: message('shared.understood'),
      };
    },
  },
  {
    id: 'special',
    when: (facts) => facts.answers['type'] === 'special-voluntary',
    ask: () => ({
      type: 'statement',
      tone: 'plain',
      paragraphs: [
        message('ask.voluntary-contribution.special.rules'),
        message('ask.voluntary-contribution.special.no-tax'),
      ],
      figures: [],
      agree: message('shared.understood'),
    }),
  },
];

/** Voluntary contributions that a member pays directly, without an employer: TVC and SVC (facts/domain.md §3a). */
export const voluntaryContribution: Definition<z.infer<typeof detailsSchema>> = {
  kind: 'voluntary-contribution',
  schemaVersion: 1,
  details: detailsSchema,
  sources: ['§3a', '§3e', '§4'],
  refuse: refuseWithoutScheme,
  steps: [
    {
      id: 'type',
      ask: () => ({ type: 'choice', options: optionsOf('ask.voluntary-contribution.type', TYPES) }),
      check: (value) => (value === 'through-employer' ? fail('voluntary-through-employer') : ok(value)),
    },
    schemeStep('contribution'),
    {
      id: 'account-kind',
      ask: () => ({
        type: 'choice',
        options: optionsOf('ask.voluntary-contribution.account-kind', ['existing', 'new']),
      }),
    },
    accountStep({ id: 'account', when: (facts) => !isNew(facts) }),
    ...investmentSteps({ scheme: 'scheme', when: isNew }),
    {
      id: 'frequency',
      ask: () => ({
        type: 'choice',
        options: optionsOf('ask.voluntary-contribution.frequency', FREQUENCIES),
      }),
    },
    {
      id: 'amount',
      ask: () => ({ type: 'money' }),
      // Each scheme's own least amount is not known here; nothing at all is no contribution.
      check: (value) => amountBetween(value, { least: 100n }),
    },
    {
      id: 'debit-day',
      ask: () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: true }),
      check: (value) => {
        const day = value === '' ? DEFAULT_DEBIT_DAY : Number(value);
        return day >= 1 && day <= LAST_DEBIT_DAY
          ? ok(String(day))
          : fail('voluntary-debit-day', { most: LAST_DEBIT_DAY });
      },
    },
    ...taxSteps,
    ...bankSteps(),
  ],
  build: (facts) => {
    const { answers, today } = facts;
    return {
      type: answers['type'],
      scheme: answers['scheme'],
      account: isNew(facts)
        ? { kind: 'new', investment: investmentOf(facts) }
        : { kind: 'existing', accountNumber: answers['account'] },
      frequency: answers['frequency'],
      amount: answers['amount'],
      debitDay: debitDay(facts),
      firstDebit: firstDebit(today, debitDay(facts)),
      bankAccount: bankOf(answers),
    };
  },
  tell: (facts) => [
    message('ask.voluntary-contribution.told', { date: firstDebit(facts.today, debitDay(facts)) }),
  ],
};

/** Rules of its own, beyond those of the shared pages. */
export const VOLUNTARY_CONTRIBUTION_RULES = ['voluntary-through-employer', 'voluntary-debit-day'] as const;
