import { type Cents, formatMoney, parseMoney } from '../../money/money.ts';
import { type Failure, fail, ok, type Result } from '../../result.ts';

/**
 * Whether an amount lies between two, both included; without `most` it is only not too small.
 *
 * @param value as `checkShape` gives it
 * @returns the same; or `amount-too-small` with `least`, `amount-too-large` with `most`, both as people read them
 */
export function amountBetween(
  value: string,
  { least, most }: { readonly least: Cents; readonly most?: Cents },
): Result<string, Failure<'amount-too-small' | 'amount-too-large' | 'money-format'>> {
  const amount = parseMoney(value);
  if (!amount.ok) return fail('money-format');
  if (amount.value < least) return fail('amount-too-small', { least: formatMoney(least) });
  if (most !== undefined && amount.value > most) return fail('amount-too-large', { most: formatMoney(most) });
  return ok(value);
}
