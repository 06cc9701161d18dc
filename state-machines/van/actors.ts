import { fromCallback, fromPromise } from 'xstate';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import type { WorkDay, WorkDayFault } from '../../domain/terminal/ports/work-day.ts';
import type { NewStop } from '../../domain/work-day/stops.ts';
import type { Outside } from '../outside.ts';
import type { VanEvent } from './context.ts';

type Answer = Result<WorkDay, Failure<WorkDayFault>>;
interface Outer {
  readonly outside: Outside;
}

const nowhere: Answer = fail('unavailable');

export const openStop = fromPromise<Answer, Outer & { readonly stop: NewStop }>(
  ({ input: { outside, stop } }) => outside.ports.workDay?.openStop(stop) ?? Promise.resolve(nowhere),
);

export const closeStop = fromPromise<Answer, Outer & { readonly staffId: string }>(
  ({ input: { outside, staffId } }) =>
    outside.ports.workDay?.closeStop({ staffId }) ?? Promise.resolve(nowhere),
);

export const battery = fromCallback<VanEvent, Outer>(({ input: { outside }, sendBack }) =>
  outside.ports.van?.battery?.subscribe((told) => {
    sendBack({ type: 'BATTERY', battery: told });
  }),
);
