import { type Failure, fail, ok, type Result } from '../../../result.ts';
import type { Step } from '../../definition.ts';
import { employerAccount } from '../../shared/employer-account.ts';
import { optionsOf } from '../../shared/options.ts';
import { schemeStep } from '../../shared/scheme.ts';
import { mayAct, ROLES } from '../employer-registration/rules.ts';
import type { EmployerRulesRule } from './codes.ts';

function authorised(value: string): Result<string, Failure<EmployerRulesRule>> {
  return mayAct(value, 'describe-rules') ? ok(value) : fail('rules-not-authorised');
}

function companyName(value: string): Result<string, Failure<EmployerRulesRule>> {
  return /\p{L}/u.test(value) ? ok(value) : fail('rules-company-name');
}

/** Whose rules they are, and from which wage period on. */
export const COMPANY_STEPS: readonly Step[] = [
  {
    id: 'company',
    ask: () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: false }),
    check: companyName,
  },
  {
    id: 'role',
    ask: () => ({ type: 'choice', options: optionsOf('ask.employer-registration.role', ROLES) }),
    check: authorised,
  },
  {
    id: 'employer-account',
    ask: () => ({ type: 'text', keyboard: 'latin', lines: 1, optional: false }),
    check: employerAccount,
  },
  schemeStep('contribution'),
  { id: 'from', ask: () => ({ type: 'date' }) },
];
