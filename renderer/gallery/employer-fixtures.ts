import { definitionOf } from '../../domain/catalogue/catalogue.ts';
import type { Answers, Facts } from '../../domain/catalogue/definition.ts';
import { allPages, wordsOf } from '../../domain/catalogue/pages.ts';
import { toldRulesText } from '../../domain/catalogue/shared/stored-rules.ts';
import { SAMPLE_RULES } from '../../domain/catalogue/testing/sample-rules.ts';
import type { InstructionKind } from '../../domain/kinds/kinds.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { offline, step, type Fixture } from './fixture-parts.ts';

const asking = step(3, 'details', 'instruction');
const paidFor = { employerAccount: '3777463656273', scheme: 'bea-value' };
const found = toldRulesText({ state: 'found', ...paidFor, rules: { ...SAMPLE_RULES, ...paidFor } });

/** A page as its definition asks it after these answers. */
function asked(name: string, kind: InstructionKind, id: string, answers: Answers, told?: string): Fixture {
  const facts: Facts = {
    ...{ answers, identified: null, online: true, now: '2026-11-23T02:00:00.000Z', today: '2026-11-23' },
    ...{ data: EMBEDDED_REFERENCE_DATA, told: told ?? null },
  };
  const page = allPages(definitionOf(kind)).find((known) => known.id === id);
  if (page === undefined) throw new Error(`no page ${id}`);
  return [
    name,
    {
      ...{ id: 'ask', kind, page: id, words: wordsOf(kind, page), index: page.index },
      ...{ ask: page.step.ask(facts, page.index), value: '', error: null, changing: false },
    },
    { chrome: { ...asking, ...(told?.includes('not-fetched') === true ? offline : {}) } },
  ];
}

const payment: Answers = {
  ...{ authorised: 'yes', way: 'form', 'employee-count': '1', payer: 'Lantern Street Bakery Ltd' },
  ...{ 'employer-account': paidFor.employerAccount, scheme: paidFor.scheme },
};
const employee: Answers = {
  ...payment,
  ...{ 'stored-rules': found, 'account-type': 'REE', voluntary: 'on-basic-salary' },
  ...{ 'period-start': '2026-10-01', 'period-end': '2026-10-31', born: '1985-06-15' },
  ...{ 'employment-date': '2020-03-01', left: 'no', 'member-class': 'c1', grade: 'c2' },
  ...{ income: '12011.50', ermc: '600.58', eemc: '600.58', 'basic-salary': '12000.00' },
  ...{ ervc: '240.00', ervc2: '100.00', eevc: '0.00' },
};
const rule: Answers = {
  ...{
    'member-class': '',
    slot: 'ERVC',
    formula: 'percentage-minus-MC',
    tier: 'service-years',
    base: 'basic',
  },
  ...{ bands: '3', 'band-1-value': '7', 'band-2-from': '5', 'band-2-value': '10', 'band-3-from': '10' },
  ...{ 'band-3-value': '12.5', cap: 'income-ceiling', 'cap-amount': '60000.00', period: 'monthly' },
  ...{ start: 'after-probation', 'start-months': '3', 'start-period': 'whole' },
  ...{ entitlement: 'vesting-scale', scale: '3-30, 10-100' },
};
const simple: Answers = {
  ...{ 'member-class': 'A', slot: 'EEVC', formula: 'percentage', tier: 'none', base: 'relevant', value: '5' },
  ...{ cap: 'none', period: 'monthly', start: 'immediate', entitlement: 'immediate' },
};

/** What an employer described, and a remittance held against it. */
export const EMPLOYER_FIXTURES: readonly Fixture[] = [
  asked('rules-stored-asking', 'employer-remittance', 'stored-rules', payment),
  asked('rules-stored-found', 'employer-remittance', 'stored-rules', payment, found),
  asked(
    'rules-stored-none',
    'employer-remittance',
    'stored-rules',
    payment,
    toldRulesText({ state: 'none', ...paidFor }),
  ),
  asked(
    'rules-stored-not-fetched',
    'employer-remittance',
    'stored-rules',
    payment,
    toldRulesText({ state: 'not-fetched', ...paidFor }),
  ),
  asked('rules-compare-different', 'employer-remittance', 'compare', employee),
  asked('rules-compare-same', 'employer-remittance', 'compare', {
    ...employee,
    ...{ ervc: '239.42', ervc2: '100.00' },
  }),
  asked('rules-file-choice', 'employer-remittance', 'rules', {
    ...payment,
    way: 'file',
    'stored-rules': found,
  }),
  asked('rules-formula', 'employer-rules', 'formula', rule),
  asked('rules-scale', 'employer-rules', 'scale', rule),
  asked('rules-value', 'employer-rules', 'value', simple),
  asked('rules-summary-long', 'employer-rules', 'summary', rule),
  asked('rules-summary-short', 'employer-rules', 'summary', simple),
  asked('rules-keep', 'employer-rules', 'keep', simple),
];
