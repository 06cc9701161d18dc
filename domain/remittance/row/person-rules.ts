import { identityFault } from '../cells/identity-cell.ts';
import { FITTING_REASONS } from '../../offsetting/termination.ts';
import { REMITTANCE_LIMITS } from '../limits.ts';
import type { Report } from '../problems/problem.ts';
import { isFilled, reportsContribution, type RowDraft, textOf } from './draft.ts';

/** Whose row it is: an identity card or passport number (facts/domain.md §1.1, §1.3, §3a). */
export function checkIdentity(draft: RowDraft, report: Report): void {
  const number = textOf(draft, 'idNo');
  if (number === '') return;
  const fault = identityFault(textOf(draft, 'idType'), number);
  if (fault !== null) report('idNo', fault);
}

/** A new member: a name in one language, 16 or older, reachable (facts/domain.md §3a). */
export function checkNewMember(draft: RowDraft, report: Report): void {
  if (textOf(draft, 'memberStatus') !== 'N') return;
  const english = isFilled(draft, 'surnameEnglish') && isFilled(draft, 'givenNameEnglish');
  const chinese = isFilled(draft, 'surnameChinese') || isFilled(draft, 'givenNameChinese');
  if (!english && !chinese) {
    report(isFilled(draft, 'surnameEnglish') ? 'givenNameEnglish' : 'surnameEnglish', 'name-missing');
  }
  checkAge(draft, report);
  checkMobile(draft, report);
  const type = textOf(draft, 'employeeType');
  if (isFilled(draft, 'previousEmploymentDate') && type !== 'INTRA_GROUP') {
    report('previousEmploymentDate', 'employee-type-mismatch', { wanted: 'INTRA_GROUP' });
  }
  if (isFilled(draft, 'visaIssueDate') && type !== 'EXPATRIATE') {
    report('visaIssueDate', 'employee-type-mismatch', { wanted: 'EXPATRIATE' });
  }
}

function checkAge(draft: RowDraft, report: Report): void {
  const born = draft.dates.dateOfBirth;
  const on = draft.dates.employmentDate ?? draft.dates.payrollPeriodEnd;
  if (born === undefined || on === undefined) return;
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
  if (years < REMITTANCE_LIMITS.leastAge) {
    report('dateOfBirth', 'age-too-young', { least: REMITTANCE_LIMITS.leastAge });
  }
}

function checkMobile(draft: RowDraft, report: Report): void {
  const number = textOf(draft, 'mobileNo');
  if (!/^\d+$/.test(number)) return;
  const local = textOf(draft, 'mobileCountryCode') === REMITTANCE_LIMITS.hongKongCountryCode;
  const least = local ? REMITTANCE_LIMITS.mobileDigitsHongKong : REMITTANCE_LIMITS.mobileDigitsLeast;
  const most = local ? REMITTANCE_LIMITS.mobileDigitsHongKong : REMITTANCE_LIMITS.mobileDigitsMost;
  if (number.length < least || number.length > most) report('mobileNo', 'mobile-length', { least, most });
}

/** Long service payment (L) and severance payment (S) with their reasons, on a contribution row (facts/domain.md §3a). */
export function checkTermination(draft: RowDraft, report: Report): void {
  const code = textOf(draft, 'severanceCode');
  if (textOf(draft, 'memberStatus') !== 'T' || (code !== 'L' && code !== 'S')) return;
  const reasons: readonly string[] = FITTING_REASONS[code];
  const reason = textOf(draft, 'terminationReason');
  if (reason !== '' && !reasons.includes(reason)) {
    report('severanceCode', 'severance-reason', { severance: code, reasons: reasons.join(', ') });
  }
  if (!reportsContribution(draft)) report('severanceCode', 'severance-without-contribution');
}
