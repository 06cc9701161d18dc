import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';

/** A change that asked for the token found its row, or did not. */
export function held(changes: number): Result<null, Failure<'lease-lost'>> {
  return changes === 1 ? ok(null) : fail('lease-lost');
}
