import type { Cents } from '../../money/money.ts';
import { type Failure, fail, ok, type Result } from '../../result.ts';
import { REMITTANCE_LIMITS } from '../limits.ts';

export type AmountFault =
  'amount-format' | 'amount-separators' | 'amount-negative' | 'amount-decimals' | 'amount-too-large';

/**
 * Reads an amount as the file writes it: figures, and at most two behind a point. Stricter than `parseMoney`, which
 * reads what people type: a file that a machine wrote has no dollar sign and no thousands.
 */
export function readAmount(text: string): Result<Cents, Failure<AmountFault>> {
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return fail(faultOf(text));
  if (decimals.length > 2) return fail('amount-decimals');
  if (whole.replace(/^0+/, '').length > REMITTANCE_LIMITS.amountDigits) return fail('amount-too-large');
  return ok(BigInt(whole + decimals.padEnd(2, '0')));
}

function faultOf(text: string): AmountFault {
  if (/^(?:-|\u2212)\s*[\d$.,]+$|^[\d$.,]+-$|^\([\d$., ]+\)$/u.test(text)) return 'amount-negative';
  return /^(?:HKD?)?\s*\$?\s*\d[\d, ']*(?:\.\d+)?$/i.test(text) ? 'amount-separators' : 'amount-format';
}
