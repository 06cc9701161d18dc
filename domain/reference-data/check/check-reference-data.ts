import { type Failure, fail, ok, type Result } from '../../result.ts';
import { type ReferenceData, referenceDataSchema } from '../schema/reference-data.ts';
import { checkFigures } from './figures.ts';
import type { Finding } from './finding.ts';
import { checkCalendar, checkService, checkWithdrawals } from './rest.ts';
import { checkSchemes } from './schemes.ts';

export type ReferenceDataFault = 'reference-data-malformed' | 'reference-data-broken-rule';

/**
 * Whether something is reference data that may be used: of the right shape, and without a datum that contradicts another.
 * One broken rule refuses the whole, for half a bundle is none that anybody checked.
 *
 * @returns `reference-data-malformed` with the first `place` that does not fit, or `reference-data-broken-rule` with the
 *   `rule` (`REFERENCE_DATA_RULES`) and the first `place` that breaks it
 */
export function checkReferenceData(content: unknown): Result<ReferenceData, Failure<ReferenceDataFault>> {
  const parsed = referenceDataSchema.safeParse(content);
  if (!parsed.success) {
    return fail('reference-data-malformed', { place: parsed.error.issues[0]?.path.join('.') ?? '' });
  }
  for (const { rule, place } of findings(parsed.data)) {
    return fail('reference-data-broken-rule', { rule, place });
  }
  return ok(parsed.data);
}

function* findings(data: ReferenceData): Generator<Finding> {
  yield* checkSchemes(data);
  yield* checkFigures(data);
  yield* checkCalendar(data);
  yield* checkWithdrawals(data);
  yield* checkService(data);
}
