import { z } from 'zod';
import { readVoluntaryRuleSet } from '../../contributions/voluntary/read-rule-set.ts';
import type { VoluntaryRuleSet } from '../../contributions/voluntary/schema.ts';
import { contributions as words } from '../../messages/en/contributions.ts';
import { ok, type Result } from '../../result.ts';
import { isRealIsoDate } from '../../time.ts';

const company = z.strictObject({
  name: z.string().min(1).max(200),
  /** As text, with its leading zeros. */
  employerAccountNo: z.string().min(1).max(15),
  schemeRegistrationNo: z.string().min(1).max(10),
  payrollGroups: z.array(z.string().min(1).max(20)).max(500).default([]),
});

const employee = z.strictObject({
  staffNo: z.string().min(1).max(50),
  memberClass: z.string().min(1).max(50),
  grade: z.string().min(1).max(50).optional(),
  probationEnd: z.string().refine(isRealIsoDate).optional(),
});

/**
 * What an employer says about itself once, so that every file can be held against it: the companies of the group and
 * their accounts, the voluntary contributions, and the member class of each staff number (the file carries the class in
 * the enrolment row only). One company with two schemes stands there twice, under one name.
 */
const employerRulesSchema = z.strictObject({
  companies: z.array(company).min(1).max(1000),
  /** As `domain/contributions/voluntary/schema.ts` says; read by itself, for its own words. */
  voluntary: z.unknown().optional(),
  /** Class of everybody whose row or staff number names none. */
  defaultMemberClass: z.string().min(1).max(50).optional(),
  employees: z.array(employee).max(1_000_000).default([]),
});

export type EmployerRules = Omit<z.infer<typeof employerRulesSchema>, 'voluntary'> & {
  readonly voluntary: VoluntaryRuleSet | null;
};
export type Company = EmployerRules['companies'][number];

/** A place in the rule file that does not fit, such as `companies.0.name`, and what is wrong with it. */
export interface RuleFileProblem {
  readonly path: string;
  readonly reason: string;
}

/** Reads an employer's rule file, already parsed as JSON. */
export function readEmployerRules(
  json: unknown,
): Result<EmployerRules, { readonly problems: readonly RuleFileProblem[] }> {
  const parsed = employerRulesSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => {
      return { path: path.join('.'), reason: message };
    });
    return { ok: false, problems };
  }
  const { voluntary } = parsed.data;
  if (voluntary === undefined) return ok({ ...parsed.data, voluntary: null });
  const ruleSet = readVoluntaryRuleSet(voluntary);
  if (ruleSet.ok) return ok({ ...parsed.data, voluntary: ruleSet.value });
  const problems = ruleSet.problems.map(({ path, code }) => {
    return { path: `voluntary.${path}`, reason: words[`voluntary.${code}`] };
  });
  return { ok: false, problems };
}

/** The companies of a group, each once. */
export function companyNames({ companies }: EmployerRules): readonly string[] {
  return [...new Set(companies.map(({ name }) => name))];
}

/** The company that somebody named, by its name or one of its account numbers; null when there is none. */
export function companyNamed({ companies }: EmployerRules, nameOrAccount: string): string | null {
  const asked = nameOrAccount.trim();
  const found = companies.find(
    ({ name, employerAccountNo }) =>
      name.toLowerCase() === asked.toLowerCase() || employerAccountNo === asked,
  );
  return found?.name ?? null;
}
