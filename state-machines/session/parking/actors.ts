import { fromPromise } from 'xstate';
import type { ParkFault, TakeUpFault } from '../../../domain/codes.ts';
import type { Draft } from '../../../domain/parking/draft.ts';
import { fail, type Failure, type Result } from '../../../domain/result.ts';
import type { Parked, ParkRequest, TakeUpRequest } from '../../../domain/terminal/ports/queue/parking.ts';
import type { Outside } from '../../outside.ts';

export interface ParkInput {
  readonly outside: Outside;
  readonly request: ParkRequest | null;
}

/** Puts aside what was begun. Another slip for every try: nothing is lost by a try that nobody heard of again. */
export const park = fromPromise<Result<Parked, Failure<ParkFault>>, ParkInput>(
  ({ input: { outside, request } }) =>
    request === null ? Promise.resolve(fail('unavailable')) : outside.ports.queue.park(request),
);

export interface TakeUpInput {
  readonly outside: Outside;
  readonly request: TakeUpRequest | null;
}

/** Opens what was put aside, with slip and document. */
export const takeUp = fromPromise<Result<Draft, Failure<TakeUpFault>>, TakeUpInput>(
  ({ input: { outside, request } }) =>
    request === null ? Promise.resolve(fail('not-found')) : outside.ports.queue.takeUp(request),
);
