import type { VoluntaryRuleSet } from '../../contributions/voluntary/schema.ts';
import { ruleDifferences } from '../../contributions/voluntary/same-rule-set.ts';
import type { EmployerRules, RuleFileProblem } from './employer-rules.ts';

/** What the platform has of an employer's voluntary contributions (ADR 0023), and by which submission. */
export interface StoredRuleSet {
  readonly id: string;
  readonly ruleSet: VoluntaryRuleSet;
}

/**
 * Where a rule file does not say what the platform has. One that describes no voluntary contributions says nothing
 * against it.
 */
export function differencesFromStored(
  rules: EmployerRules,
  { ruleSet }: StoredRuleSet,
): readonly RuleFileProblem[] {
  if (rules.voluntary === null) return [];
  return ruleDifferences(rules.voluntary, ruleSet).map(({ memberClass, slot }) => ({
    path: memberClass === null ? 'voluntary.from' : `voluntary: ${memberClass}, ${String(slot)}`,
    code: 'differs-from-stored',
  }));
}
