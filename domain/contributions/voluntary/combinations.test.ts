import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flat, problemsOf, ruleSetOf, written, type WrittenRule } from './rule-set.fixture.ts';
import { VOLUNTARY_BASES, VOLUNTARY_FORMULAS, VOLUNTARY_PERIODS, VOLUNTARY_SLOTS } from './rule-schema.ts';
import { voluntaryContribution, type VoluntaryFacts } from './voluntary.ts';

const TIERS = ['none', 'service-years', 'grade', 'salary-band'] as const;
const CAPS = ['none', 'amount', 'income-ceiling'] as const;
const STARTS = ['immediate', 'after-probation', 'at-due-date'] as const;
const ENTITLEMENTS = ['immediate', 'vesting-scale', 'cliff', 'retirement-only'] as const;

interface Combination {
  readonly slot: (typeof VOLUNTARY_SLOTS)[number];
  readonly formula: (typeof VOLUNTARY_FORMULAS)[number];
  readonly base: (typeof VOLUNTARY_BASES)[number];
  readonly tier: (typeof TIERS)[number];
  readonly cap: (typeof CAPS)[number];
  readonly period: (typeof VOLUNTARY_PERIODS)[number];
  readonly start: (typeof STARTS)[number];
  readonly entitlement: (typeof ENTITLEMENTS)[number];
}

const LOW = { percent: 6, dollars: 300 };
const HIGH = { percent: 11, dollars: 900 };
const CAP_DOLLARS = 700;
const CEILING_DOLLARS = 15_000;
const EMPLOYEE_PERCENT = 4;

function writtenOf(one: Combination): WrittenRule {
  const text = ({ percent, dollars }: typeof LOW) =>
    one.formula === 'fixed' ? `${dollars}.00` : `${percent}%`;
  const tiers: Readonly<Record<Combination['tier'], WrittenRule>> = {
    none: flat(text(LOW)),
    'service-years': {
      by: 'service-years',
      bands: [
        { from: 0, value: text(LOW) },
        { from: 3, value: text(HIGH) },
      ],
    },
    grade: {
      by: 'grade',
      bands: [
        { grade: 'clerk', value: text(LOW) },
        { grade: 'manager', value: text(HIGH) },
      ],
    },
    'salary-band': {
      by: 'salary-band',
      bands: [
        { from: '0', value: text(LOW) },
        { from: '12000', value: text(HIGH) },
      ],
    },
  };
  const caps: Readonly<Record<Combination['cap'], WrittenRule>> = {
    none: { kind: 'none' },
    amount: { kind: 'amount', amount: `${CAP_DOLLARS}` },
    'income-ceiling': { kind: 'income-ceiling', income: `${CEILING_DOLLARS}` },
  };
  const entitlements: Readonly<Record<Combination['entitlement'], WrittenRule>> = {
    immediate: { kind: 'immediate' },
    'vesting-scale': { kind: 'vesting-scale', steps: [{ years: 10, percentage: 100 }] },
    cliff: { kind: 'cliff', years: 5 },
    'retirement-only': { kind: 'retirement-only' },
  };
  return {
    slot: one.slot,
    formula: one.formula,
    base: one.base,
    tier: tiers[one.tier],
    cap: caps[one.cap],
    period: one.period,
    start: one.start === 'after-probation' ? { kind: one.start, months: 3 } : { kind: one.start },
    entitlement: entitlements[one.entitlement],
  };
}

const EMPLOYEE: WrittenRule = { slot: 'EEVC', formula: 'percentage', tier: flat(`${EMPLOYEE_PERCENT}%`) };

/** Matching needs something to match; the other formulas stand alone. */
function rulesOf(one: Combination): readonly WrittenRule[] {
  return one.formula === 'match-EEVC' && one.slot !== 'EEVC' ? [writtenOf(one), EMPLOYEE] : [writtenOf(one)];
}

/** What cannot mean anything, said apart from the product's own check. */
function isMeaningless({ slot, formula, cap, entitlement }: Combination): boolean {
  if (formula === 'match-EEVC' && slot === 'EEVC') return true;
  if (cap === 'income-ceiling' && (formula === 'fixed' || formula === 'match-EEVC')) return true;
  return slot === 'EEVC' && (entitlement === 'cliff' || entitlement === 'vesting-scale');
}

/** People in whole cents and years, small enough that ordinary numbers are exact. */
interface Person {
  readonly relevant: number;
  readonly basic: number;
  readonly other: number;
  readonly employerMandatory: number;
  readonly employeeMandatory: number;
  readonly hired: string;
  readonly years: number;
  readonly begun: readonly (typeof STARTS)[number][];
  readonly grade: 'clerk' | 'manager';
}

const PEOPLE: readonly Person[] = [
  {
    relevant: 1_201_150,
    basic: 1_000_001,
    other: 2_000_003,
    employerMandatory: 60_058,
    employeeMandatory: 60_058,
    hired: '2019-03-01',
    years: 7,
    begun: ['immediate', 'after-probation', 'at-due-date'],
    grade: 'manager',
  },
  {
    relevant: 3_500_000,
    basic: 2_800_000,
    other: 900_000,
    employerMandatory: 150_000,
    employeeMandatory: 0,
    hired: '2026-09-15',
    years: 0,
    begun: ['immediate'],
    grade: 'clerk',
  },
  {
    relevant: 700_000,
    basic: 500_050,
    other: 0,
    employerMandatory: 35_000,
    employeeMandatory: 0,
    hired: '2026-07-15',
    years: 0,
    begun: ['immediate', 'at-due-date'],
    grade: 'clerk',
  },
];

