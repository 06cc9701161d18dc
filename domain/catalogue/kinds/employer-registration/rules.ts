import { addMonths } from '../../../calendar/date-arithmetic.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import type { Facts } from '../../definition.ts';
import { answerInRound, rounds } from '../../shared/rounds.ts';

export const EMPLOYER_RULES = [
  'employer-company-count',
  'employer-list-gone',
  'employer-name-letters',
  'employer-br-shape',
  'employer-br-twice',
  'employer-ci-shape',
  'employer-code-shape',
  'employer-not-authorised',
  'employer-documents-missing',
  'employer-document-too-old',
  'employer-document-in-future',
] as const;
type EmployerRule = (typeof EMPLOYER_RULES)[number];
type Checked = Result<string, Failure<EmployerRule>>;

/** Months for which a document of a trustee may be used are sourced (facts/domain.md §2.3); the rest is ours. */
export const EMPLOYER_PARAMETERS = { mostCompanies: 10, trusteeDocumentMonths: 6 } as const;

/** User types of a company's account (facts/domain.md §2.3). */
export const ROLES = ['company-authorised', 'scheme-authorised', 'other-user', 'none'] as const;
type Role = (typeof ROLES)[number];
/** What somebody wants to do for a company; asked for every company and every action anew. */
export type CompanyAction = 'register-company' | 'update-company' | 'describe-rules';

/** Only a Company Authorised Person may register a company or change what is known of it (facts/domain.md §2.3). */
export function mayAct(role: string | undefined, action: CompanyAction): boolean {
  const allowed: Readonly<Record<CompanyAction, Role>> = {
    'register-company': 'company-authorised',
    'update-company': 'company-authorised',
    'describe-rules': 'company-authorised',
  };
  return role === allowed[action];
}

export function authorised(value: string): Checked {
  return mayAct(value, 'register-company') ? ok(value) : fail('employer-not-authorised');
}

export function companyCount(value: string): Checked {
  const most = EMPLOYER_PARAMETERS.mostCompanies;
  const count = Number(value);
  return count >= 1 && count <= most ? ok(String(count)) : fail('employer-company-count', { most });
}

export function companyName(value: string): Checked {
  return /\p{L}/u.test(value) ? ok(value) : fail('employer-name-letters');
}

/**
 * Business registration number, since 27 December 2023 the unique business identifier: eight figures (facts/domain.md
 * §2.3, general knowledge). Each company of a group has its own, or payments go to the wrong one (§6).
 */
export function businessRegistration(
  value: string,
  { answers }: Pick<Facts, 'answers'>,
  index: number,
): Checked {
  if (!/^\d{8}$/.test(value)) return fail('employer-br-shape');
  const twice = rounds(String(index - 1)).find(
    (round) => answerInRound(answers, 'br-number', round) === value,
  );
  return twice === undefined ? ok(value) : fail('employer-br-twice', { company: twice });
}

/** Number of the certificate of incorporation, or of the registration of a non-Hong Kong company. Its form is not sourced. */
export function incorporationNumber(value: string): Checked {
  const number = compact(value);
  return /^[A-Z]{0,2}\d{5,8}$/.test(number) ? ok(number) : fail('employer-ci-shape');
}

/** The code in the pack the platform sent. Its form is not known: only what cannot be a code is kept out. */
export function activationCode(value: string): Checked {
  const code = compact(value);
  return /^[A-Z0-9]{4,20}$/.test(code) ? ok(code) : fail('employer-code-shape');
}

function compact(value: string): string {
  return value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
}

/** About sixty clients' files were once held up by a wrong date on a document: it is compared now (§2.3, §6). */
export function trusteeDocumentDate(value: string, { today }: Pick<Facts, 'today'>): Checked {
  if (value > today) return fail('employer-document-in-future');
  const months = EMPLOYER_PARAMETERS.trusteeDocumentMonths;
  return addMonths(value, months) < today
    ? fail('employer-document-too-old', { months, from: addMonths(today, -months) })
    : ok(value);
}
