import type { IsoDate } from '../../calendar/working-calendar.ts';
import type { Difference } from '../../identity/differing/difference.ts';
import { coversDate } from '../dated.ts';
import type { MismatchEvidence } from '../schema/mismatch.ts';
import type { ReferenceData } from '../schema/reference-data.ts';

/** The papers that settle these differences on a date, in the order of the data (facts/domain.md §3e). */
export function mismatchEvidenceOn(
  data: Pick<ReferenceData, 'mismatchEvidence'>,
  differences: readonly Difference[],
  date: IsoDate,
): readonly MismatchEvidence[] {
  return (data.mismatchEvidence ?? []).filter(
    (paper) => coversDate(paper, date) && differences.some(({ field }) => paper.settles.includes(field)),
  );
}
