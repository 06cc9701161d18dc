import { z } from 'zod';
import { voluntaryRuleSetSchema } from '../../../contributions/voluntary/schema.ts';
import { message } from '../../ask.ts';
import type { Definition, Facts } from '../../definition.ts';
import { EMPLOYER_ACCOUNT } from '../../shared/employer-account.ts';
import { refuseWithoutScheme, schemeIdSchema } from '../../shared/scheme.ts';
import { COMPANY_STEPS } from './company-steps.ts';
import { RULE_LIMITS, roundsOf, ruleSetOf } from './rule-of.ts';
import { RULE_STEPS } from './rule-steps.ts';

export const employerRulesDetailsSchema = z.strictObject({
  company: z.strictObject({
    name: z.string().min(1).max(80),
    employerAccount: z.string().regex(EMPLOYER_ACCOUNT),
  }),
  scheme: schemeIdSchema,
  /** Who is identified says of this company and this action; the platform compares its own list. */
  authority: z.strictObject({
    action: z.literal('describe-rules'),
    role: z.literal('company-authorised'),
  }),
  /** All of them: what is not among them is no rule any more. */
  ruleSet: voluntaryRuleSetSchema,
});
export type EmployerRulesDetails = z.infer<typeof employerRulesDetailsSchema>;

function build({ answers }: Facts): unknown {
  return {
    company: { name: answers['company'], employerAccount: answers['employer-account'] },
    scheme: answers['scheme'],
    authority: { action: 'describe-rules', role: answers['role'] },
    ruleSet: ruleSetOf(answers),
  };
}

/**
 * A company describes its voluntary contributions once, rule by rule, for one employer account in one scheme
 * (facts/domain.md §3a, voluntary; ADR 0023). The newest accepted description replaces the one before it, whole.
 */
export const employerRules: Definition<EmployerRulesDetails> = {
  kind: 'employer-rules',
  schemaVersion: 1,
  details: employerRulesDetailsSchema,
  sources: ['§2.3', '§3a', '§6'],
  refuse: refuseWithoutScheme,
  steps: [
    ...COMPANY_STEPS,
    {
      repeat: 'rule',
      most: RULE_LIMITS.rules,
      count: ({ answers }) => roundsOf(answers),
      steps: RULE_STEPS,
    },
  ],
  build,
  describes: ({ company, scheme }) => ({ account: company.employerAccount, scheme }),
  tell: ({ answers }) => [
    message('employer-rules.told-newest', { account: answers['employer-account'] ?? '' }),
  ],
};