function factsOf(person: Person): VoluntaryFacts {
  return {
    period: { start: '2026-10-01', end: '2026-10-31' },
    relevantIncome: BigInt(person.relevant),
    basicSalary: BigInt(person.basic),
    otherIncome: BigInt(person.other),
    employerMandatory: BigInt(person.employerMandatory),
    employeeMandatory: BigInt(person.employeeMandatory),
    dateOfEmployment: person.hired,
    grade: person.grade,
  };
}

/** The same, the plain way: cents and whole per cents as numbers. */
function oracle(one: Combination, person: Person): number {
  if (!person.begun.includes(one.start)) return 0;
  const income = { basic: person.basic, relevant: person.relevant, other: person.other }[one.base];
  let high = false;
  if (one.tier === 'service-years') high = person.years >= 3;
  if (one.tier === 'grade') high = person.grade === 'manager';
  if (one.tier === 'salary-band') high = income >= 1_200_000;
  const { percent, dollars } = high ? HIGH : LOW;
  const shareOfIncome = (cents: number, of: number) => Math.floor((cents * of * 2 + 100) / 200);
  const counted =
    one.cap === 'income-ceiling' && income > CEILING_DOLLARS * 100 ? CEILING_DOLLARS * 100 : income;
  const mandatory = one.slot === 'EEVC' ? person.employeeMandatory : person.employerMandatory;
  let amount = 0;
  if (one.formula === 'percentage') amount = shareOfIncome(counted, percent);
  if (one.formula === 'fixed') amount = dollars * 100;
  if (one.formula === 'match-EEVC')
    amount = shareOfIncome(shareOfIncome(person.relevant, EMPLOYEE_PERCENT), percent);
  if (one.formula === 'percentage-minus-MC')
    amount = Math.max(0, shareOfIncome(counted, percent) - mandatory);
  return one.cap === 'amount' ? Math.min(amount, CAP_DOLLARS * 100) : amount;
}

/** Every slot × formula × base × tier × cap × start; periods and entitlements, which no amount depends on, in turn. */
function combinations(): readonly Combination[] {
  let turn = 0;
  return VOLUNTARY_SLOTS.flatMap((slot) =>
    VOLUNTARY_FORMULAS.flatMap((formula) =>
      VOLUNTARY_BASES.flatMap((base) =>
        TIERS.flatMap((tier) =>
          CAPS.flatMap((cap) =>
            STARTS.map((start): Combination => {
              turn += 1;
              const period = VOLUNTARY_PERIODS[turn % VOLUNTARY_PERIODS.length] ?? 'monthly';
              const entitlement = ENTITLEMENTS[turn % ENTITLEMENTS.length] ?? 'immediate';
              return { slot, formula, base, tier, cap, period, start, entitlement };
            }),
          ),
        ),
      ),
    ),
  );
}

const ALL = combinations();
const SOUND = ALL.filter((one) => !isMeaningless(one));

it('facts §3a: far more than thirty forms are described, and only the meaningless are refused', () => {
  const read = ALL.filter((one) => problemsOf(written(...rulesOf(one))).length === 0);
  expect(read).toEqual(SOUND);
  expect(SOUND.length).toBeGreaterThan(800);
});

it.each(PEOPLE)('every form computes what it means, hired $hired', (person) => {
  const facts = factsOf(person);
  const wrong = SOUND.flatMap((one) => {
    const result = voluntaryContribution(ruleSetOf(...rulesOf(one)), 'A', facts);
    const computed = result.ok ? result.value[one.slot]?.amount : result.code;
    return computed === BigInt(oracle(one, person)) ? [] : [{ one, computed, wanted: oracle(one, person) }];
  });
  expect(wrong).toEqual([]);
});

const combination = fc.constantFrom(...SOUND);
const cents = fc.bigInt({ min: 0n, max: 20_000_000n });

it('whatever the form and income: never negative, never above a cap, matching never above what is matched', () => {
  fc.assert(
    fc.property(combination, cents, cents, cents, (one, income, mandatory, other) => {
      const result = voluntaryContribution(ruleSetOf(...rulesOf(one)), 'A', {
        ...factsOf(PEOPLE[0] as Person),
        relevantIncome: income,
        basicSalary: other,
        otherIncome: other,
        employerMandatory: mandatory,
        employeeMandatory: mandatory,
      });
      if (!result.ok) throw new Error(result.code);
      const amount = result.value[one.slot]?.amount ?? -1n;
      expect(amount >= 0n).toBe(true);
      if (one.cap === 'amount') expect(amount <= BigInt(CAP_DOLLARS) * 100n).toBe(true);
      if (one.cap === 'income-ceiling') expect(amount <= BigInt(CEILING_DOLLARS * HIGH.percent)).toBe(true);
      if (one.formula === 'match-EEVC') expect(amount <= (result.value.EEVC?.amount ?? -1n)).toBe(true);
    }),
  );
});

it('more income never means less, where rates do not fall', () => {
  fc.assert(
    fc.property(combination, cents, cents, (one, income, more) => {
      const ruleSet = ruleSetOf(...rulesOf(one));
      const amountOf = (total: bigint) => {
        const facts = factsOf(PEOPLE[0] as Person);
        const all = { relevantIncome: total, basicSalary: total, otherIncome: total };
        const result = voluntaryContribution(ruleSet, 'A', { ...facts, ...all });
        return result.ok ? (result.value[one.slot]?.amount ?? -1n) : -1n;
      };
      expect(amountOf(income) <= amountOf(income + more)).toBe(true);
    }),
  );
});
