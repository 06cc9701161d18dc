import { type RuleSetProblem, readVoluntaryRuleSet } from './read-rule-set.ts';
import type { VoluntaryRuleSet } from './schema.ts';

/** A rule as an employer writes it, before it is read. */
export type WrittenRule = Readonly<Record<string, unknown>>;

/** One member class, `A`, with these rules. */
export function written(...rules: readonly WrittenRule[]): unknown {
  return { version: 1, from: '2026-01-01', memberClasses: [{ memberClass: 'A', rules }] };
}

/** The same, read; throws with the problems when the test's own rules are broken. */
export function ruleSetOf(...rules: readonly WrittenRule[]): VoluntaryRuleSet {
  const read = readVoluntaryRuleSet(written(...rules));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

export function problemsOf(value: unknown): readonly RuleSetProblem[] {
  const read = readVoluntaryRuleSet(value);
  return read.ok ? [] : read.problems;
}

/** Percentage or amount for everybody. */
export function flat(value: string): WrittenRule {
  return { by: 'none', value };
}
