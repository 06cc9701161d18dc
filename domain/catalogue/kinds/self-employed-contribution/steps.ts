import { MANDATORY_RULES } from '../../../contributions/mandatory-rules.ts';
import { INCOME_BASES } from '../../../contributions/self-employed/self-employed.ts';
import { birthday } from '../../../contributions/wage-period.ts';
import { daysBetween } from '../../../calendar/date-arithmetic.ts';
import {
  type Cents,
  centsOf,
  formatMoney,
  parseMoney,
  shareOf,
  hongKongDollars,
} from '../../../money/money.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import { type Figure, type Label, literal, message } from '../../ask.ts';
import type { Facts, Step } from '../../definition.ts';
import { amountBetween } from '../../shared/amount.ts';
import { bankSteps } from '../../shared/bank.ts';
import { monthLabel } from '../../shared/day-label.ts';
import { birthDateOf } from '../../shared/member.ts';
import { optionsOf, yesNo } from '../../shared/options.ts';
import { asksIncome, dueOf, limitsOf, yearlyIncome } from './due.ts';
import { isReportedLate, monthsToChoose, periodOf } from './period.ts';

const WORDS = 'ask.self-employed-contribution';
export const FREQUENCIES = ['monthly', 'yearly'] as const;
const PAY_BY = ['cheque', 'direct-debit'] as const;
/** A year end further off than this is taken for a slip of the finger. */
const DAYS_OF_A_YEAR = 366;

function isYearly({ answers }: Facts): boolean {
  return answers['frequency'] === 'yearly';
}

/** True for a loss stated, which needs its signed statement. */
export function isLoss({ answers }: Facts): boolean {
  return answers['loss'] === 'yes';
}

function hasNoLoss({ answers }: Facts): boolean {
  return answers['loss'] === 'no';
}

/** Nothing is due, whether there was a loss or too little income. */
function isNothingDue(facts: Facts): boolean {
  return hasNoLoss(facts) && dueOf(facts)?.reasons.includes('self-employed-below-minimum') === true;
}

function isPaid(facts: Facts): boolean {
  return hasNoLoss(facts) && !isNothingDue(facts);
}

/** Whoever is under 18 or over 64 for the whole of a period owes nothing for it (facts/domain.md §3a). */
function ageInPeriod(
  value: string,
  facts: Facts,
): Result<string, Failure<'self-employed-under-18' | 'self-employed-from-65'>> {
  const period = periodOf(facts);
  const born = birthDateOf(facts);
  if (period === null || born === null) return ok(value);
  if (birthday(born, MANDATORY_RULES.fromAge) > period.end) return fail('self-employed-under-18');
  return birthday(born, MANDATORY_RULES.untilAge) <= period.start ? fail('self-employed-from-65') : ok(value);
}

/** True where a cheque is on its way. */
export function isByCheque(facts: Facts): boolean {
  return isPaid(facts) && facts.answers['pay-by'] === 'cheque';
}

function mostDue(facts: Facts): Cents | null {
  const limits = limitsOf(facts);
  if (limits === null) return null;
  return shareOf(centsOf(isYearly(facts) ? limits.maximumYearly : limits.maximumMonthly), limits.rate);
}

function money(cents: Cents): Label {
  return literal(hongKongDollars(cents));
}

function figure(key: string, cents: Cents | null): readonly Figure[] {
  return cents === null ? [] : [{ label: message(`${WORDS}.${key}`), value: money(cents) }];
}

function lateParagraph(facts: Facts): readonly Label[] {
  return isReportedLate(facts)
    ? [message(`${WORDS}.reported-late`, { days: MANDATORY_RULES.incomeReportDays })]
    : [];
}

