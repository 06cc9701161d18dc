import type { CellValues } from '../cells/read-cell.ts';
import { AMOUNT_PARTS, type ColumnKey, COLUMNS, placeOf } from '../columns.ts';

/** One row with 47 cells: the texts without spaces around, and what could be read of them. */
export interface RowDraft extends CellValues {
  readonly cells: readonly string[];
}

const PLACES = Object.fromEntries(COLUMNS.map(({ key }) => [key, placeOf(key)])) as Record<ColumnKey, number>;

/** The cell's text; empty when it is blank. */
export function textOf(draft: RowDraft, key: ColumnKey): string {
  return draft.cells[PLACES[key]] ?? '';
}

export function isFilled(draft: RowDraft, key: ColumnKey): boolean {
  return textOf(draft, key) !== '';
}

/** Columns of the contribution section that name somebody and report nothing yet. */
const NAMING: readonly ColumnKey[] = ['memberAccountNo', 'staffNo'];
const CONTRIBUTION = COLUMNS.filter(
  ({ section, key }) => section === 'contribution' && !NAMING.includes(key),
);

/** Whether the row reports a contribution; an enrolment or a termination may come without one. */
export function reportsContribution(draft: RowDraft): boolean {
  return CONTRIBUTION.some(({ key }) => isFilled(draft, key));
}

/** A surcharge for an earlier month: a row of its own, with relevant income 0 (facts/domain.md §3a). */
export function hasSurcharge(draft: RowDraft): boolean {
  return isFilled(draft, 'employerSurcharge') || isFilled(draft, 'employeeSurcharge');
}

export const VOLUNTARY_SLOTS = ['ervc', 'ervc2', 'eevc'] as const;

/** What the parts come to; null when one of them could not be read. */
export function sumOfParts(draft: RowDraft): bigint | null {
  let sum = 0n;
  for (const part of AMOUNT_PARTS) {
    const amount = draft.amounts[part];
    if (amount !== undefined) sum += amount;
    else if (isFilled(draft, part)) return null;
  }
  return sum;
}
