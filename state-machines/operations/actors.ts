import { fromPromise } from 'xstate';
import type { CheckName, CheckResult } from '../../domain/operations/checks.ts';
import type { OperationsFacts } from '../../domain/operations/facts.ts';
import type { OperationsPort, ReportFault, UsabilityReport } from '../../domain/operations/port.ts';
import type { UpdateWindowStart } from '../../domain/operations/update-window.ts';
import type { TakenOutReason } from '../../domain/operations/taken-out.ts';
import { type Failure, fail, type Result } from '../../domain/result.ts';
import type { Outside } from '../outside.ts';

interface Asking {
  readonly outside: Outside;
}

function portOf({ outside }: Asking): OperationsPort {
  const { operations } = outside.ports;
  if (operations === undefined) throw new RangeError('operations are not offered without their port');
  return operations;
}

/** Each asks the port once; named so that the graph test can silence them. */
export const operationsActors = {
  facts: fromPromise<OperationsFacts, Asking>(({ input }) => portOf(input).facts()),
  check: fromPromise<CheckResult, Asking & { readonly name: CheckName }>(({ input }) =>
    portOf(input).check(input.name),
  ),
  /** Reason null: back into service. */
  service: fromPromise<
    Result<null, Failure<'not-saved'>>,
    Asking & { readonly reason: TakenOutReason | null; readonly staffId: string }
  >(({ input }) =>
    input.reason === null
      ? portOf(input).putBack(input.staffId)
      : portOf(input).takeOut(input.reason, input.staffId),
  ),
  updates: fromPromise<
    Result<null, Failure<'not-saved'>>,
    Asking & { readonly from: UpdateWindowStart | null; readonly staffId: string }
  >(
    ({ input }) =>
      portOf(input).chooseUpdates?.(input.from, input.staffId) ?? Promise.resolve(fail('not-saved')),
  ),
  usability: fromPromise<UsabilityReport | null, Asking>(({ input }) => portOf(input).usability()),
  save: fromPromise<Result<{ readonly name: string }, Failure<ReportFault>>, Asking>(({ input }) =>
    portOf(input)
      .saveUsability()
      .catch((error: unknown) => {
        input.outside.reportFault(error);
        return fail('unavailable');
      }),
  ),
};
