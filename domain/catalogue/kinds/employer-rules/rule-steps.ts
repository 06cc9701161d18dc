import {
  VOLUNTARY_BASES,
  VOLUNTARY_PERIODS,
  VOLUNTARY_SLOTS,
} from '../../../contributions/voluntary/rule-schema.ts';
import { readVoluntaryRuleSet } from '../../../contributions/voluntary/read-rule-set.ts';
import { centsOf, hongKongDollars } from '../../../money/money.ts';
import { isPercentage } from '../../../money/rate.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import { literal, message } from '../../ask.ts';
import type { Facts, Step } from '../../definition.ts';
import { optionsOf, yesNo } from '../../shared/options.ts';
import { answerInRound } from '../../shared/rounds.ts';
import type { EmployerRulesRule } from './codes.ts';
import {
  ALL_MEMBERS,
  bandCount,
  BANDS,
  classOf,
  isFixed,
  isKept,
  isOnIncome,
  keptRules,
  RULE_LIMITS,
  ruleSetOf,
} from './rule-of.ts';
import { scaleSteps, scaleText } from './scale.ts';
import { summaryOf } from './summary.ts';

type Checked = Result<string, Failure<EmployerRulesRule>>;

const WORDS = 'ask.employer-rules';
const EMPLOYERS_FORMULAS = ['percentage', 'percentage-minus-MC', 'fixed', 'match-EEVC'] as const;
const EMPLOYEES_FORMULAS = ['percentage', 'percentage-minus-MC', 'fixed'] as const;
const TIERS = ['none', 'service-years', 'salary-band', 'grade'] as const;
const CAPS_ON_INCOME = ['none', 'amount', 'income-ceiling'] as const;
const CAPS = ['none', 'amount'] as const;
const STARTS = ['immediate', 'after-probation', 'at-due-date'] as const;
const START_PERIODS = ['whole', 'containing'] as const;
const ENTITLEMENTS = ['immediate', 'vesting-scale', 'cliff', 'retirement-only'] as const;
/** What an employee pays is the employee's own at once (`employee-money-vests`). */
const EMPLOYEES_ENTITLEMENTS = ['immediate', 'retirement-only'] as const;
/** Bounds of the model (`rule-schema.ts`). */
const BOUNDS = { months: 60, years: 70, leastAge: 50, mostAge: 75, className: 50 } as const;

function own({ answers }: Facts, step: string, index: number): string | undefined {
  return answerInRound(answers, step, index);
}

const says =
  (step: string, value: string) =>
  (facts: Facts, index: number): boolean =>
    own(facts, step, index) === value;

const ofEmployee = says('slot', 'EEVC');
const isTiered = (facts: Facts, index: number): boolean => (own(facts, 'tier', index) ?? 'none') !== 'none';

function choice(
  step: string,
  codes: readonly string[] | ((facts: Facts, index: number) => readonly string[]),
) {
  return (facts: Facts, index: number) =>
    ({
      type: 'choice',
      options: optionsOf(`${WORDS}.${step}`, typeof codes === 'function' ? codes(facts, index) : codes),
    }) as const;
}

const figures = () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: false }) as const;
const decimal = () => ({ type: 'text', keyboard: 'money', lines: 1, optional: false }) as const;
const letters = () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: false }) as const;

/** The rounds before this one whose rule stays. */
function before(facts: Facts, index: number): readonly number[] {
  return Array.from({ length: index - 1 }, (_, round) => round + 1).filter((round) =>
    isKept(facts.answers, round),
  );
}

/** A class that is named beside one for everybody would leave open which of the two counts. */
function memberClass(value: string, facts: Facts, index: number): Checked {
  const named = value.normalize('NFKC').toUpperCase();
  if (named.length > BOUNDS.className) return fail('rules-member-class', { most: BOUNDS.className });
  const isAll = (name: string): boolean => name === '' || name === ALL_MEMBERS;
  const others = before(facts, index).map((round) => classOf(facts.answers, round));
  return others.some((other) => isAll(other) !== isAll(named)) ? fail('rules-all-and-class') : ok(named);
}

/** At most one rule of each column in a member class (facts/domain.md §3a). */
function slot(value: string, facts: Facts, index: number): Checked {
  const here = classOf(facts.answers, index);
  const twice = before(facts, index).some(
    (round) => classOf(facts.answers, round) === here && own(facts, 'slot', round) === value,
  );
  return twice ? fail('rules-slot-twice') : ok(value);
}

/** A percentage without its sign, or an amount. */
function amount(value: string, facts: Facts, index: number): Checked {
  if (isFixed(facts.answers, index)) return ok(value);
  const bare = value.replace(/\s*%$/, '');
  return isPercentage(`${bare}%`) ? ok(bare) : fail('rules-percentage');
}

function valueAsk(facts: Facts, index: number) {
  return isFixed(facts.answers, index) ? ({ type: 'money' } as const) : decimal();
}

const describeValue: NonNullable<Step['describe']> = (value, facts, index) => [
  literal(isFixed(facts.answers, index) ? hongKongDollars(centsOf(value)) : `${value}%`),
];

/** Bands begin above each other; the first one at nothing, which is not asked. */
function bandFrom(band: number): NonNullable<Step['check']> {
  return (value, facts, index): Checked => {
    const years = own(facts, 'tier', index) === 'service-years';
    if (years && !(Number(value) <= BOUNDS.years)) return fail('rules-years', { most: BOUNDS.years });
    const previous = band === 2 ? '0' : (own(facts, `band-${String(band - 1)}-from`, index) ?? '0');
    const rises = years ? Number(value) > Number(previous) : centsOf(value) > centsOf(previous);
    return rises ? ok(years ? String(Number(value)) : value) : fail('rules-bands-order');
  };
}

