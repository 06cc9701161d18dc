import { type Cents, hongKongDollars } from '../money/money.ts';
import type { MandatoryContribution } from './mandatory-result.ts';
import { VOLUNTARY_SLOTS } from './voluntary/rule-schema.ts';
import type { VoluntaryAmounts } from './voluntary/voluntary.ts';

/** The amount columns of a row, as the remittance file names them. */
export type AmountSlot = 'ERMC' | 'EEMC' | 'ERVC' | 'ERVC2' | 'EEVC';

/** What stands in the row; absent or null when the column is blank. */
export type EnteredAmounts = Partial<Readonly<Record<AmountSlot, Cents | null>>>;

/** Message `contributions.<code>`, with `expected` and `entered` as `HK$1,500.00`. */
export const DIFFERENCE_CODES = [
  'ermc-differs',
  'ermc-missing',
  'ermc-not-due',
  'eemc-differs',
  'eemc-missing',
  'eemc-not-due',
  'ervc-differs',
  'ervc-missing',
  'ervc-not-due',
  'ervc2-differs',
  'ervc2-missing',
  'ervc2-not-due',
  'eevc-differs',
  'eevc-missing',
  'eevc-not-due',
] as const;
type DifferenceCode = (typeof DIFFERENCE_CODES)[number];

export interface Difference {
  readonly slot: AmountSlot;
  readonly code: DifferenceCode;
  /** Null: the column should be blank. */
  readonly expected: Cents | null;
  readonly entered: Cents | null;
  /** `note` where the computed figure is not certain: the row goes, the difference is only shown. */
  readonly weight: 'error' | 'note';
  /** For the message. */
  readonly params: { readonly expected: string; readonly entered: string };
  /** Codes that explain the computed figure. */
  readonly because: readonly string[];
}

/**
 * Holds the amounts of a row against what the rules give (facts/domain.md §3a: zeros are sent, what does not apply is
 * blank). Blank and zero count as the same money; an amount where nothing applies, none where something does, and
 * another amount than computed are differences, in the order of the columns.
 *
 * @param voluntary absent: the employer described no rules, and voluntary columns are not judged
 */
export function checkAmounts(
  entered: EnteredAmounts,
  mandatory: MandatoryContribution,
  voluntary?: VoluntaryAmounts,
): readonly Difference[] {
  const weight: Difference['weight'] = mandatory.certain ? 'error' : 'note';
  const compare = (slot: AmountSlot, expected: Cents | null, because: readonly string[], rank = weight) =>
    differenceOf(slot, entered[slot] ?? null, expected, because, rank);
  const found = [
    compare('ERMC', mandatory.employer, mandatory.reasons),
    compare('EEMC', mandatory.employee, mandatory.reasons),
  ];
  if (voluntary !== undefined) {
    for (const slot of VOLUNTARY_SLOTS) {
      const computed = voluntary[slot];
      // A rule that subtracts the mandatory contribution is only as certain as that is.
      const rank: Difference['weight'] =
        computed?.reasons.includes('mandatory-subtracted') === true ? weight : 'error';
      found.push(compare(slot, computed?.amount ?? null, computed?.reasons ?? [], rank));
    }
  }
  return found.filter((difference) => difference !== null);
}

function differenceOf(
  slot: AmountSlot,
  entered: Cents | null,
  expected: Cents | null,
  because: readonly string[],
  weight: 'error' | 'note',
): Difference | null {
  if ((entered ?? 0n) === (expected ?? 0n)) return null;
  const kind = expected === null ? 'not-due' : entered === null ? 'missing' : 'differs';
  return {
    slot,
    code: `${LOWER[slot]}-${kind}`,
    expected,
    entered,
    weight,
    params: { expected: hongKongDollars(expected ?? 0n), entered: hongKongDollars(entered ?? 0n) },
    because,
  };
}

const LOWER = { ERMC: 'ermc', EEMC: 'eemc', ERVC: 'ervc', ERVC2: 'ervc2', EEVC: 'eevc' } as const;
