import { type Column, COLUMNS } from '../columns.ts';
import type { Report } from '../problems/problem.ts';
import { isFilled, reportsContribution, type RowDraft, textOf } from './draft.ts';

const CASUAL_ONLY = COLUMNS.filter(({ key }) =>
  ['contributionDay', 'workingDays', 'workingPeriodStart', 'workingPeriodEnd'].includes(key),
);
/** Both or neither. */
const WORKING_PERIOD = [
  ['workingPeriodStart', 'workingPeriodEnd'],
  ['workingPeriodEnd', 'workingPeriodStart'],
] as const;
const NEW_MEMBER = COLUMNS.filter(({ section }) => section === 'new-member');
const TERMINATION = COLUMNS.filter(({ section }) => section === 'termination');
const REQUIRED = COLUMNS.filter(({ requiredWhen }) => requiredWhen !== 'never');

/**
 * Which sections a row needs and which stay empty, by status (N new, E existing, T terminated), account type and employee
 * type (facts/domain.md §3a).
 */
export function checkSections(draft: RowDraft, report: Report): void {
  const status = textOf(draft, 'memberStatus');
  const contribution = reportsContribution(draft);
  if (status === 'E' && !contribution) report('relevantIncome', 'contribution-missing');

  for (const { key, requiredWhen } of REQUIRED) {
    if (!isFilled(draft, key) && isRequired(requiredWhen, draft, contribution)) report(key, 'required');
  }
  if (status === 'E' || status === 'T') unused(NEW_MEMBER, draft, status, report);
  if (status === 'E' || status === 'N') unused(TERMINATION, draft, status, report);
  for (const [one, other] of WORKING_PERIOD) {
    if (isFilled(draft, one) && !isFilled(draft, other)) report(other, 'required');
  }
  if (textOf(draft, 'accountType') === 'REE') {
    for (const { key } of CASUAL_ONLY) if (isFilled(draft, key)) report(key, 'casual-only');
  }
}

function isRequired(when: Column['requiredWhen'], draft: RowDraft, contribution: boolean): boolean {
  switch (when) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'contribution':
      return contribution;
    case 'casual-contribution':
      return contribution && textOf(draft, 'accountType') === 'CEE';
    case 'new':
      return textOf(draft, 'memberStatus') === 'N';
    case 'terminated':
      return textOf(draft, 'memberStatus') === 'T';
    case 'intra-group':
      return textOf(draft, 'employeeType') === 'INTRA_GROUP';
    case 'expatriate':
      return textOf(draft, 'employeeType') === 'EXPATRIATE';
  }
}

function unused(columns: readonly Column[], draft: RowDraft, status: string, report: Report): void {
  for (const { key } of columns) if (isFilled(draft, key)) report(key, 'section-not-used', { status });
}
