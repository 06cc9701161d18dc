import { fromPromise } from 'xstate';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import type { WorkDay, WorkDayFault } from '../../domain/terminal/ports/work-day.ts';
import type { Outside } from '../outside.ts';

/** The day under way, from its book. */
export const lookAtDay = fromPromise<Result<WorkDay, Failure<WorkDayFault>>, { readonly outside: Outside }>(
  ({ input: { outside } }) => outside.ports.workDay?.look() ?? Promise.resolve(fail('unavailable')),
);