export const periodSteps: readonly Step[] = [
  {
    id: 'frequency',
    ask: () => ({ type: 'choice', options: optionsOf(`${WORDS}.frequency`, FREQUENCIES) }),
  },
  {
    id: 'month',
    when: (facts) => !isYearly(facts),
    ask: ({ today }) => ({
      type: 'choice',
      options: monthsToChoose(today).map((month) => ({ code: month, label: monthLabel(month) })),
    }),
    check: (value, facts) => ageInPeriod(value, { ...facts, answers: { ...facts.answers, month: value } }),
  },
  {
    id: 'year-end',
    when: isYearly,
    ask: () => ({ type: 'date' }),
    check: (value, facts) =>
      Math.abs(daysBetween(facts.today, value)) > DAYS_OF_A_YEAR
        ? fail('self-employed-year-end')
        : ageInPeriod(value, { ...facts, answers: { ...facts.answers, 'year-end': value } }),
  },
];

export const incomeSteps: readonly Step[] = [
  { id: 'loss', ask: () => ({ type: 'choice', options: yesNo() }) },
  {
    id: 'loss-statement',
    when: isLoss,
    ask: (facts) => ({
      type: 'statement',
      tone: 'plain',
      paragraphs: [
        message(`${WORDS}.loss-statement.suspended`),
        message(`${WORDS}.loss-statement.paper`),
        ...lateParagraph(facts),
      ],
      figures: [],
      agree: message('shared.understood'),
    }),
  },
  {
    id: 'basis',
    when: hasNoLoss,
    ask: () => ({ type: 'choice', options: optionsOf(`${WORDS}.basis`, INCOME_BASES) }),
  },
  {
    id: 'income',
    when: (facts) => hasNoLoss(facts) && asksIncome(facts),
    ask: () => ({ type: 'money' }),
  },
  {
    id: 'nothing-due',
    when: isNothingDue,
    ask: (facts) => {
      const limits = limitsOf(facts);
      return {
        type: 'statement',
        tone: 'plain',
        paragraphs: [message(`${WORDS}.nothing-due.text`), ...lateParagraph(facts)],
        figures: [
          ...figure('nothing-due.income', yearlyIncome(facts)),
          ...figure('nothing-due.minimum', limits === null ? null : centsOf(limits.minimumYearly)),
        ],
        agree: message('shared.understood'),
      };
    },
  },
];

export const amountSteps: readonly Step[] = [
  {
    id: 'amount',
    when: isPaid,
    ask: () => ({ type: 'money' }),
    check: (value, facts) => {
      const most = mostDue(facts);
      const entered = parseMoney(value);
      if (most !== null && entered.ok && entered.value > most) {
        return fail('self-employed-above-maximum', { most: formatMoney(most) });
      }
      return amountBetween(value, { least: 1n });
    },
  },
  {
    id: 'compare',
    when: isPaid,
    ask: (facts) => {
      const due = dueOf(facts);
      const computed = due?.employee ?? null;
      const parsed = parseMoney(facts.answers['amount'] ?? '');
      const entered = parsed.ok ? parsed.value : 0n;
      const key =
        computed === null ? 'unknown' : entered === computed ? 'same' : entered < computed ? 'less' : 'more';
      const difference =
        computed === null ? 0n : entered > computed ? entered - computed : computed - entered;
      return {
        type: 'statement',
        tone: key === 'same' ? 'plain' : 'caution',
        paragraphs: [
          message(`${WORDS}.compare.${key}`),
          ...(due?.reasons.includes('at-maximum') === true ? [message(`${WORDS}.compare.at-maximum`)] : []),
          ...(due?.certain === false ? [message(`${WORDS}.compare.turning`)] : []),
          ...lateParagraph(facts),
        ],
        figures: [
          ...figure('compare.income', yearlyIncome(facts)),
          ...figure('compare.computed', computed),
          ...figure('compare.entered', entered),
          ...(difference === 0n ? [] : figure('compare.difference', difference)),
        ],
        agree: message('shared.understood'),
      };
    },
  },
  {
    id: 'pay-by',
    when: isPaid,
    ask: () => ({ type: 'choice', options: optionsOf(`${WORDS}.pay-by`, PAY_BY) }),
  },
  ...bankSteps((facts) => isPaid(facts) && facts.answers['pay-by'] === 'direct-debit'),
];
