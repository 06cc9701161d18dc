import { ACCOUNT_TYPES } from '../../../remittance/columns.ts';
import { fail, ok } from '../../../result.ts';
import type { Facts, Step } from '../../definition.ts';
import { employerAccount } from '../../shared/employer-account.ts';
import { optionsOf, yesNo } from '../../shared/options.ts';
import { schemeStep } from '../../shared/scheme.ts';
import {
  companies,
  contributionDay,
  payer,
  periodEnd,
  periodStart,
  REMITTANCE_FORM,
} from './company-rules.ts';
import type { EmployerRemittanceRule } from './codes.ts';
import { FILE_STEP, RULES_STEP } from './file-step.ts';
import { STORED_RULES_STEP, storedRuleSetOf } from './stored-rules-step.ts';

export const WORDS = 'ask.employer-remittance';
export const VOLUNTARY = ['none', 'some', 'on-basic-salary'] as const;
const MORE = 'more';
const COUNTS = [
  ...Array.from({ length: REMITTANCE_FORM.mostEmployees }, (_, count) => String(count + 1)),
  MORE,
];

/** A few employees typed here, or the file of 47 columns from a drive. */
const WAYS = ['form', 'file'] as const;

export function isByFile({ answers }: Facts): boolean {
  return answers['way'] === 'file';
}

function byForm(facts: Facts): boolean {
  return !isByFile(facts);
}

/** Casual employees of an industry scheme. */
export function isCasual({ answers }: Facts): boolean {
  return answers['account-type'] === 'CEE' && answers['way'] !== 'file';
}

function onlyYes(id: string, otherwise: EmployerRemittanceRule, when?: Step['when']): Step {
  return {
    id,
    ...(when === undefined ? {} : { when }),
    ask: () => ({ type: 'choice', options: yesNo() }),
    check: (value) => (value === 'yes' ? ok(value) : fail(otherwise)),
  };
}

/** What is asked once, before the employees. */
export const COMPANY_STEPS: readonly Step[] = [
  onlyYes('authorised', 'remittance-not-authorised'),
  { id: 'way', ask: () => ({ type: 'choice', options: optionsOf(`${WORDS}.way`, WAYS) }) },
  {
    id: 'employee-count',
    when: byForm,
    ask: () => ({ type: 'choice', options: optionsOf(`${WORDS}.employee-count`, COUNTS) }),
    check: (value) => (value === MORE ? fail('remittance-more-than-five') : ok(value)),
  },
  onlyYes('enrolled', 'remittance-not-enrolled', byForm),
  { id: 'group', ask: () => ({ type: 'choice', options: yesNo() }) },
  {
    id: 'companies',
    when: ({ answers }) => answers['group'] === 'yes',
    ask: () => ({ type: 'text', keyboard: 'latin', lines: 3, optional: false }),
    check: companies,
  },
  {
    id: 'payer',
    ask: () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: false }),
    check: payer,
  },
  {
    id: 'employer-account',
    ask: () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: false }),
    check: employerAccount,
  },
  schemeStep('contribution'),
  STORED_RULES_STEP,
  RULES_STEP,
  FILE_STEP,
  {
    id: 'account-type',
    when: byForm,
    ask: () => ({ type: 'choice', options: optionsOf(`${WORDS}.account-type`, ACCOUNT_TYPES) }),
  },
  { id: 'period-start', when: byForm, ask: () => ({ type: 'date' }), check: periodStart },
  { id: 'period-end', when: byForm, ask: () => ({ type: 'date' }), check: periodEnd },
  { id: 'contribution-day', when: isCasual, ask: () => ({ type: 'date' }), check: contributionDay },
  {
    id: 'voluntary',
    when: byForm,
    ask: () => ({ type: 'choice', options: optionsOf(`${WORDS}.voluntary`, VOLUNTARY) }),
    // Without the basic salary a stored rule that goes by it could not be held against anything.
    check: (value, facts) => {
      const ruleSet = storedRuleSetOf(facts);
      const onBasic = ruleSet?.memberClasses.some(({ rules }) => rules.some(({ base }) => base === 'basic'));
      return value === 'some' && onBasic === true ? fail('remittance-basic-salary-by-rules') : ok(value);
    },
  },
];
