import { fail } from '../../domain/result.ts';
import type { StaffCallPort } from '../../domain/terminal/ports/staff-calls.ts';

/** Calls for staff as the machines see them from the first moment: `unavailable` while there is no queue's thread. */
export function lateStaffCalls(calls: () => StaffCallPort | null): StaffCallPort {
  const nowhere = () => Promise.resolve(fail('unavailable'));
  return {
    tell: (call) => calls()?.tell(call) ?? nowhere(),
    end: (callId) => calls()?.end(callId) ?? nowhere(),
    open: () => calls()?.open() ?? nowhere(),
    go: (callId, counter) => calls()?.go(callId, counter) ?? nowhere(),
  };
}
