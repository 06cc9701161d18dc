import { z } from 'zod';
import type { RuleSetCode } from '../../contributions/voluntary/codes.ts';
import { fieldProblems, readVoluntaryRuleSet } from '../../contributions/voluntary/read-rule-set.ts';
import type { VoluntaryRuleSet } from '../../contributions/voluntary/schema.ts';
import { ok, type Result } from '../../result.ts';
import { isRealIsoDate } from '../../time.ts';

const company = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** As text, with its leading zeros. */
  employerAccountNo: z.string().trim().min(1).max(15),
  schemeRegistrationNo: z.string().trim().min(1).max(10),
  payrollGroups: z.array(z.string().trim().min(1).max(20)).max(500).default([]),
});

const day = z.string().refine(isRealIsoDate, { params: { code: 'rule-date' } });

const employee = z.strictObject({
  staffNo: z.string().trim().min(1).max(50),
  memberClass: z.string().min(1).max(50),
  grade: z.string().min(1).max(50).optional(),
  probationEnd: day.optional(),
  /** Unpaid or part-paid leave, or bankruptcy: voluntary contributions rest (facts/domain.md §3a). */
  suspended: z.strictObject({ from: day, to: day.optional() }).optional(),
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

/** What is wrong between the fields of a rule file; messages `remittance.rules.<code>`. */
type RuleFileCode = 'account-two-names' | 'account-twice' | 'staff-no-twice' | 'differs-from-stored';

/**
 * A place in the rule file that does not fit, such as `companies[0].name`, and what is wrong with it; in words by
 * `ruleFileProblemText`. The path is empty for the file as a whole.
 */
export interface RuleFileProblem {
  readonly path: string;
  readonly code: RuleFileCode | RuleSetCode;
  /** What may stand there; left out where it is not one of a few words. */
  readonly choices?: readonly string[];
}

/** Reads an employer's rule file, already parsed as JSON. */
export function readEmployerRules(
  json: unknown,
): Result<EmployerRules, { readonly problems: readonly RuleFileProblem[] }> {
  const parsed = employerRulesSchema.safeParse(json);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.flatMap((issue) => fieldProblems(issue, json)) };
  }
  const { voluntary } = parsed.data;
  const ruleSet = voluntary === undefined ? ok(null) : readVoluntaryRuleSet(voluntary);
  const problems: RuleFileProblem[] = [...companyProblems(parsed.data), ...employeeProblems(parsed.data)];
  if (!ruleSet.ok) {
    for (const { path, ...problem } of ruleSet.problems) {
      problems.push({ path: path === '' ? 'voluntary' : `voluntary.${path}`, ...problem });
    }
    return { ok: false, problems };
  }
  return problems.length > 0 ? { ok: false, problems } : ok({ ...parsed.data, voluntary: ruleSet.value });
}

type RuleFile = z.infer<typeof employerRulesSchema>;

/** An account under two names, or twice with one scheme: which of the two a row belongs to could not be told. */
function companyProblems({ companies }: RuleFile): readonly RuleFileProblem[] {
  const nameOf = new Map<string, string>();
  const places = new Set<string>();
  return companies.flatMap(({ name, employerAccountNo, schemeRegistrationNo }, index): RuleFileProblem[] => {
    const path = `companies[${index}].employerAccountNo`;
    const before = nameOf.get(employerAccountNo);
    nameOf.set(employerAccountNo, before ?? name);
    if (before !== undefined && before !== name) return [{ path, code: 'account-two-names' }];
    const place = `${employerAccountNo} ${schemeRegistrationNo}`;
    if (places.has(place)) return [{ path, code: 'account-twice' }];
    places.add(place);
    return [];
  });
}

function employeeProblems({ employees }: RuleFile): readonly RuleFileProblem[] {
  const known = new Set<string>();
  return employees.flatMap(({ staffNo }, index): RuleFileProblem[] => {
    if (known.has(staffNo)) return [{ path: `employees[${index}].staffNo`, code: 'staff-no-twice' }];
    known.add(staffNo);
    return [];
  });
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
