import type { TakenOutReason } from '../../domain/operations/taken-out.ts';
import type { ServiceStatus } from '../../domain/service/status.ts';

/** Why staff took the machine out of service, for a page nobody has signed in on; nothing while it serves. */
export function takenOutOf(status: ServiceStatus | null): { readonly takenOut?: TakenOutReason } {
  const reason = status?.takenOut?.reason;
  return reason === undefined ? {} : { takenOut: reason };
}
