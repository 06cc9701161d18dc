import type { z } from 'zod';
import { ok, type Result } from '../../result.ts';
import { RULE_SET_CODES, type RuleSetCode } from './codes.ts';
import { type VoluntaryRuleSet, voluntaryRuleSetSchema } from './schema.ts';

/** One thing to put right in a rule set; message `voluntary.<code>`. */
export interface RuleSetProblem {
  /** Where, as people read it: `memberClasses[0].rules[1].tier`; empty for the whole. */
  readonly path: string;
  readonly code: RuleSetCode;
  /** What may stand there; left out where it is not one of a few words. */
  readonly choices?: readonly string[];
}

/**
 * Reads an employer's voluntary contribution rules (facts/domain.md §3a; format: schema.ts).
 *
 * @param value what `JSON.parse` gave
 * @returns the rule set with its defaults filled in, or everything that is wrong with it in the order of the fields
 */
export function readVoluntaryRuleSet(
  value: unknown,
): Result<VoluntaryRuleSet, { readonly problems: readonly RuleSetProblem[] }> {
  const read = voluntaryRuleSetSchema.safeParse(value);
  if (read.success) return ok(read.data);
  return { ok: false, problems: read.error.issues.flatMap((issue) => fieldProblems(issue, value)) };
}

/** What a schema found at one place, with the readable place: `memberClasses[0].rules[1].slot`. */
export function fieldProblems(issue: z.core.$ZodIssue, whole: unknown): readonly RuleSetProblem[] {
  const path = readablePath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      return { path: path === '' ? key : `${path}.${key}`, code: 'rule-unknown-field' };
    });
  }
  if (issue.code === 'custom') return [{ path, code: codeOf(issue.params) }];
  const choices = choicesOf(issue);
  const named = choices.length === 0 ? {} : { choices };
  if (isMissing(whole, issue.path)) return [{ path, code: 'rule-missing', ...named }];
  if (issue.code === 'invalid_type' && issue.expected === 'string') return [{ path, code: 'rule-text' }];
  const choice = issue.code === 'invalid_value' || issue.code === 'invalid_union';
  return [{ path, code: choice ? 'rule-unknown-choice' : 'rule-shape', ...named }];
}

/** The words that the schema knows for a place; empty where it is not one of a few. */
function choicesOf(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' && 'options' in issue ? issue.options.map(String) : [];
}

/** Nothing stands at the path. */
function isMissing(whole: unknown, path: readonly PropertyKey[]): boolean {
  let value = whole;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return true;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[part];
  }
  return value === undefined;
}

function codeOf(params: Readonly<Record<string, unknown>> | undefined): RuleSetCode {
  return RULE_SET_CODES.find((code) => code === params?.['code']) ?? 'rule-shape';
}

function readablePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
