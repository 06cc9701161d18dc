import type { Locale } from '../../domain/locale.ts';
import { plainMoney } from '../../domain/money/money.ts';
import type { FileReport } from '../../domain/remittance/checker.ts';
import { columnName, remittanceText } from '../../domain/remittance/problems/describe.ts';
import type { ListedProblem } from './problem-list.ts';

const SUMMED = [
  'relevantIncome',
  'ermc',
  'eemc',
  'ervc',
  'ervc2',
  'eevc',
  'employerSurcharge',
  'employeeSurcharge',
  'total',
] as const;

/** One problem as a person reads it: the place, the reason, the fix, the masked number. */
export function problemLine(problem: ListedProblem, locale: Locale): string {
  const severity = remittanceText(`remittance.severity.${problem.severity}`, {}, locale);
  const who = employeeText(problem, locale);
  const [colon, space, open, close] = locale === 'en' ? [': ', ' ', ' (', ')'] : ['：', '', '（', '）'];
  return `${problem.place}${colon}${problem.reason}${space}${problem.fix} [${problem.code}, ${severity}]${
    who === '' ? '' : `${open}${who}${close}`
  }`;
}

function employeeText({ employee }: ListedProblem, locale: Locale): string {
  if (employee === null) return '';
  const { idNo: number, staffNo } = employee;
  return staffNo === null
    ? remittanceText('remittance.report.employee', { number }, locale)
    : remittanceText('remittance.report.employee-and-staff', { number, staffNo }, locale);
}

/** Counts, sums of what goes, and the paying company. */
export function summaryLines(report: FileReport, rulesGiven: boolean, locale: Locale): readonly string[] {
  const { rows, valid, rejected, warnings } = report;
  const width = Math.max(...SUMMED.map((key) => columnName(key, locale).length));
  return [
    remittanceText('remittance.report.counts', { rows, valid, rejected, warnings }, locale),
    payerLine(report, rulesGiven, locale),
    remittanceText('remittance.report.totals', {}, locale),
    ...SUMMED.map(
      (key) => `  ${columnName(key, locale).padEnd(width)}  ${plainMoney(report.totals[key]).padStart(16)}`,
    ),
  ];
}

function payerLine({ payer }: FileReport, rulesGiven: boolean, locale: Locale): string {
  if (!rulesGiven) return remittanceText('remittance.report.payer-unknown', {}, locale);
  return payer.company === null
    ? remittanceText('remittance.report.payer-none', {}, locale)
    : remittanceText('remittance.report.payer', { company: payer.company }, locale);
}

/** Money as text, for JSON. */
export function totalsAsText(report: FileReport): Readonly<Record<string, string>> {
  return Object.fromEntries(SUMMED.map((key) => [key, plainMoney(report.totals[key])]));
}
