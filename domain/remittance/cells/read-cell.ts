import type { Cents } from '../../money/money.ts';
import { email } from '../../registration/fields.ts';
import type { RemittanceCode } from '../problems/codes.ts';
import type { AmountKey, CellFormat, Column, DateKey } from '../columns.ts';
import { NO_PARAMETERS, type ProblemParameters } from '../problems/problem.ts';
import { readAmount } from './amount-cell.ts';
import { readDate } from './date-cell.ts';
import { mangling } from './mangled.ts';

/** What the cells of one row are, as far as each can be read by itself. */
export interface CellValues {
  readonly dates: Partial<Record<DateKey, string>>;
  readonly amounts: Partial<Record<AmountKey, Cents>>;
}

interface CellFault {
  readonly code: RemittanceCode;
  readonly params: ProblemParameters;
}

/**
 * Reads one cell that is not blank, by its column's format alone; identity numbers and telephone numbers are read with
 * their neighbours.
 *
 * @param values takes the date or amount when the cell holds one
 * @returns what is wrong, or null
 */
export function readCell(column: Column, text: string, values: CellValues): CellFault | null {
  const mangled = mangling(text, column.format);
  if (mangled !== null) return { code: mangled, params: NO_PARAMETERS };
  if (column.format.kind === 'date') return keep(readDate(text), values.dates, column.key as DateKey);
  if (column.format.kind === 'amount') return keep(readAmount(text), values.amounts, column.key as AmountKey);
  return formatFault(column.format, text);
}

type Read<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly code: RemittanceCode };

function keep<Key extends string, Value>(
  read: Read<Value>,
  into: Partial<Record<Key, Value>>,
  key: Key,
): CellFault | null {
  if (!read.ok) return { code: read.code, params: NO_PARAMETERS };
  into[key] = read.value;
  return null;
}

function formatFault(format: CellFormat, text: string): CellFault | null {
  switch (format.kind) {
    case 'choice':
      return format.choices.includes(text)
        ? null
        : { code: 'choice', params: { choices: format.choices.join(', ') } };
    case 'text':
    case 'code':
      if (format.kind === 'code' && /\s/.test(text)) return { code: 'space-inside', params: NO_PARAMETERS };
      return format.most !== null && text.length > format.most
        ? { code: 'too-long', params: { most: format.most } }
        : null;
    case 'whole-number':
      return /^\d{1,3}$/.test(text) ? null : { code: 'whole-number', params: NO_PARAMETERS };
    case 'name':
      return nameFault(format.script, text);
    case 'email':
      return email(text).ok ? null : { code: 'email-format', params: NO_PARAMETERS };
    case 'country-code':
      return /^\d{1,4}$/.test(text) ? null : { code: 'country-code-format', params: NO_PARAMETERS };
    case 'mobile':
      return /^\d+$/.test(text) ? null : { code: 'mobile-characters', params: NO_PARAMETERS };
    case 'identity':
    case 'date':
    case 'amount':
      return null;
  }
}

function nameFault(script: 'latin' | 'chinese', text: string): CellFault | null {
  if (/\p{Nd}/u.test(text)) return { code: 'name-digits', params: NO_PARAMETERS };
  const other = script === 'latin' ? /\p{Script=Han}/u : /[A-Za-z]/;
  return other.test(text) ? { code: 'name-script', params: NO_PARAMETERS } : null;
}
