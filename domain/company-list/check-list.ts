import { readTable } from '../table/read-table.ts';
import { type CheckedRow, checkRow, type ListRules } from './check-row.ts';
import { type ListCode, type ListProblem, listSeverity } from './codes.ts';
import { columnOfHeading, LIST_COLUMNS, type ListColumn } from './columns.ts';
import { COMPANY_LIST_LIMITS, type CompanyList, companyListSchema, type ListedCompany } from './list.ts';

/** The same trouble in one row after another. */
interface ListProblemGroup {
  readonly code: ListCode;
  readonly severity: 'fatal' | 'error' | 'warning';
  readonly problems: readonly ListProblem[];
}

/** What was found in a list, for the page that shows it. */
export interface ListFindings {
  readonly rows: number;
  /** Companies that stay. */
  readonly held: number;
  /** What holds companies back first, then warnings. */
  readonly groups: readonly ListProblemGroup[];
}

export interface CheckedList {
  readonly findings: ListFindings;
  /** The companies that can go; null when there is none. */
  readonly list: CompanyList | null;
}

const ALWAYS: readonly ListColumn[] = ['company-name', 'br-number', 'form'];

/**
 * Reads a company list and checks every row by the rules of the pages. Companies in which nothing is wrong can go without
 * the others; two rows of one business registration number never both go.
 *
 * @param digest SHA-256 of the bytes, base64url
 */
export function checkCompanyList(bytes: Uint8Array, digest: string, rules: ListRules): CheckedList {
  const needed = rules.standing === 'existing' ? [...ALWAYS, 'activation-code' as const] : ALWAYS;
  const mostRows = COMPANY_LIST_LIMITS.companies;
  const table = readTable(bytes, { columnOf: columnOfHeading, needed, mostRows });
  const checked = withoutTwice(
    table.rows.map((row) => checkRow(row, table.letters, rules)),
    table.letters,
  );
  const companies = checked.flatMap(({ company }) => (company === null ? [] : [company]));
  const held = checked.length - companies.length;
  const problems = [...table.problems.map(ofCompanies), ...checked.flatMap((row) => row.problems)];
  return {
    findings: { rows: checked.length, held, groups: grouped(problems) },
    list:
      companies.length === 0
        ? null
        : companyListSchema.parse({ digest, leftOut: held, standing: rules.standing, companies }),
  };
}

/**
 * Of rows with one number the first stays only when the others say nothing else: which of two companies the number is of,
 * nobody here can tell.
 */
function withoutTwice(
  rows: readonly CheckedRow[],
  letters: ReadonlyMap<ListColumn, string>,
): readonly CheckedRow[] {
  const byNumber = new Map<string, { readonly row: number; readonly company: ListedCompany }[]>();
  for (const { number, company } of rows) {
    if (company === null) continue;
    const same = byNumber.get(company.businessRegistration) ?? [];
    byNumber.set(company.businessRegistration, [...same, { row: number, company }]);
  }
  return rows.map((checked): CheckedRow => {
    const same = byNumber.get(checked.company?.businessRegistration ?? '') ?? [];
    const [first, second] = same;
    if (first === undefined || second === undefined) return checked;
    const alike = same.every(({ company }) => isAlike(company, first.company));
    if (alike && first.row === checked.number) return checked;
    const otherRow = first.row === checked.number ? second.row : first.row;
    const column = 'br-number';
    const letter = letters.get(column) ?? null;
    return {
      number: checked.number,
      problems: [{ row: checked.number, column, letter, code: 'employer-br-twice', params: { otherRow } }],
      company: null,
    };
  });
}

function isAlike(one: ListedCompany, other: ListedCompany): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function ofCompanies(problem: ReturnType<typeof readTable<ListColumn>>['problems'][number]): ListProblem {
  const { code } = problem;
  return { ...problem, code: code === 'too-many-rows' ? 'too-many-companies' : code };
}

const ORDER = ['fatal', 'error', 'warning'] as const;

function grouped(problems: readonly ListProblem[]): readonly ListProblemGroup[] {
  const groups = new Map<ListCode, ListProblem[]>();
  for (const problem of problems) groups.set(problem.code, [...(groups.get(problem.code) ?? []), problem]);
  return [...groups]
    .map(([code, same]) => ({ code, severity: listSeverity(code), problems: same }))
    .sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));
}

/** The problems of a list from its first row to its last, those of the file before them. */
export function inOrder({ groups }: ListFindings): readonly ListProblem[] {
  return groups
    .flatMap(({ problems }) => problems)
    .sort(
      (one, other) =>
        (one.row ?? 0) - (other.row ?? 0) ||
        placeOf(one) - placeOf(other) ||
        one.code.localeCompare(other.code),
    );
}

function placeOf({ column }: ListProblem): number {
  return column === null ? -1 : LIST_COLUMNS.indexOf(column);
}
