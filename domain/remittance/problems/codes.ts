/** `fatal`: the file cannot be read as it is. `error`: the row stays. `warning`: the row goes, but look. */
export type Severity = 'fatal' | 'error' | 'warning';

/**
 * Everything that can be said about a remittance file. Messages `remittance.<code>` (what is wrong) and
 * `remittance.<code>.fix` (what to do). Rules are those of facts/domain.md §3a.
 */
const SEVERITIES = {
  // The file
  'file-empty': 'fatal',
  'file-no-rows': 'fatal',
  'file-spreadsheet': 'fatal',
  'file-pdf': 'fatal',
  'file-not-text': 'fatal',
  'file-markup': 'fatal',
  'file-encoding-unknown': 'fatal',
  'file-delimiter': 'fatal',
  'header-row': 'error',
  'encoding-byte-order-mark': 'warning',
  'encoding-utf-16': 'warning',
  'encoding-big5': 'warning',
  'blank-lines': 'warning',
  'several-payroll-periods': 'warning',
  'several-employer-accounts': 'warning',
  'several-schemes': 'warning',
  'payer-not-stated': 'warning',

  // The row
  'column-count': 'error',
  'columns-beyond': 'warning',
  'row-cut-short': 'error',
  'row-too-long': 'error',
  'quote-not-closed': 'error',
  'quote-misplaced': 'error',
  'row-duplicate': 'error',
  'period-overlap': 'error',

  // Any cell
  required: 'error',
  'too-long': 'error',
  choice: 'error',
  'section-not-used': 'error',
  'casual-only': 'error',
  'spaces-around': 'warning',
  'control-characters': 'error',
  'full-width': 'error',
  'scientific-notation': 'error',
  'spreadsheet-error': 'error',
  'spreadsheet-mark': 'error',
  'space-inside': 'error',

  // Dates
  'date-separated': 'error',
  'date-format': 'error',
  'date-not-real': 'error',
  'date-out-of-range': 'error',
  'date-order': 'error',
  'member-period-outside': 'warning',

  // Who it is
  'hkid-incomplete': 'error',
  'hkid-characters': 'error',
  'hkid-check-digit': 'error',
  'hkid-decoration': 'error',
  'passport-characters': 'error',
  'passport-too-long': 'error',
  'passport-is-hkid': 'warning',
  'name-missing': 'error',
  'name-digits': 'error',
  'name-script': 'warning',
  'age-too-young': 'error',
  'email-format': 'error',
  'country-code-format': 'error',
  'mobile-characters': 'error',
  'mobile-length': 'error',
  'employee-type-mismatch': 'warning',

  // Leaving
  'severance-reason': 'error',
  'severance-without-contribution': 'error',
  'severance-not-last-row': 'error',

  // Amounts
  'amount-format': 'error',
  'amount-separators': 'error',
  'amount-negative': 'error',
  'amount-decimals': 'error',
  'amount-too-large': 'error',
  'whole-number': 'error',
  'zero-left-blank': 'error',
  'zero-missing': 'error',
  'contribution-missing': 'error',
  'total-differs': 'error',
  'employee-below-minimum': 'error',
  'mandatory-without-income': 'error',
  'mandatory-above-income': 'error',
  'surcharge-with-income': 'error',
  'basic-salary-not-used': 'error',
  'working-days-beyond-period': 'error',
  'mandatory-differs': 'warning',
  'mandatory-not-computed': 'warning',

  // The employer's rules
  'employer-account-unknown': 'error',
  'scheme-not-of-employer': 'error',
  'leading-zeros-lost': 'error',
  'payer-other-company': 'error',
  'scheme-differs-from-first': 'error',
  'payroll-group-required': 'error',
  'payroll-group-unknown': 'error',
  'payroll-group-in-column-d': 'error',
  'voluntary-differs': 'error',
  'voluntary-not-in-rules': 'error',
  'voluntary-not-checked': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

export type RemittanceCode = keyof typeof SEVERITIES;
export const REMITTANCE_CODES = Object.keys(SEVERITIES) as readonly RemittanceCode[];

export function severityOf(code: RemittanceCode): Severity {
  return SEVERITIES[code];
}
