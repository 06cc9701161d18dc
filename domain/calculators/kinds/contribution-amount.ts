import { type Label, message, type Option } from '../../catalogue/ask.ts';
import type { Answers, Facts, Step } from '../../catalogue/definition.ts';
import { addMonths } from '../../calendar/date-arithmetic.ts';
import { mandatoryContribution } from '../../contributions/mandatory.ts';
import { MANDATORY_RULES } from '../../contributions/mandatory-rules.ts';
import type { WagePeriod } from '../../contributions/wage-period.ts';
import { type Cents, centsOf, formatMoney } from '../../money/money.ts';
import { limitsOn } from '../../reference-data/look-up/figures.ts';
import { fail, ok } from '../../result.ts';
import { addDays } from '../../time.ts';
import type { Calculation, Calculator } from '../calculator.ts';

/** A wage period of 28 days may be a whole February: whether it is one, the days alone do not say. */
const MOST_DAYS = 27;

const MONTHS_OF_A_YEAR = 12;
/** In the middle of the years with contributions: no birthday that matters falls in the period. */
const YEARS_BETWEEN = 40;

const options = (step: string, codes: readonly string[]): readonly Option[] =>
  codes.map((code) => ({ code, label: message(`calculator.contribution-amount.${step}.option.${code}`) }));

const choice = (step: string, ...codes: readonly string[]): Pick<Step, 'id' | 'ask'> => ({
  id: step,
  ask: () => ({ type: 'choice', options: options(step, codes) }),
});

const contributes = ({ answers }: Facts): boolean => answers['age'] === 'between';

/**
 * The mandatory contribution of a regular employee for the wage period of today (facts/domain.md §3a). The age in three
 * groups is enough: a birth date is not asked for.
 */
export const contributionAmount: Calculator = {
  name: 'contribution-amount',
  steps: [
    choice('age', 'under-18', 'between', 'over-65'),
    { ...choice('recent', 'no', 'yes'), when: contributes },
    {
      id: 'started-on',
      when: (facts) => contributes(facts) && facts.answers['recent'] === 'yes',
      ask: () => ({ type: 'date' }),
      check: (value, { today }) => {
        if (value > today) return fail('calculator-start-in-future');
        const earliest = addDays(today, -MANDATORY_RULES.coveredFromDay);
        return value < earliest ? fail('calculator-start-long-ago', { earliest }) : ok(value);
      },
    },
    { ...choice('paid', 'monthly', 'other'), when: contributes },
    {
      id: 'days',
      when: (facts) => contributes(facts) && facts.answers['paid'] === 'other',
      ask: () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: false }),
      check: (value) => {
        const days = Number(value);
        return days < 1 || days > MOST_DAYS ? fail('calculator-days', { most: MOST_DAYS }) : ok(String(days));
      },
    },
    { id: 'income', when: contributes, ask: () => ({ type: 'money' }) },
  ],
  calculate,
};

function calculate(facts: Facts): Calculation {
  const { answers, data, today } = facts;
  const age = answers['age'];
  if (age === 'under-18' || age === 'over-65') {
    return {
      ...amounts(null, null),
      paragraphs: [reason(age), message('calculator.contribution-amount.only')],
    };
  }
  const wagePeriod = wagePeriodOf(answers, today);
  const limits = limitsOn(data, wagePeriod.end);
  if (!limits.ok) return { figures: [], paragraphs: [message(`reference-data.${limits.code}`)] };
  const due = mandatoryContribution({
    kind: 'regular',
    wagePeriod,
    relevantIncome: centsOf(answers['income'] ?? '0.00'),
    dateOfBirth: addMonths(wagePeriod.start, -YEARS_BETWEEN * MONTHS_OF_A_YEAR),
    dateOfEmployment: startOf(answers, wagePeriod),
    limits: limits.value,
  });
  if (!due.ok) return { figures: [], paragraphs: [reason(due.code)] };
  const { employer, employee, reasons } = due.value;
  const why =
    reasons.length === 0 ? [message('calculator.contribution-amount.ordinary')] : reasons.map(reason);
  return {
    ...amounts(employer, employee),
    paragraphs: [...why, message('calculator.contribution-amount.only')],
  };
}

function reason(code: string): Label {
  return message(`contributions.${code}`);
}

function amounts(employer: Cents | null, employee: Cents | null): Pick<Calculation, 'figures'> {
  const amount = (cents: Cents | null): Label =>
    message('calculator.contribution-amount.amount', { amount: formatMoney(cents ?? 0n) });
  return {
    figures: [
      { label: message('calculator.contribution-amount.employer'), value: amount(employer) },
      { label: message('calculator.contribution-amount.employee'), value: amount(employee) },
    ],
  };
}

/** This calendar month, or the days up to today. */
function wagePeriodOf(answers: Answers, today: string): WagePeriod {
  if (answers['paid'] === 'monthly') {
    const start = `${today.slice(0, -2)}01`;
    return { start, end: addDays(addMonths(start, 1), -1) };
  }
  return { start: addDays(today, 1 - Number(answers['days'])), end: today };
}

/** Whoever did not start lately is taken to have been employed for a year. */
function startOf(answers: Answers, { start }: WagePeriod): string {
  return answers['recent'] === 'yes' ? (answers['started-on'] ?? start) : addMonths(start, -MONTHS_OF_A_YEAR);
}
