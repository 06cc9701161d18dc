import type { Cents } from '../../money/money.ts';

/** Cents of a sum as `FileFacts` writes it, `1500.00`: sums may be larger than any amount that people type. */
export function centsOfTotal(text: string): Cents {
  return BigInt(text.replace('.', ''));
}
