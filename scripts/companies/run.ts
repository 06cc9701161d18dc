import { createHash } from 'node:crypto';
import { checkCompanyList, type CheckedList, inOrder } from '../../domain/company-list/check-list.ts';
import { type ListCode, listSeverity } from '../../domain/company-list/codes.ts';
import type { ListColumn } from '../../domain/company-list/columns.ts';
import { describeListProblem, listColumnName, listText } from '../../domain/company-list/describe.ts';
import { COMPANY_LIST_LIMITS } from '../../domain/company-list/list.ts';
import { hongKongDate } from '../../domain/time.ts';
import { type ListCommand, type ListExitCode, runListCheck } from '../lib/list-check/run.ts';
import type { Io } from '../lib/shell.ts';

const USAGE = `npm run check-companies -- FILE [--new] [--json] [--language en|zh-Hant]

Checks a list of companies to be registered (docs/company-list.md), as a terminal does.

  FILE                  the list: CSV with a first row of headings
  --new                 new employers, who have no activation code (otherwise: they have paid contributions before)
  --language en|zh-Hant words of the report (en)
  --json                one JSON document for a program; nothing else is printed

No company and no number is printed. Ends with 0 when every company can go, 1 when some stay, 2 when the file cannot be
read or the command is wrong.
`;

/** @param today the instant by which documents are judged (ISO) */
function checkCompanies(today: string): ListCommand<CheckedList, ListColumn, ListCode> {
  return {
    name: 'check-companies',
    usage: USAGE,
    megabytes: COMPANY_LIST_LIMITS.megabytes,
    options: { new: { type: 'boolean' } },
    text: (key, params, locale) => listText(`company-list.${key}`, params, locale),
    check: (bytes, own) => {
      const digest = createHash('sha256').update(bytes).digest('base64url');
      const standing = own['new'] === true ? 'new' : 'existing';
      return checkCompanyList(bytes, digest, { standing, today: hongKongDate(today) });
    },
    problems: ({ findings }) => inOrder(findings),
    describe: describeListProblem,
    columnName: listColumnName,
    severity: listSeverity,
    counts: ({ findings, list }) => ({
      companies: findings.rows,
      valid: list?.companies.length ?? 0,
      held: findings.held,
    }),
    totals: ({ findings, list }) => ({
      rows: findings.rows,
      good: list?.companies.length ?? 0,
      held: findings.held,
    }),
  };
}

/** `npm run check-companies -- <args>`. */
export function runCheckCompanies(
  args: readonly string[],
  { today, ...io }: Io & { readonly today: string },
): ListExitCode {
  return runListCheck(checkCompanies(today), args, io);
}