function grade(band: number): NonNullable<Step['check']> {
  return (value, facts, index): Checked => {
    if (value.length > BOUNDS.className) return fail('rules-grade', { most: BOUNDS.className });
    const named = value.toUpperCase();
    const twice = BANDS.slice(0, band - 1).some(
      (other) => own(facts, `band-${String(other)}-grade`, index) === named,
    );
    return twice ? fail('rules-grade-twice') : ok(named);
  };
}

function bandSteps(band: number): readonly Step[] {
  const id = `band-${String(band)}`;
  const has = (facts: Facts, index: number): boolean =>
    isTiered(facts, index) && bandCount(facts.answers, index) >= band;
  const ofGrades = says('tier', 'grade');
  const from: Step = {
    id: `${id}-from`,
    when: (facts, index) => has(facts, index) && !ofGrades(facts, index),
    ask: (facts, index) =>
      own(facts, 'tier', index) === 'salary-band' ? ({ type: 'money' } as const) : figures(),
    check: bandFrom(band),
    describe: (value, facts, index) => [
      literal(own(facts, 'tier', index) === 'salary-band' ? hongKongDollars(centsOf(value)) : value),
    ],
  };
  return [
    ...(band === 1 ? [] : [from]),
    {
      id: `${id}-grade`,
      when: (facts, index) => has(facts, index) && ofGrades(facts, index),
      ask: letters,
      check: grade(band),
    },
    { id: `${id}-value`, when: has, ask: valueAsk, check: amount, describe: describeValue },
  ];
}

function within(most: number, least: number, code: EmployerRulesRule): NonNullable<Step['check']> {
  return (value): Checked => {
    const number = Number(value);
    return number >= least && number <= most ? ok(String(number)) : fail(code, { least, most });
  };
}

function scale(value: string): Checked {
  const steps = scaleSteps(value);
  if (steps === null) return fail('rules-scale-shape');
  const rises = steps.every((step, at) => {
    const last = steps[at - 1];
    return last === undefined || (step.years > last.years && step.percentage >= last.percentage);
  });
  if (!rises || steps.some(({ years }) => years > BOUNDS.years)) return fail('rules-scale-order');
  return steps.at(-1)?.percentage === 100 ? ok(scaleText(steps)) : fail('rules-scale-end');
}

/** The last word: something stays, and what stays fits together. */
function another(value: string, { answers }: Facts, index: number): Checked {
  if (value === 'yes')
    return index < RULE_LIMITS.rules ? ok(value) : fail('rules-most', { most: RULE_LIMITS.rules });
  if (keptRules(answers).length === 0) return fail('rules-none-kept');
  return readVoluntaryRuleSet(ruleSetOf(answers)).ok ? ok(value) : fail('rules-match-without-eevc');
}

/** The pages of one rule. */
export const RULE_STEPS: readonly Step[] = [
  {
    id: 'member-class',
    ask: () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: true }),
    check: memberClass,
    describe: (value) => [value === '' ? message(`${WORDS}.all-members`) : literal(value)],
  },
  { id: 'slot', ask: choice('slot', VOLUNTARY_SLOTS), check: slot },
  {
    id: 'formula',
    ask: choice('formula', (facts, index) =>
      ofEmployee(facts, index) ? EMPLOYEES_FORMULAS : EMPLOYERS_FORMULAS,
    ),
  },
  { id: 'tier', ask: choice('tier', TIERS) },
  {
    id: 'base',
    when: ({ answers }, index) => isOnIncome(answers, index),
    ask: choice('base', VOLUNTARY_BASES),
  },
  {
    id: 'value',
    when: (facts, index) => !isTiered(facts, index),
    ask: valueAsk,
    check: amount,
    describe: describeValue,
  },
  {
    id: 'bands',
    when: isTiered,
    ask: choice('bands', BANDS.slice(1).map(String)),
  },
  ...BANDS.flatMap(bandSteps),
  {
    id: 'cap',
    ask: choice('cap', (facts, index) => {
      const formula = own(facts, 'formula', index);
      return formula === 'percentage' || formula === 'percentage-minus-MC' ? CAPS_ON_INCOME : CAPS;
    }),
  },
  {
    id: 'cap-amount',
    when: (facts, index) => (own(facts, 'cap', index) ?? 'none') !== 'none',
    ask: () => ({ type: 'money' }),
  },
  { id: 'period', ask: choice('period', VOLUNTARY_PERIODS) },
  { id: 'start', ask: choice('start', STARTS) },
  {
    id: 'start-months',
    when: says('start', 'after-probation'),
    ask: figures,
    check: within(BOUNDS.months, 1, 'rules-months'),
  },
  {
    id: 'start-period',
    when: says('start', 'after-probation'),
    ask: choice('start-period', START_PERIODS),
  },
  {
    id: 'entitlement',
    ask: choice('entitlement', (facts, index) =>
      ofEmployee(facts, index) ? EMPLOYEES_ENTITLEMENTS : ENTITLEMENTS,
    ),
  },
  { id: 'scale', when: says('entitlement', 'vesting-scale'), ask: letters, check: scale },
  {
    id: 'cliff-years',
    when: says('entitlement', 'cliff'),
    ask: figures,
    check: within(BOUNDS.years, 1, 'rules-years'),
  },
  {
    id: 'retirement-age',
    when: says('entitlement', 'retirement-only'),
    ask: figures,
    check: within(BOUNDS.mostAge, BOUNDS.leastAge, 'rules-age'),
  },
  { id: 'summary', ask: summaryOf },
  { id: 'keep', ask: choice('keep', ['keep', 'remove']) },
  { id: 'another', ask: () => ({ type: 'choice', options: yesNo() }), check: another },
];
