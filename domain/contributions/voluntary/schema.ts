import type { z } from 'zod';
import { ruleSetShapeSchema } from './rule-schema.ts';
import { ruleSetProblems } from './rule-set-problems.ts';

/**
 * An employer's rules, described once and held against every row (facts/domain.md §3a, voluntary: slot × formula × base
 * × tier × cap × period × start × entitlement; per member class at most one rule a slot). Issues carry their code in
 * `params.code`; `readVoluntaryRuleSet` tells them with readable places.
 */
export const voluntaryRuleSetSchema = ruleSetShapeSchema.superRefine((ruleSet, context) => {
  for (const { path, code } of ruleSetProblems(ruleSet)) {
    context.addIssue({ code: 'custom', path: [...path], message: code, params: { code } });
  }
});

export type VoluntaryRuleSet = z.infer<typeof voluntaryRuleSetSchema>;
